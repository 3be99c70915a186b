/** Which window of a schedule counts when: the first that holds a moment. */
import { addDays, weekday } from '../calendar/workdays.ts';
import { officeDate, startOfOfficeDay } from '../office-time.ts';
import { instant, type Instant, type IsoDate } from '../time.ts';
import { DAY_MINUTES, type ScheduleWindow } from './schedule.ts';

/** The part of a window that says when it holds. */
export type Timed = Pick<ScheduleWindow, 'days' | 'from' | 'until' | 'firstDay' | 'lastDay'>;

/** Minutes of a day in which the same window counts. */
export interface Stretch {
  readonly from: number;
  /** The first minute after. */
  readonly until: number;
  /** The window's place in the schedule; null outside of all. */
  readonly window: number | null;
}

const MINUTE_MS = 60_000;
/** After so many days a schedule without first and last days has shown every change that it has. */
const WEEK = 7;

/** Whether a window holds at some time of a day. */
export const holdsOn = ({ days, firstDay, lastDay }: Timed, day: IsoDate): boolean =>
  days.includes(weekday(day)) && (firstDay ?? day) <= day && day <= (lastDay ?? day);

/** A day from its first to its last minute, cut where another window begins to count; at least one stretch. */
export function stretchesOf(windows: readonly Timed[], day: IsoDate): readonly Stretch[] {
  const holding = windows.flatMap((timed, window) => (holdsOn(timed, day) ? [{ timed, window }] : []));
  const borders = new Set([0, ...holding.flatMap(({ timed }) => [timed.from, timed.until])]);
  borders.delete(DAY_MINUTES);
  const stretches: Stretch[] = [];
  for (const from of [...borders].sort((a, b) => a - b)) {
    const window = holding.find(({ timed }) => timed.from <= from && from < timed.until)?.window ?? null;
    const before = stretches.pop();
    if (before && before.window === window) stretches.push(before);
    else stretches.push(...(before ? [{ ...before, until: from }] : []), { from, until: DAY_MINUTES, window });
  }
  return stretches;
}

/**
 * The days on which a schedule can change after (`step` 1) or before (-1) a day, in that direction: the week from that
 * day, and a week from each day on which a window begins or ceases to hold at all. Between those it repeats itself.
 */
function daysToLookAt(windows: readonly Timed[], today: IsoDate, step: 1 | -1): readonly IsoDate[] {
  const turns = windows.flatMap(({ firstDay, lastDay }) => [
    ...(firstDay ? [firstDay] : []),
    ...(lastDay ? [addDays(lastDay, 1)] : []),
  ]);
  const ahead = turns.filter((day) => (step === 1 ? day > today : day < today));
  const days = new Set(
    [today, ...ahead].flatMap((day) => Array.from({ length: WEEK + 1 }, (_, index) => addDays(day, index * step))),
  );
  return [...days].sort((a, b) => (a < b ? -step : step));
}

const startOf = (day: IsoDate, minute: number): Instant => instant(startOfOfficeDay(day) + minute * MINUTE_MS);

/** The window that counts at a moment, and the moments around it at which another begins to. */
export interface Reign {
  /** The window's place in the schedule; null outside of all. */
  readonly window: number | null;
  /** -Infinity when it has always counted. */
  readonly from: number;
  /** Infinity when it always will. */
  readonly until: number;
}

/** When another window begins to count than the one that does at a moment. */
function endOf(windows: readonly Timed[], now: Instant, window: number | null): number {
  for (const day of daysToLookAt(windows, officeDate(now), 1))
    for (const stretch of stretchesOf(windows, day))
      if (stretch.window !== window && startOf(day, stretch.from) > now) return startOf(day, stretch.from);
  return Infinity;
}

/** When the window that counts at a moment began to. */
function beginningOf(windows: readonly Timed[], now: Instant, window: number | null): number {
  for (const day of daysToLookAt(windows, officeDate(now), -1))
    for (const stretch of [...stretchesOf(windows, day)].reverse())
      if (stretch.window !== window && startOf(day, stretch.until) <= now) return startOf(day, stretch.until);
  return -Infinity;
}

/** What counts at a moment and how long. Exact however far away the next change is. */
export function reignAt(windows: readonly Timed[], now: Instant): Reign {
  const today = officeDate(now);
  const current = stretchesOf(windows, today).find(({ until }) => now < startOf(today, until));
  const window = current?.window ?? null;
  return { window, from: beginningOf(windows, now, window), until: endOf(windows, now, window) };
}

/**
 * Whether a window of a schedule still counts at some time from a day on. One that does not is over, or windows before
 * it hold all of its time, or no day between its first and last is one of its weekdays.
 */
export const countsFrom = (windows: readonly Timed[], window: number, today: IsoDate): boolean =>
  daysToLookAt(windows, today, 1).some((day) => stretchesOf(windows, day).some((each) => each.window === window));
