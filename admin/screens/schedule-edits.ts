/** Lines of the schedule editor: what a person types, and the windows that it stands for. */
import { addDays, weekday } from '../../core/calendar/workdays.ts';
import { officeDate } from '../../core/office-time.ts';
import { DAY_MINUTES, type ScheduleWindow } from '../../core/programme/schedule.ts';
import { countsFrom, reignAt, stretchesOf, type Stretch } from '../../core/programme/timetable.ts';
import type { Playlist } from '../../core/registers/index.ts';
import { instant, parseDate, type Instant, type IsoDate } from '../../core/time.ts';

/** One window as it stands in its controls. */
export interface Line {
  readonly days: readonly number[];
  /** Times of day such as 7:00; 24:00 is the end of the day. */
  readonly from: string;
  readonly until: string;
  /** Empty for none. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** A playlist's id; empty for dark. */
  readonly playlist: string;
}

/** What happens to a whole line. */
export type LineMove = 'up' | 'down' | 'remove';
/** What is wrong with a line. */
export type LineProblem = 'no-days' | 'bad-time' | 'not-after' | 'bad-day' | 'days-swapped';
/** What a line does not do, though nothing is wrong with it. */
export type LineDoubt = 'over' | 'covered' | 'gone' | 'empty';

export const WEEK: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const FRIDAY = 5;

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes of a day as 07:05. */
export const timeText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** The minute of the day that a text names: 7, 7:30, 0730 or ７：３０, up to 24:00; null for none. */
export function minuteOf(text: string): number | null {
  const match = /^(\d{1,2})(?::?(\d{2}))?$/.exec(
    text
      .normalize('NFKC')
      .trim()
      .replace(/[.时点]/, ':')
      .replace(/:$/, ''),
  );
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  const minute = hours * 60 + minutes;
  return minutes < 60 && minute <= DAY_MINUTES ? minute : null;
}

export const lineOf = ({ days, from, until, firstDay, lastDay, playlist }: ScheduleWindow): Line => ({
  days,
  from: timeText(from),
  until: timeText(until),
  firstDay: firstDay ?? '',
  lastDay: lastDay ?? '',
  playlist: playlist ?? '',
});

export function problemOf({ days, from, until, firstDay, lastDay }: Line): LineProblem | null {
  const [start, end] = [minuteOf(from), minuteOf(until)];
  if (days.length === 0) return 'no-days';
  if (start === null || end === null) return 'bad-time';
  if (start >= end) return 'not-after';
  if ([firstDay, lastDay].some((day) => day !== '' && parseDate(day) === null)) return 'bad-day';
  return firstDay !== '' && lastDay !== '' && firstDay > lastDay ? 'days-swapped' : null;
}

/** The window that a line stands for; null while something is wrong with it. */
export function windowOf(line: Line): ScheduleWindow | null {
  const [from, until] = [minuteOf(line.from), minuteOf(line.until)];
  if (problemOf(line) !== null || from === null || until === null) return null;
  const [firstDay, lastDay] = [parseDate(line.firstDay), parseDate(line.lastDay)];
  return {
    days: [...line.days].sort((a, b) => a - b),
    from,
    until,
    ...(firstDay ? { firstDay } : {}),
    ...(lastDay ? { lastDay } : {}),
    ...(line.playlist === '' ? {} : { playlist: line.playlist }),
  };
}

/** The windows of lines that are whole, in their order. */
export const windowsOf = (lines: readonly Line[]): readonly ScheduleWindow[] =>
  lines.flatMap((line) => windowOf(line) ?? []);

const isEmpty = ({ entries }: Playlist): boolean => !entries.some(({ enabled }) => enabled);

/** Why a line will not be seen as it stands. */
export function doubtOf(
  lines: readonly Line[],
  index: number,
  playlists: readonly Playlist[],
  today: IsoDate,
): LineDoubt | null {
  const line = lines[index];
  if (!line || problemOf(line) !== null) return null;
  if (line.lastDay !== '' && line.lastDay < today) return 'over';
  const whole = lines.filter((each) => problemOf(each) === null);
  if (!countsFrom(windowsOf(whole), whole.indexOf(line), today)) return 'covered';
  if (line.playlist === '') return null;
  const playlist = playlists.find(({ id }) => id === line.playlist);
  if (!playlist) return 'gone';
  return isEmpty(playlist) ? 'empty' : null;
}

export interface DayPlan {
  readonly day: IsoDate;
  readonly stretches: readonly Stretch[];
  /** Nothing is shown on the whole day. */
  readonly dark: boolean;
}

/** The week of a day, Monday to Sunday, with what is on when. */
export function weekOf(windows: readonly ScheduleWindow[], day: IsoDate): readonly DayPlan[] {
  const monday = addDays(day, 1 - weekday(day));
  return WEEK.map((number) => {
    const each = addDays(monday, number - 1);
    const stretches = stretchesOf(windows, each);
    const isDark = ({ window }: Stretch): boolean => window !== null && windows[window]?.playlist === undefined;
    return { day: each, stretches, dark: stretches.every(isDark) };
  });
}

/**
 * What a group should show at a moment: a playlist's id or null for dark, and until when (Infinity for ever). Windows
 * that follow on each other with the same playlist count as one, such as two that are dark around midnight.
 */
export function dueAt(
  windows: readonly ScheduleWindow[],
  own: string,
  now: Instant,
): { readonly playlist: string | null; readonly until: number } {
  const playlistIn = (window: number | null): string | null => {
    const current = window === null ? undefined : windows[window];
    return current ? (current.playlist ?? null) : own;
  };
  const reign = reignAt(windows, now);
  const playlist = playlistIn(reign.window);
  let { until } = reign;
  for (let turns = 0; turns <= windows.length && until !== Infinity; turns += 1) {
    const next = reignAt(windows, instant(until));
    if (playlistIn(next.window) !== playlist) break;
    until = next.until;
  }
  return { playlist, until };
}

/** Today, in the office. */
export const todayIn = (now: Instant): IsoDate => officeDate(now);

const line = (from: string, until: string, playlist = '', days = WEEK): Line => ({
  days,
  from,
  until,
  firstDay: '',
  lastDay: '',
  playlist,
});

/** A line to start from. */
export const newLine = (playlist: string): Line => line('08:00', '18:00', playlist);

/** Dark at night; after all others, so that they still count. */
export const withNights = (lines: readonly Line[]): readonly Line[] => [
  ...lines,
  line('00:00', '07:00'),
  line('22:00', '24:00'),
];

/** The meeting on Friday morning; before all others. */
export const withFriday = (lines: readonly Line[], playlist: string): readonly Line[] => [
  line('08:30', '12:00', playlist, [FRIDAY]),
  ...lines,
];

export const moved = (lines: readonly Line[], index: number, step: 1 | -1): readonly Line[] => {
  const [one, other] = [lines[index], lines[index + step]];
  if (!one || !other) return lines;
  return lines.map((each, place) => (place === index ? other : place === index + step ? one : each));
};
