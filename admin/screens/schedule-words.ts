import { msg, str } from '@lit/localize';
import { weekday } from '../../core/calendar/workdays.ts';
import { officeDate } from '../../core/office-time.ts';
import type { ScheduleWindow } from '../../core/programme/schedule.ts';
import type { Group, Playlist } from '../../core/registers/index.ts';
import { instant, type Instant } from '../../core/time.ts';
import { currentLocale } from '../common/locale.ts';
import { dueAt, timeText, type DayPlan, type LineDoubt, type LineProblem } from './schedule-edits.ts';

export const darkText = (): string => msg('熄屏', { id: 'schedule.dark' });

/** The day of the week, 1 for Monday, as 一 or Mon. */
export const dayName = (day: number): string =>
  new Intl.DateTimeFormat(currentLocale(), { weekday: currentLocale() === 'en' ? 'short' : 'narrow', timeZone: 'UTC' })
    // 2024-01-01 was a Monday.
    .format(Date.UTC(2024, 0, day));

export const playlistName = (playlists: readonly Playlist[], id: string | null): string =>
  id === null
    ? darkText()
    : (playlists.find((each) => each.id === id)?.name ?? msg('（已删除的节目单）', { id: 'schedule.gone' }));

export function problemWords(problem: LineProblem): string {
  switch (problem) {
    case 'no-days':
      return msg('至少选一天', { id: 'schedule.no-days' });
    case 'bad-time':
      return msg('时间写作 7:30，最晚 24:00', { id: 'schedule.bad-time' });
    case 'not-after':
      return msg('结束须晚于开始；跨零点请分成两行', { id: 'schedule.not-after' });
    case 'bad-day':
      return msg('日期不对', { id: 'schedule.bad-day' });
    case 'days-swapped':
      return msg('截止日期早于起始日期', { id: 'schedule.days-swapped' });
  }
}

export function doubtWords(doubt: LineDoubt): string {
  switch (doubt) {
    case 'over':
      return msg('已过期', { id: 'schedule.over' });
    case 'covered':
      return msg('不会生效：时间全被前面的时段占用，或期间没有所选的星期', { id: 'schedule.covered' });
    case 'gone':
      return msg('节目单已删除，此时播放本组的节目单', { id: 'schedule.gone-help' });
    case 'empty':
      return msg('这个节目单没有启用的页面，屏幕上只有单位名称', { id: 'schedule.empty' });
  }
}

/** A window's playlist, or that it is dark; the group's own outside of all windows. */
export const stretchName = (
  windows: readonly ScheduleWindow[],
  window: number | null,
  own: string,
  playlists: readonly Playlist[],
): string => {
  const current = window === null ? undefined : windows[window];
  return playlistName(playlists, current ? (current.playlist ?? null) : own);
};

/** A day's plan in words, for those who don't see the bar. */
export const dayPlanText = ({ day, stretches }: DayPlan, nameOf: (window: number | null) => string): string =>
  `${dayName(weekday(day))} ${day}: ${stretches
    .map(({ from, until, window }) => `${timeText(from)}–${timeText(until)} ${nameOf(window)}`)
    .join(', ')}`;

/** What a group should show now, and until when. */
export function dueText(
  group: Group,
  windows: readonly ScheduleWindow[],
  playlists: readonly Playlist[],
  now: Instant,
) {
  const { playlist, until } = dueAt(windows, group.playlist, now);
  const name = playlistName(playlists, playlist);
  if (until === Infinity) return msg(str`现在应显示：${name}`, { id: 'schedule.due' });
  const [today, day] = [officeDate(now), officeDate(instant(until))];
  const minutes = Math.round((until - Date.parse(`${day}T00:00:00+08:00`)) / 60_000);
  const end = day === today ? timeText(minutes) : `${day} ${timeText(minutes)}`;
  return msg(str`现在应显示：${name}（至 ${end}）`, { id: 'schedule.due-until' });
}
