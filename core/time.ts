/**
 * Instants are UTC milliseconds; dates and months are ISO text in the office's time zone.
 * Nothing here reads a clock: `now` is always an argument.
 */
declare const brand: unique symbol;

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' };
/** A span of time in milliseconds. */
export type Duration = number & { readonly [brand]: 'Duration' };
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };
/** A calendar month, `YYYY-MM`. */
export type IsoMonth = string & { readonly [brand]: 'IsoMonth' };

export const instant = (milliseconds: number): Instant => milliseconds as Instant;
export const duration = (milliseconds: number): Duration => milliseconds as Duration;
export const seconds = (count: number): Duration => duration(count * 1000);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInYear = (year: number): number => (isLeapYear(year) ? 366 : 365);

/** Days in a month; `month` counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const pad = (value: number): string => String(value).padStart(2, '0');

/** The date in `text`, or null when it is no calendar day between the years 1900 and 2199. */
export function parseDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const possible = year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1;
  return possible && day <= daysInMonth(year, month) ? (text as IsoDate) : null;
}

/** The month in `text`, or null when it is none. */
export const parseMonth = (text: string): IsoMonth | null =>
  /^\d{4}-\d{2}$/.test(text) && parseDate(`${text}-01`) ? (text as IsoMonth) : null;

export const yearOf = (date: IsoDate | IsoMonth): number => Number(date.slice(0, 4));
export const monthNumberOf = (date: IsoDate | IsoMonth): number => Number(date.slice(5, 7));

/** The first day of a date's year. */
export const startOfYear = (date: IsoDate): IsoDate => `${date.slice(0, 4)}-01-01` as IsoDate;

/** Day of the year, from 1. */
export function dayOfYear(date: IsoDate): number {
  const year = yearOf(date);
  const last = monthNumberOf(date);
  let days = Number(date.slice(8, 10));
  for (let month = 1; month < last; month += 1) days += daysInMonth(year, month);
  return days;
}

export const endOfMonth = (month: IsoMonth): IsoDate =>
  `${month}-${pad(daysInMonth(yearOf(month), monthNumberOf(month)))}` as IsoDate;

/** The last day of the month before the one that holds `date`. */
export function previousMonthEnd(date: IsoDate): IsoDate {
  const month = monthNumberOf(date);
  const previous = month === 1 ? `${yearOf(date) - 1}-12` : `${yearOf(date)}-${pad(month - 1)}`;
  return endOfMonth(previous as IsoMonth);
}

/** Leap days from the year 1 to the end of a year. */
const leapDaysTo = (year: number): number => Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** The months of a date's year that have ended by it, its own day included. */
export function monthsEndedOf(asOf: IsoDate): readonly IsoMonth[] {
  const months: IsoMonth[] = [];
  for (let number = 1; number <= monthNumberOf(asOf); number += 1) {
    const month = `${asOf.slice(0, 4)}-${pad(number)}` as IsoMonth;
    if (endOfMonth(month) <= asOf) months.push(month);
  }
  return months;
}

/** Days since 1970-01-01, for differences between dates. */
export function dayNumber(date: IsoDate): number {
  const year = yearOf(date);
  return 365 * (year - 1970) + leapDaysTo(year - 1) - leapDaysTo(1969) + dayOfYear(date) - 1;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Days from 0000-03-01 to 1970-01-01, and in 400 years, after which the calendar repeats. */
const DAYS_TO_1970 = 719_468;
const DAYS_IN_400_YEARS = 146_097;

/**
 * The day so many days after 1970-01-01: the inverse of `dayNumber`. Counts years from March, so that the day of a leap
 * year comes last.
 */
export function dateOfDay(day: number): IsoDate {
  const days = day + DAYS_TO_1970;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${year}-${pad(month)}-${pad(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}` as IsoDate;
}
