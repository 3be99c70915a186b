import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Programme } from '../../core/programme/programme.ts';
import type { Group, Playlist, Screen } from '../../core/registers/index.ts';
import { checkEntries, type PlaylistEntry } from '../../core/slides/entry.ts';
import { previewProgramme } from '../api/groups.ts';
import { asProblem } from '../api/problem.ts';
import { updateRecord } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { problemCodes } from '../common/form-values.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { fieldProblemText, problemText } from '../common/problem-text.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import type { References } from '../common/references.ts';
import { controls } from '../style/controls.ts';
import { slideTitle } from '../screens/screen-words.ts';
import { loopFacts } from './loop.ts';
import { optionFields } from './playlist-edits.ts';
import { silenceOf, silenceWords } from './silence.ts';
import { previewStages, type PreviewStage } from './preview-stage.ts';
import './pb-entries.ts';
import './pb-legibility.ts';
import './pb-preview.ts';

const PREVIEW_DELAY_MS = 250;

interface Draft {
  readonly entries: readonly PlaylistEntry[];
  readonly revision: number;
}

/** Edits one playlist, beside an exact preview of what is not saved yet. */
@customElement('pb-playlist-editor')
export class PbPlaylistEditor extends PbElement {
  @property({ attribute: false }) playlist!: Playlist;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) screens: readonly Screen[] = [];
  @property({ attribute: false }) references: References = new Map();
  @property({ type: Boolean }) readonly = false;

  @state() private entries: readonly PlaylistEntry[] = [];
  @state() private revision = 0;
  @state() private dirty = false;
  @state() private chosen = '';
  @state() private group = '';
  @state() private stage = '';
  @state() private programme: Programme | null = null;
  /** What the programme was made of. */
  @state() private previewed: readonly PlaylistEntry[] = [];
  @state() private problem = '';
  @state() private saved = false;

  /** What was edited and not saved in playlists that were left for another, by id. */
  private readonly drafts = new Map<string, Draft>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(380px, 560px) minmax(320px, 1fr);
        gap: 20px;
        align-items: start;
      }
      .preview {
        position: sticky;
        top: 0;
        padding: 12px;
      }
      .preview .bar {
        margin-bottom: 10px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-top: 10px;
      }
      .head {
        position: sticky;
        z-index: 2;
        top: 0;
        padding: 4px 0;
        margin-bottom: 6px;
        background: var(--ground);
      }
      .incomplete,
      .silence {
        margin-bottom: 10px;
      }
      /* A long list of what can be read must not push the picture out of sight. */
      @media (min-width: 901px) {
        .preview {
          max-height: calc(100vh - 70px);
          overflow-y: auto;
        }
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  constructor() {
    super();
    guardUnsaved(this, () => this.dirty || this.drafts.size > 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('playlist')) {
      const left = changed.get('playlist')?.id;
      if (this.playlist.id !== left) this.turnFrom(left);
      else if (!this.dirty) this.take();
    }
    if (changed.has('groups') && !this.group) this.chooseGroup();
  }

  protected override render() {
    const problems = this.problems();
    return html`
      <div>
        <div class="bar head">
          <h2>${this.playlist.name}</h2>
          ${this.dirty ? html`<span class="badge warn">${msg('未保存', { id: 'playlist.dirty' })}</span>` : nothing}
          <span role="status" aria-live="polite">
            ${this.saved ? html`<span class="badge good">✓ ${msg('已保存', { id: 'cell.saved' })}</span>` : nothing}
          </span>
          <span class="grow"></span>
          ${
            this.readonly
              ? nothing
              : html`
                  <button type="button" ?disabled=${!this.dirty} @click=${this.reset}>
                    ${msg('放弃修改', { id: 'sheet.discard' })}
                  </button>
                  <button
                    class="primary"
                    type="button"
                    ?disabled=${!this.dirty || problems.size > 0}
                    @click=${() => void this.save()}
                  >
                    ${msg('保存并播出', { id: 'playlist.save' })}
                  </button>
                `
          }
        </div>
        ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
        ${
          this.dirty && problems.size > 0
            ? html`<div class="message warn incomplete">
                ${msg(str`有 ${problems.size} 页没有填完（标有“!”），补全后才能保存`, { id: 'playlist.incomplete' })}
              </div>`
            : nothing
        }
        <pb-entries
          .entries=${this.entries}
          .references=${this.references}
          .chosen=${this.chosen}
          .problems=${problems}
          ?readonly=${this.readonly}
          @pb-entries=${this.onEntries}
          @pb-chosen=${(event: PageEvent<'pb-chosen'>) => (this.chosen = event.detail)}
        ></pb-entries>
      </div>
      ${this.renderPreview(problems)}
    `;
  }

  private renderPreview(problems: ReadonlyMap<string, string>) {
    const stages = previewStages(this.screens, this.group);
    const shown = stages.find(({ id }) => id === this.stage) ?? stages[0];
    if (!shown) return nothing;
    return html`
      <section class="panel preview" aria-label=${msg('预览', { id: 'preview.title' })}>
        <div class="bar">
          <h2>${msg('预览', { id: 'preview.title' })}</h2>
          <span class="grow"></span>
          <label>
            ${msg('屏幕组', { id: 'playlist.group' })}
            <select @change=${this.onGroup}>
              ${this.groups.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.group}>${name}</option>`)}
            </select>
          </label>
          <label>
            ${msg('画面', { id: 'playlist.stage' })}
            <select @change=${(event: Event & { target: HTMLSelectElement }) => (this.stage = event.target.value)}>
              ${stages.map(({ id, name }) => html`<option value=${id} ?selected=${id === shown.id}>${name}</option>`)}
            </select>
          </label>
        </div>
        ${
          this.groups.length === 0
            ? html`<div class="message warn">
                ${msg('先在“屏幕”里建一个屏幕组，才能预览。', { id: 'preview.no-group' })}
              </div>`
            : html`${this.renderSilence(problems)}<pb-preview
                  .programme=${this.programme}
                  .stage=${shown.stage}
                  .slide=${this.chosen}
                ></pb-preview>`
        }
        ${this.renderFacts(shown, stages)}
      </section>
    `;
  }

  /** Why the preview shows something else than the open entry. */
  private renderSilence(problems: ReadonlyMap<string, string>) {
    const entry = this.entries.find(({ id }) => id === this.chosen);
    const silence = entry && silenceOf(entry, problems, this.programme, this.previewed);
    return silence ? html`<div class="message warn silence" role="status">${silenceWords(silence)}</div>` : nothing;
  }

  private renderFacts({ id, stage }: PreviewStage, stages: readonly PreviewStage[]) {
    const facts = this.programme && loopFacts(this.programme, stage);
    const own = new Set(this.screens.map((screen) => screen.id));
    const judged = stages.filter((each) => each.id === id || own.has(each.id));
    return html`
      <div class="facts small">
        ${
          facts
            ? html`<span>${msg(str`一轮 ${facts.pages} 页，共 ${facts.seconds} 秒`, { id: 'playlist.loop' })}</span>`
            : nothing
        }
      </div>
      <pb-legibility
        .programme=${this.programme}
        .stages=${judged}
        .shown=${id}
        .titleOf=${(slide: string) => slideTitle(slide, { ...this.playlist, entries: this.entries })}
      ></pb-legibility>
    `;
  }

  /** Entries whose options are not complete, in words. */
  private problems(): ReadonlyMap<string, string> {
    return new Map(
      this.entries.flatMap(({ id, kind, options }) => {
        const [first] = Object.entries(problemCodes(optionFields(kind), options));
        const field = first && optionFields(kind)[first[0]];
        return first
          ? [[id, `${field ? labelText(field.label) : ''} ${fieldProblemText(first[1], field)}`] as const]
          : [];
      }),
    );
  }

  private take(): void {
    this.entries = this.playlist.entries;
    this.revision = this.playlist.revision;
  }

  private readonly reset = (): void => {
    this.take();
    this.dirty = false;
    this.saved = false;
    this.problem = '';
    this.chosen = '';
    this.chooseGroup();
  };

  /** Another playlist: what was not saved in the one that is left waits there. */
  private turnFrom(left: string | undefined): void {
    if (left !== undefined && this.dirty) this.drafts.set(left, { entries: this.entries, revision: this.revision });
    const draft = this.drafts.get(this.playlist.id);
    this.drafts.delete(this.playlist.id);
    this.reset();
    if (!draft) return;
    this.entries = draft.entries;
    this.revision = draft.revision;
    this.dirty = true;
  }

  private chooseGroup(): void {
    this.group = (this.groups.find(({ playlist }) => playlist === this.playlist.id) ?? this.groups[0])?.id ?? '';
    this.refreshPreview();
  }

  private onGroup({ target }: Event & { readonly target: HTMLSelectElement }): void {
    this.group = target.value;
    this.stage = '';
    this.refreshPreview();
  }

  private onEntries(event: PageEvent<'pb-entries'>): void {
    this.entries = event.detail;
    this.dirty = true;
    this.saved = false;
    this.refreshPreview();
  }

  private refreshPreview(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.loadPreview(), PREVIEW_DELAY_MS);
  }

  private async loadPreview(): Promise<void> {
    const usable = this.entries.filter((entry) => checkEntries([entry]).ok);
    if (!this.group) return;
    try {
      this.programme = await previewProgramme(this.group, usable);
      this.previewed = usable;
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }

  private async save(): Promise<void> {
    this.problem = '';
    try {
      const { revision } = await updateRecord('playlists', this.playlist.id, { entries: this.entries }, this.revision);
      this.revision = revision;
      this.dirty = false;
      this.saved = true;
      fire(this, 'pb-written', undefined);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
