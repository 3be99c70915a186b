import { addDays, weekday } from '../../core/calendar/workdays.ts';
import { officeDate, parseInstant } from '../../core/office-time.ts';
import { instant, type Instant, type IsoDate } from '../../core/time.ts';

const FRIDAY = 5;

/** Editions are on air before the Friday meeting, unless another moment is given. */
export const USUAL_TIME = '08:30';

/** The moment that a date and a time of the office name; null when they name none. */
export const airTime = (date: string, time: string): Instant | null => parseInstant(`${date}T${time}:00+08:00`);

/** The Friday on which the next usual time lies ahead. */
export function nextFriday(now: number): IsoDate {
  const today = officeDate(instant(now));
  const friday = addDays(today, (FRIDAY - weekday(today) + 7) % 7);
  return (airTime(friday, USUAL_TIME) ?? 0) > now ? friday : addDays(friday, 7);
}
