/** Working days: the week's order, changed by the register of holidays and make-up workdays. */
import { dateOfDay, dayNumber, type IsoDate } from '../time.ts';
import type { Ledger, Table } from '../ledger/ledger.ts';
import type { Holiday } from '../registers/index.ts';

/** The days that differ from the week's order: days off, and weekend days that are worked instead. */
export type Calendar = ReadonlyMap<IsoDate, Holiday['kind']>;

const known = new WeakMap<Table<Holiday>, Calendar>();

/** The calendar of a ledger's register of holidays; worked out once per revision of it. */
export function calendarOf({ tables }: Ledger): Calendar {
  const before = known.get(tables.holidays);
  if (before) return before;
  const calendar = new Map([...tables.holidays.values()].map(({ on, kind }) => [on, kind] as const));
  known.set(tables.holidays, calendar);
  return calendar;
}

/** Day of the week, 1 for Monday to 7 for Sunday. */
export const weekday = (date: IsoDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The date so many calendar days later; earlier when negative. */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days);

const FRIDAY = 5;

/** Whether offices work on a day: Monday to Friday unless it is off, and weekend days that make up for one. */
export function isWorkday(calendar: Calendar, date: IsoDate): boolean {
  const special = calendar.get(date);
  return special ? special === 'workday' : weekday(date) <= FRIDAY;
}

/**
 * The working day so many working days after a date, which need not be one itself; before it when negative.
 * 0 gives the date itself.
 */
export function addWorkdays(calendar: Calendar, date: IsoDate, workdays: number): IsoDate {
  const step = workdays < 0 ? -1 : 1;
  let left = Math.abs(workdays);
  let day = dayNumber(date);
  while (left > 0) {
    day += step;
    if (isWorkday(calendar, dateOfDay(day))) left -= 1;
  }
  return dateOfDay(day);
}

/** Mondays to Fridays from a Monday in the far past to a day, as `dayNumber` counts; only differences say something. */
function weekdaysTo(day: number): number {
  // 1970-01-01 was a Thursday.
  const days = day + 3;
  const weeks = Math.floor(days / 7);
  return 5 * weeks + Math.min(days - 7 * weeks + 1, FRIDAY);
}

/** Working days after `from` up to and including `to`: 0 on the same day, negative when `to` is earlier. */
export function workdaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  if (to < from) return -workdaysBetween(calendar, to, from);
  let count = weekdaysTo(dayNumber(to)) - weekdaysTo(dayNumber(from));
  for (const [date, kind] of calendar) {
    if (date <= from || date > to) continue;
    count += (kind === 'workday' ? 1 : 0) - (weekday(date) <= FRIDAY ? 1 : 0);
  }
  return count;
}
