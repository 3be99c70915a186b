import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { entriesInOrder } from '../../core/keyed-rows.ts';
import { PACE_WORDS } from '../../core/metrics/pace-words.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { Group, Playlist, Screen } from '../../core/registers/index.ts';
import { SLIDE_KINDS } from '../../core/slides/kinds.ts';
import { COLOUR_VISIONS, nearestPaces, PLAIN_DISTANCE } from '../../core/theme/colour-vision.ts';
import type { ThemeName } from '../../core/theme/theme-name.ts';
import type { ThemeTokens } from '../../core/theme/tokens.ts';
import { previewProgramme } from '../api/groups.ts';
import { asProblem } from '../api/problem.ts';
import { labelText } from '../common/locale.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { previewStages } from '../playlists/preview-stage.ts';
import { controls } from '../style/controls.ts';
import { lookedAt, LOOKS, type Look } from './theme-draft.ts';
import '../playlists/pb-preview.ts';

type SelectOf = Event & { readonly target: HTMLSelectElement };

const lookText = (look: Look): string => {
  if (look === 'everybody') return msg('常人所见', { id: 'themes.look.everybody' });
  return look === 'greyscale' ? msg('灰度', { id: 'themes.look.greyscale' }) : labelText(COLOUR_VISIONS[look]);
};

/** A group's real programme in the colours that are being edited, as anybody sees them. */
@customElement('pb-theme-preview')
export class PbThemePreview extends PbElement {
  @property() base: ThemeName = 'red';
  @property({ attribute: false }) tokens!: ThemeTokens;
  @property({ attribute: false }) groups: readonly Group[] = [];
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property({ attribute: false }) screens: readonly Screen[] = [];

  @state() private group = '';
  @state() private stage = '';
  @state() private slide = '';
  @state() private look: Look = 'everybody';
  @state() private programme: Programme | null = null;
  @state() private problem = '';

  static override styles = [
    controls,
    css`
      .bar {
        margin-bottom: 10px;
      }
      p {
        margin: 0 0 10px;
      }
      select {
        max-width: 200px;
      }
      button[aria-pressed='true'] {
        background: var(--accent);
        border-color: var(--accent);
        color: #fff;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('groups') && !this.groups.some(({ id }) => id === this.group))
      this.choose(this.groups[0]?.id ?? '');
    else if (changed.has('playlists') && !this.programme) this.choose(this.group);
  }

  protected override render() {
    if (this.groups.length === 0)
      return html`<div class="message warn">
        ${msg('先在“屏幕”里建一个屏幕组，才能预览。', { id: 'preview.no-group' })}
      </div>`;
    const stages = previewStages(this.screens, this.group);
    const shown = stages.find(({ id }) => id === this.stage) ?? stages[0];
    return html`
      <div class="bar">
        <label>
          ${msg('屏幕组', { id: 'playlist.group' })}
          <select @change=${({ target }: SelectOf) => this.choose(target.value)}>
            ${this.groups.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.group}>${name}</option>`)}
          </select>
        </label>
        <label>
          ${msg('画面', { id: 'playlist.stage' })}
          <select @change=${({ target }: SelectOf) => (this.stage = target.value)}>
            ${stages.map(({ id, name }) => html`<option value=${id} ?selected=${id === shown?.id}>${name}</option>`)}
          </select>
        </label>
        <label>
          ${msg('页面', { id: 'entries.label' })}
          <select @change=${({ target }: SelectOf) => (this.slide = target.value)}>
            <option value="">${msg('轮播', { id: 'themes.loop' })}</option>
            ${this.slides().map(([id, name]) => html`<option value=${id} ?selected=${id === this.slide}>${name}</option>`)}
          </select>
        </label>
      </div>
      <div class="bar" role="group" aria-label=${msg('以谁的眼睛看', { id: 'themes.looks' })}>
        ${LOOKS.map(
          (look) =>
            html`<button
              class="small"
              type="button"
              aria-pressed=${look === this.look}
              @click=${() => (this.look = look)}
            >
              ${lookText(look)}
            </button>`,
        )}
      </div>
      ${this.renderNearest()}
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      ${shown ? html`<pb-preview .programme=${this.dressed()} .stage=${shown.stage} .slide=${this.slide}></pb-preview>` : nothing}
    `;
  }

  private slides(): readonly (readonly [id: string, name: string])[] {
    return entriesInOrder(this.programme?.slides ?? {}).map(([id, { kind, title, order }]) => [
      id,
      `${order + 1}. ${title ?? labelText(SLIDE_KINDS[kind].label)}`,
    ]);
  }

  /** A ranking first: it has the colours of all paces. */
  private firstShown({ slides }: Programme): string {
    const [ranking] = Object.entries(slides).find(([, { kind }]) => kind === 'unitRanking') ?? [];
    return ranking ?? this.slides()[0]?.[0] ?? '';
  }

  /** What is hardest to tell apart by colour alone, with these eyes. */
  private renderNearest() {
    const { one, other, distance } = nearestPaces(lookedAt(this.tokens, this.look));
    const [first, second] = [labelText(PACE_WORDS[one].label), labelText(PACE_WORDS[other].label)];
    const plain = distance >= PLAIN_DISTANCE;
    const text = msg(
      str`最难分辨：${first}与${second}，色差 ${distance.toFixed(1)}（${PLAIN_DISTANCE} 以上一眼可分）`,
      {
        id: 'themes.nearest',
      },
    );
    return html`<p class="small">
      <span class="badge ${plain ? 'good' : 'warn'}">${plain ? '✓' : '✗'}</span> ${text}
      ${plain ? nothing : msg('此时靠形状和文字分辨。', { id: 'themes.by-shape' })}
    </p>`;
  }

  /** The programme in the colours of the draft, without what the group itself would do to them. */
  private dressed(): Programme | null {
    if (!this.programme) return null;
    const { greyscale: _, ...programme } = this.programme;
    return { ...programme, theme: this.base, tokens: lookedAt(this.tokens, this.look) };
  }

  private choose(id: string): void {
    this.group = id;
    this.stage = '';
    void this.load();
  }

  private async load(): Promise<void> {
    const group = this.groups.find(({ id }) => id === this.group);
    const playlist = this.playlists.find(({ id }) => id === group?.playlist);
    if (!group || !playlist) return;
    this.problem = '';
    try {
      const programme = await previewProgramme(group.id, playlist.entries);
      this.programme = programme;
      if (!programme.slides[this.slide]) this.slide = this.firstShown(programme);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
  }
}
