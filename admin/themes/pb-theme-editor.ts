import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { canonicalJson } from '../../core/canonical.ts';
import type { Group, Playlist, RecordTypes, Screen } from '../../core/registers/index.ts';
import { checkTheme, type FaintPair } from '../../core/theme/check-theme.ts';
import { tokensOf, type OwnTokens } from '../../core/theme/own-theme.ts';
import { THEME_NAMES, type ThemeName } from '../../core/theme/theme-name.ts';
import { asProblem } from '../api/problem.ts';
import { updateRecord } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { guardUnsaved } from '../common/unsaved.ts';
import { controls } from '../style/controls.ts';
import './pb-theme-preview.ts';
import './pb-theme-tokens.ts';

type Theme = RecordTypes['themes'];

interface Draft {
  readonly base: ThemeName;
  readonly tokens: OwnTokens;
  readonly revision: number;
}

const coloursOf = ({ base, tokens }: Theme): string => canonicalJson({ base, tokens });

/** Edits one own theme beside the real programme in its colours. */
@customElement('pb-theme-editor')
export class PbThemeEditor extends PbElement {
  @property({ attribute: false }) theme!: Theme;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property({ attribute: false }) screens: readonly Screen[] = [];

  /** What is edited and not saved, by theme: one that is left for another waits. */
  @state() private drafts: ReadonlyMap<string, Draft> = new Map();
  @state() private problem = '';
  @state() private saved = false;

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(360px, 480px) minmax(320px, 1fr);
        gap: 20px;
        align-items: start;
      }
      .head {
        margin-bottom: 10px;
      }
      .preview {
        position: sticky;
        top: 0;
        padding: 12px;
      }
      .faint {
        margin-top: 12px;
        max-height: 220px;
        overflow: auto;
      }
      .faint ul {
        margin: 4px 0 0;
        padding-left: 18px;
      }
      @media (max-width: 900px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .preview {
          position: static;
          grid-row: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    guardUnsaved(this, () => this.drafts.size > 0);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('theme');
    if (!before) return;
    if (before.id !== this.theme.id) {
      this.saved = false;
      this.problem = '';
      return;
    }
    // A new name is no edit of the colours: what is being edited goes on from there.
    const draft = this.drafts.get(this.theme.id);
    if (draft && coloursOf(before) === coloursOf(this.theme)) this.keep({ ...draft, revision: this.theme.revision });
  }

  private get draft(): Draft {
    return this.drafts.get(this.theme.id) ?? this.theme;
  }

  protected override render() {
    const { base, tokens: own } = this.draft;
    const tokens = tokensOf(base, own);
    const faint = checkTheme(tokens);
    const unreadable = faint.some(({ use }) => use === 'body');
    return html`
      <div>
        ${this.renderHead(unreadable)}
        ${this.problem ? html`<div class="message bad head" role="alert">${this.problem}</div>` : nothing}
        <pb-theme-tokens
          .base=${base}
          .own=${own}
          @pb-theme-tokens=${(event: PageEvent<'pb-theme-tokens'>) => this.edit({ tokens: event.detail })}
        ></pb-theme-tokens>
      </div>
      <section class="panel preview" aria-label=${msg('预览', { id: 'preview.title' })}>
        <pb-theme-preview
          .base=${base}
          .tokens=${tokens}
          .groups=${this.groups}
          .playlists=${this.playlists}
          .screens=${this.screens}
        ></pb-theme-preview>
        ${this.renderFaint(faint, unreadable)}
      </section>
    `;
  }

  private renderHead(unreadable: boolean) {
    const dirty = this.drafts.has(this.theme.id);
    return html`
      <div class="bar head">
        <label>
          ${msg('以此为底', { id: 'themes.base' })}
          <select
            @change=${({ target }: Event & { readonly target: HTMLSelectElement }) => this.edit({ base: target.value as ThemeName })}
          >
            ${Object.entries(THEME_NAMES).map(
              ([name, label]) =>
                html`<option value=${name} ?selected=${name === this.draft.base}>${labelText(label)}</option>`,
            )}
          </select>
        </label>
        ${dirty ? html`<span class="badge warn">${msg('未保存', { id: 'playlist.dirty' })}</span>` : nothing}
        <span role="status" aria-live="polite">
          ${this.saved && !dirty ? html`<span class="badge good">✓ ${msg('已保存', { id: 'cell.saved' })}</span>` : nothing}
        </span>
        <span class="grow"></span>
        <button type="button" ?disabled=${!dirty} @click=${() => this.keep(null)}>
          ${msg('放弃修改', { id: 'sheet.discard' })}
        </button>
        <button class="primary" type="button" ?disabled=${!dirty || unreadable} @click=${() => void this.save()}>
          ${msg('保存', { id: 'save' })}
        </button>
      </div>
    `;
  }

  private renderFaint(faint: readonly FaintPair[], unreadable: boolean) {
    if (faint.length === 0)
      return html`<div class="message good faint" role="status">
        ${msg('所有文字和图形都看得清。', { id: 'themes.readable' })}
      </div>`;
    return html`
      <div class="message ${unreadable ? 'bad' : 'warn'} faint" role="status" tabindex="0">
        ${
          unreadable
            ? msg('正文看不清，不能保存。请调整：', { id: 'themes.unreadable' })
            : msg('这些地方在远处可能看不清：', { id: 'themes.faint' })
        }
        <ul>
          ${faint.map(({ label }) => html`<li>${labelText(label)}</li>`)}
        </ul>
      </div>
    `;
  }

  private edit(change: Partial<Draft>): void {
    const { base, tokens, revision } = this.draft;
    this.keep({ base, tokens, revision, ...change });
    this.saved = false;
  }

  /** Keeps an edit of the theme that is open; null lets go of it. */
  private keep(draft: Draft | null): void {
    const drafts = new Map(this.drafts);
    if (draft) drafts.set(this.theme.id, draft);
    else drafts.delete(this.theme.id);
    this.drafts = drafts;
    this.problem = '';
  }

  private async save(): Promise<void> {
    const { base, tokens, revision } = this.draft;
    this.problem = '';
    try {
      this.theme = await updateRecord('themes', this.theme.id, { base, tokens }, revision);
      this.keep(null);
      this.saved = true;
      fire(this, 'pb-written', undefined);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
