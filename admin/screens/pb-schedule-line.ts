import { msg, str } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Playlist } from '../../core/registers/index.ts';
import { fire } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { problemOf, WEEK, type Line, type LineDoubt, type LineMove } from './schedule-edits.ts';
import { darkText, dayName, doubtWords, playlistName, problemWords } from './schedule-words.ts';

/** One window of a schedule; fires `pb-line` with the changed line and `pb-move` with what becomes of it. */
@customElement('pb-schedule-line')
export class PbScheduleLine extends PbElement {
  @property({ attribute: false }) line: Line | null = null;
  /** From 1. */
  @property({ type: Number }) number = 1;
  @property({ type: Boolean }) last = false;
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property() doubt: LineDoubt | '' = '';

  /** The dates are wanted though there are none yet. */
  @state() private limited = false;

  static override styles = [
    controls,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 10px;
        padding: 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        margin-bottom: 6px;
      }
      .days {
        display: flex;
      }
      .days button {
        min-width: 30px;
        padding: 0 4px;
        border-radius: 0;
        margin-left: -1px;
      }
      .days button[aria-pressed='true'] {
        background: var(--accent);
        border-color: var(--accent);
        color: #fff;
      }
      input.time {
        width: 64px;
      }
      select {
        max-width: 200px;
      }
      .words {
        flex-basis: 100%;
      }
    `,
  ];

  protected override render() {
    const { line } = this;
    if (!line) return nothing;
    const problem = problemOf(line);
    return html`
      <div class="line" role="group" aria-label=${msg(str`时段 ${this.number}`, { id: 'schedule.line' })}>
        <b class="number">${this.number}</b>
        ${this.renderDays(line)}
        <span>
          ${this.renderTime('from', msg('开始', { id: 'schedule.from' }))} –
          ${this.renderTime('until', msg('结束', { id: 'schedule.until' }))}
        </span>
        ${this.renderPlaylist(line)} ${this.renderLimits(line)}
        <span class="grow"></span>
        ${this.renderMoves()}
        ${problem ? html`<span class="words message bad small" role="alert">${problemWords(problem)}</span>` : nothing}
        ${this.doubt ? html`<span class="words message warn small" role="status">${doubtWords(this.doubt)}</span>` : nothing}
      </div>
    `;
  }

  private renderDays({ days }: Line) {
    return html`
      <span class="days" role="group" aria-label=${msg('星期', { id: 'schedule.days' })}>
        ${WEEK.map((day) => {
          const chosen = days.includes(day);
          const others = days.filter((each) => each !== day);
          return html`<button
            class="small"
            type="button"
            aria-pressed=${chosen}
            @click=${() => this.set({ days: chosen ? others : [...others, day].sort((a, b) => a - b) })}
          >
            ${dayName(day)}
          </button>`;
        })}
      </span>
    `;
  }

  private renderTime(name: 'from' | 'until', label: string) {
    return html`<input
      class="time"
      aria-label=${label}
      inputmode="numeric"
      maxlength="5"
      .value=${this.line?.[name] ?? ''}
      @change=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).value })}
    />`;
  }

  private renderPlaylist({ playlist }: Line) {
    const known = playlist === '' || this.playlists.some(({ id }) => id === playlist);
    return html`
      <select
        aria-label=${msg('节目单', { id: 'section.playlists' })}
        @change=${(event: Event) => this.set({ playlist: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${playlist === ''}>${darkText()}</option>
        ${this.playlists.map(({ id, name }) => html`<option value=${id} ?selected=${id === playlist}>${name}</option>`)}
        ${known ? nothing : html`<option value=${playlist} selected>${playlistName(this.playlists, playlist)}</option>`}
      </select>
    `;
  }

  private renderLimits(line: Line) {
    if (!this.limited && line.firstDay === '' && line.lastDay === '')
      return html`<button class="quiet small" type="button" @click=${() => (this.limited = true)}>
        ${msg('限定日期', { id: 'schedule.limit' })}
      </button>`;
    const day = (name: 'firstDay' | 'lastDay', label: string) =>
      html`<input
        type="date"
        aria-label=${label}
        .value=${line[name]}
        @change=${(event: Event) => this.set({ [name]: (event.target as HTMLInputElement).value })}
      />`;
    return html`<span>
      ${day('firstDay', msg('起始日期（可不填）', { id: 'schedule.first-day' }))} –
      ${day('lastDay', msg('截止日期（可不填）', { id: 'schedule.last-day' }))}
    </span>`;
  }

  private renderMoves() {
    const button = (move: LineMove, label: string, sign: string, disabled = false) =>
      html`<button
        class="quiet small"
        type="button"
        aria-label=${`${label} ${this.number}`}
        title=${label}
        ?disabled=${disabled}
        @click=${() => fire(this, 'pb-move', move)}
      >
        ${sign}
      </button>`;
    return html`<span>
      ${button('up', msg('上移', { id: 'entries.up' }), '↑', this.number === 1)}
      ${button('down', msg('下移', { id: 'entries.down' }), '↓', this.last)}
      ${button('remove', msg('删除', { id: 'change.delete' }), '✕')}
    </span>`;
  }

  private set(changed: Partial<Line>): void {
    if (this.line) fire(this, 'pb-line', { ...this.line, ...changed });
  }
}
