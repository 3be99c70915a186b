/** When the weekly dispatch meeting (周调度会) is held. */
import type { IsoDate } from '../time.ts';
import { addDays, isWorkday, weekday, type Calendar } from './workdays.ts';

const FRIDAY = 5;

/**
 * The day of the dispatch meeting in the week (Monday to Sunday) that holds `date`: its Friday, or the last working day
 * before that when Friday is off. Null when Monday to Friday are all off: such a week has no meeting, and what is open
 * waits for the next. A make-up workday at the weekend holds none.
 */
export function dispatchDay(calendar: Calendar, date: IsoDate): IsoDate | null {
  const monday = addDays(date, 1 - weekday(date));
  for (let each = FRIDAY; each >= 1; each -= 1) {
    const day = addDays(monday, each - 1);
    if (isWorkday(calendar, day)) return day;
  }
  return null;
}

/** Weeks without a meeting follow on each other at most so often. */
const MOST_WEEKS = 5;

/** The next dispatch meeting after a date; null when none is held in the five weeks that follow. */
export function nextDispatchDay(calendar: Calendar, after: IsoDate): IsoDate | null {
  for (let week = 0; week <= MOST_WEEKS; week += 1) {
    const day = dispatchDay(calendar, addDays(after, week * 7));
    if (day !== null && day > after) return day;
  }
  return null;
}
