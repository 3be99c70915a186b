/** Days and times of the office in words. */
import { msg, str } from '@lit/localize';
import { officeDate } from '../../core/office-time.ts';
import { dayNumber, daysBetween, monthNumberOf, yearOf, type Instant, type IsoDate } from '../../core/time.ts';

/** The first of January 1970 was a Thursday. */
const weekdayOf = (date: IsoDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

const WEEKDAYS = (): readonly string[] => [
  msg('星期日', { id: 'day.sunday' }),
  msg('星期一', { id: 'day.monday' }),
  msg('星期二', { id: 'day.tuesday' }),
  msg('星期三', { id: 'day.wednesday' }),
  msg('星期四', { id: 'day.thursday' }),
  msg('星期五', { id: 'day.friday' }),
  msg('星期六', { id: 'day.saturday' }),
];

export const weekdayText = (date: IsoDate): string => WEEKDAYS()[weekdayOf(date)] ?? '';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day in full: 2026年11月23日, 23 November 2026. */
export function dateText(date: IsoDate): string {
  const [year, number, day] = [yearOf(date), monthNumberOf(date), Number(date.slice(8, 10))];
  const month = msg(str`${number}月`, { id: 'day.month' });
  const name = month.includes('月') ? month : (MONTHS[number - 1] ?? month);
  return msg(str`${year}年${name}${day}日`, { id: 'day.date' });
}

/** Whole days from today in the office to a day; negative once it has passed. */
export const daysTo = (date: IsoDate, now: Instant): number => daysBetween(officeDate(now), date);
