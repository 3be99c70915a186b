import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addDays, weekday } from '../../core/calendar/workdays.ts';
import { DAY_MINUTES, type ScheduleWindow } from '../../core/programme/schedule.ts';
import type { Stretch } from '../../core/programme/timetable.ts';
import type { Playlist } from '../../core/registers/index.ts';
import { instant } from '../../core/time.ts';
import { PbElement } from '../common/pb-element.ts';
import { controls } from '../style/controls.ts';
import { timeText, todayIn, weekOf, type DayPlan } from './schedule-edits.ts';
import { dayName, dayPlanText, stretchName } from './schedule-words.ts';

/** Looks of windows by their place; a number goes with each. */
const LOOKS = 6;
/** Below this a stretch has no room for its name, in minutes. */
const LEAST_NAMED = 100;
const HOURS = [0, 6, 12, 18, 24];

const percent = (minutes: number): string => `${(minutes / DAY_MINUTES) * 100}%`;

/** A week as seven bars: what a group shows when. */
@customElement('pb-week-plan')
export class PbWeekPlan extends PbElement {
  @property({ attribute: false }) windows: readonly ScheduleWindow[] = [];
  /** The playlist outside of all windows. */
  @property() own = '';
  @property({ attribute: false }) playlists: readonly Playlist[] = [];

  /** Weeks from the present one. */
  @state() private ahead = 0;

  static override styles = [
    controls,
    css`
      .bar {
        margin-bottom: 6px;
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li,
      .hours {
        display: grid;
        grid-template-columns: 84px 1fr;
        align-items: center;
        gap: 8px;
      }
      .track,
      .scale {
        position: relative;
        height: 24px;
        margin: 1px 0;
        overflow: hidden;
        border: 1px solid var(--line-strong);
        border-radius: 3px;
      }
      .scale {
        height: 18px;
        border: 0;
        overflow: visible;
        margin-right: 14px;
      }
      .scale span {
        position: absolute;
        transform: translateX(-50%);
        font-size: 12px;
      }
      .scale span:first-child {
        transform: none;
      }
      .stretch {
        position: absolute;
        top: 0;
        bottom: 0;
        padding: 0 4px;
        overflow: hidden;
        font-size: 12px;
        line-height: 22px;
        white-space: nowrap;
        text-overflow: ellipsis;
        border-left: 1px solid var(--line-strong);
        background: #eef1f4;
        color: #1d2733;
      }
      .stretch:first-child {
        border-left: 0;
      }
      .look-0 {
        background: #cfe3f7;
      }
      .look-1 {
        background: #fbe3b8;
      }
      .look-2 {
        background: #d3edd5;
      }
      .look-3 {
        background: #f3d4dd;
      }
      .look-4 {
        background: #ded7f5;
      }
      .look-5 {
        background: #cdebea;
      }
      .stretch.dark {
        background: #10151b;
        color: #fff;
      }
      .day {
        white-space: nowrap;
      }
      li.today .day {
        font-weight: 700;
      }
    `,
  ];

  protected override render() {
    const today = todayIn(instant(Date.now()));
    const plans = weekOf(this.windows, addDays(today, this.ahead * 7));
    return html`
      <div class="bar">
        <button class="small" type="button" @click=${() => (this.ahead -= 1)}>
          ${msg('上一周', { id: 'schedule.week-before' })}
        </button>
        <span>${plans[0]?.day} – ${plans[6]?.day}</span>
        <button class="small" type="button" @click=${() => (this.ahead += 1)}>
          ${msg('下一周', { id: 'schedule.week-after' })}
        </button>
      </div>
      <ol>
        ${plans.map((plan) => this.renderDay(plan, plan.day === today))}
      </ol>
      <div class="hours soft" aria-hidden="true">
        <span></span>
        <div class="scale">
          ${HOURS.map((hour) => html`<span .style=${`left: ${percent(hour * 60)}`}>${hour}</span>`)}
        </div>
      </div>
      ${
        plans.some(({ dark }) => dark)
          ? html`<p class="message warn small">${msg('这一周有全天熄屏的日子', { id: 'schedule.dark-day' })}</p>`
          : nothing
      }
    `;
  }

  private renderDay(plan: DayPlan, isToday: boolean) {
    const nameOf = (window: number | null): string => stretchName(this.windows, window, this.own, this.playlists);
    return html`
      <li class=${isToday ? 'today' : ''}>
        <span class="day small">${dayName(weekday(plan.day))} ${plan.day.slice(5)}</span>
        <div class="track" role="img" aria-label=${dayPlanText(plan, nameOf)}>
          ${plan.stretches.map((stretch) => this.renderStretch(stretch, nameOf(stretch.window)))}
        </div>
      </li>
    `;
  }

  private renderStretch({ from, until, window }: Stretch, name: string) {
    const dark = window !== null && this.windows[window]?.playlist === undefined;
    const look = window === null ? '' : dark ? 'dark' : `look-${window % LOOKS}`;
    const named = window === null ? name : `${window + 1} ${name}`;
    return html`<span
      class="stretch ${look}"
      title=${`${timeText(from)}–${timeText(until)} ${name}`}
      .style=${`left: ${percent(from)}; width: ${percent(until - from)}`}
      >${until - from >= LEAST_NAMED ? named : nothing}</span
    >`;
  }
}
