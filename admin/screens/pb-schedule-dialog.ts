import { msg, str } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MAX_WINDOWS } from '../../core/programme/schedule.ts';
import type { Group, Playlist } from '../../core/registers/index.ts';
import { instant } from '../../core/time.ts';
import { asProblem } from '../api/problem.ts';
import { updateRecord } from '../api/records.ts';
import { fire, type PageEvent } from '../common/events.ts';
import { PbElement } from '../common/pb-element.ts';
import { problemText } from '../common/problem-text.ts';
import { controls } from '../style/controls.ts';
import {
  doubtOf,
  lineOf,
  moved,
  newLine,
  problemOf,
  todayIn,
  windowsOf,
  withFriday,
  withNights,
  type Line,
  type LineMove,
} from './schedule-edits.ts';
import { dueText, playlistName } from './schedule-words.ts';
import './pb-schedule-line.ts';
import './pb-week-plan.ts';
import '../common/pb-dialog.ts';

/** Edits when a group's screens show what; fires `pb-written` when it is saved and `pb-close` when not. */
@customElement('pb-schedule-dialog')
export class PbScheduleDialog extends PbElement {
  /** Null closes the dialog. */
  @property({ attribute: false }) group: Group | null = null;
  @property({ attribute: false }) playlists: readonly Playlist[] = [];
  @property({ type: Boolean }) readonly = false;

  @state() private lines: readonly Line[] = [];
  @state() private problem = '';
  @state() private busy = false;

  static override styles = [
    controls,
    css`
      .bar {
        margin: 8px 0 14px;
      }
      p {
        margin: 0 0 10px;
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('group') || !this.group) return;
    this.lines = (this.group.schedule ?? []).map(lineOf);
    this.problem = '';
    this.busy = false;
  }

  protected override render() {
    const { group } = this;
    return html`
      <pb-dialog
        wide
        heading=${msg(str`播出时段：${group?.name ?? ''}`, { id: 'schedule.heading' })}
        ?open=${group !== null}
      >
        ${group ? this.renderBody(group) : nothing}
        <button slot="actions" type="button" @click=${() => fire(this, 'pb-close', undefined)}>
          ${this.readonly ? msg('关闭', { id: 'dialog.close' }) : msg('取消', { id: 'cancel' })}
        </button>
        ${
          this.readonly
            ? nothing
            : html`<button
                slot="actions"
                type="button"
                class="primary"
                ?disabled=${this.busy || this.lines.some((line) => problemOf(line) !== null)}
                @click=${() => void this.save()}
              >
                ${msg('保存', { id: 'save' })}
              </button>`
        }
      </pb-dialog>
    `;
  }

  private renderBody(group: Group) {
    const windows = windowsOf(this.lines);
    const own = playlistName(this.playlists, group.playlist);
    return html`
      ${this.problem ? html`<div class="message bad" role="alert">${this.problem}</div>` : nothing}
      <p><b>${dueText(group, windows, this.playlists, instant(Date.now()))}</b></p>
      <p class="soft small">
        ${msg(str`同一时刻有几个时段时，排在前面的生效；不在任何时段内时播放本组的“${own}”。屏幕断网时也按时切换。`, { id: 'schedule.explain' })}
      </p>
      ${this.readonly ? nothing : this.renderLines(group)}
      <pb-week-plan .windows=${windows} .own=${group.playlist} .playlists=${this.playlists}></pb-week-plan>
    `;
  }

  private renderLines(group: Group) {
    const today = todayIn(instant(Date.now()));
    const full = this.lines.length >= MAX_WINDOWS;
    const other = this.playlists.find(({ id }) => id !== group.playlist) ?? this.playlists[0];
    return html`
      ${this.lines.map(
        (line, index) =>
          html`<pb-schedule-line
            .line=${line}
            .number=${index + 1}
            ?last=${index === this.lines.length - 1}
            .playlists=${this.playlists}
            .doubt=${doubtOf(this.lines, index, this.playlists, today) ?? ''}
            @pb-line=${({ detail }: PageEvent<'pb-line'>) => this.replace(index, detail)}
            @pb-move=${({ detail }: PageEvent<'pb-move'>) => this.move(index, detail)}
          ></pb-schedule-line>`,
      )}
      <div class="bar">
        <button
          type="button"
          ?disabled=${full}
          @click=${() => (this.lines = [...this.lines, newLine(other?.id ?? '')])}
        >
          ＋ ${msg('添加时段', { id: 'schedule.add' })}
        </button>
        <button
          type="button"
          ?disabled=${this.lines.length + 2 > MAX_WINDOWS}
          @click=${() => (this.lines = withNights(this.lines))}
        >
          ${msg('亮屏 7:00–22:00（其余熄屏）', { id: 'schedule.nights' })}
        </button>
        <button type="button" ?disabled=${full} @click=${() => (this.lines = withFriday(this.lines, other?.id ?? ''))}>
          ${msg('周五会场', { id: 'schedule.friday' })}
        </button>
      </div>
    `;
  }

  private replace(index: number, line: Line): void {
    this.lines = this.lines.map((each, place) => (place === index ? line : each));
  }

  private move(index: number, move: LineMove): void {
    if (move === 'remove') this.lines = this.lines.filter((_, place) => place !== index);
    else this.lines = moved(this.lines, index, move === 'up' ? -1 : 1);
  }

  private async save(): Promise<void> {
    const { group } = this;
    if (!group) return;
    this.busy = true;
    const windows = windowsOf(this.lines);
    try {
      const schedule = windows.length === 0 ? null : windows;
      await updateRecord('groups', group.id, { schedule }, group.revision);
      fire(this, 'pb-written', undefined);
      fire(this, 'pb-close', undefined);
    } catch (error) {
      this.problem = problemText(asProblem(error));
    }
    this.busy = false;
  }
}
