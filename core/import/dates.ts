/** Dates as people type them, to the span of days that they mean. */
import { daysInMonth, parseDate, type IsoDate, type IsoMonth } from '../time.ts';
import type { Cell, CellDate } from '../workbook/workbook.ts';
import { decimalOf } from './amount.ts';
import { ANSWERS, type ImportCode } from './codes.ts';
import { doubtful, failedFormula, NOTHING, reading, type Reading } from './reading.ts';
import { compact, isEmptyMark } from './text.ts';

export interface DateSpan {
  readonly first: IsoDate;
  /** What a deadline means. */
  readonly last: IsoDate;
  /** How exactly it was said; a half-year and a quarter count as `year`. */
  readonly precision: 'year' | 'month' | 'day';
}

/** A date in a text, and by which rule it was read; a plain day needs none. */
export interface DateFound extends DateSpan {
  readonly code?: ImportCode;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const isoDay = (year: number, month: number, day: number): IsoDate | null =>
  parseDate(`${year}-${pad(month)}-${pad(day)}`);

const daySpan = (year: number, month: number, day: number): DateSpan | null => {
  const date = isoDay(year, month, day);
  return date && { first: date, last: date, precision: 'day' };
};

/** From one month to another of the same year, both included. */
const monthsSpan = (year: number, from: number, to: number, precision: DateSpan['precision']): DateSpan | null => {
  const first = isoDay(year, from, 1);
  const last = isoDay(year, to, daysInMonth(year, to));
  return first && last && { first, last, precision };
};

/** The month of a date, for fields that hold months. */
export const monthOf = (date: IsoDate): IsoMonth => date.slice(0, 7) as IsoMonth;

const YEAR = '(?:(?<year>\\d{4})年?[./-]?|(?<word>今年|本年|当年|明年|次年|去年|上年))?';
const BY = '(?:之?前|以前|止)?';
const HALVES: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  年中: [1, 6],
  年初: [1, 1],
  年底: [1, 12],
  年末: [1, 12],
  年内: [1, 12],
  全年: [1, 12],
  底: [1, 12],
  末: [1, 12],
  内: [1, 12],
};
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

const DAY = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?(?<by>之?前|以前)?(?:T?\d{1,2}:\d{2}(?::\d{2})?)?$/;
const SHORT_DAY = new RegExp(`^${YEAR}(\\d{1,2})月(\\d{1,2})[日号](?:${BY})$`);
const MONTH = /^(\d{4})(?:年|[./-])(\d{1,2})月?份?$/;
const MONTH_WORDS = new RegExp(`^${YEAR}(?<month>\\d{1,2})月份?(?<part>底|末|初|上旬|中旬|下旬)?${BY}$`);
const QUARTER = new RegExp(`^${YEAR}第?(?<quarter>[一二三四1-4])季度?[底末内]?${BY}$`);
const HALF = new RegExp(`^${YEAR}(?<half>上半年|下半年|年[中初底末内]|全年|[底末内])${BY}$`);
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})?$/;

const WORD_YEARS: Readonly<Record<string, number>> = { 明年: 1, 次年: 1, 去年: -1, 上年: -1 };

const yearIn = (
  groups: Readonly<Record<string, string | undefined>> | undefined,
  known: number | null,
): number | null => {
  if (groups?.['year'] !== undefined) return Number(groups['year']);
  return known === null ? null : known + (WORD_YEARS[groups?.['word'] ?? ''] ?? 0);
};

const withCode = (span: DateSpan | null, code?: ImportCode): DateFound | null =>
  span && (code ? { ...span, code } : span);

function partOfMonth(year: number, month: number, part: string | undefined): DateSpan | null {
  const whole = monthsSpan(year, month, month, 'month');
  const ends: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 };
  const end = ends[part ?? ''];
  const last = end === undefined ? null : isoDay(year, month, end);
  return whole && last ? { ...whole, last } : whole;
}

function inWords(plain: string, known: number | null): DateSpan | null {
  const half = HALF.exec(plain)?.groups;
  const quarter = QUARTER.exec(plain)?.groups;
  const month = MONTH_WORDS.exec(plain)?.groups;
  const day = SHORT_DAY.exec(plain);
  const year = yearIn(half ?? quarter ?? month ?? day?.groups, known);
  if (year === null) return null;
  if (half) {
    const [from, to] = HALVES[half['half'] ?? ''] ?? [1, 12];
    return monthsSpan(year, from, to, 'year');
  }
  const number = QUARTERS[quarter?.['quarter'] ?? ''];
  if (number !== undefined) return monthsSpan(year, number * 3 - 2, number * 3, 'year');
  if (month) return partOfMonth(year, Number(month['month']), month['part']);
  return day ? daySpan(year, Number(day[3]), Number(day[4])) : null;
}

/**
 * The date that a text means: `2017.3`, `2017年3月底`, `3月底前`, `上半年`, `年底`, `2017-03-31` …
 * @param known the year of texts that name none; null when there is none either.
 */
export function findDate(text: string, known: number | null): DateFound | null {
  const plain = compact(text);
  const day = DAY.exec(plain);
  if (day)
    return withCode(
      daySpan(Number(day[1]), Number(day[2]), Number(day[3])),
      day.groups?.['by'] ? 'DATE_PHRASE' : undefined,
    );
  const month = MONTH.exec(plain);
  if (month) return withCode(monthsSpan(Number(month[1]), Number(month[2]), Number(month[2]), 'month'), 'DATE_MONTH');
  const run = RUN_TOGETHER.exec(plain);
  if (run?.[3] !== undefined) return daySpan(Number(run[1]), Number(run[2]), Number(run[3]));
  if (run && Number(run[2]) >= 1 && Number(run[2]) <= 12)
    return withCode(monthsSpan(Number(run[1]), Number(run[2]), Number(run[2]), 'month'), 'DATE_MONTH');
  const year = /^(\d{4})年?$/.exec(plain);
  if (year) return monthsSpan(Number(year[1]), 1, 12, 'year');
  return withCode(inWords(plain, known), 'DATE_PHRASE');
}

/** The first and the last serial number that is taken for a date: 1954 to 2119, far from years and amounts. */
const SERIALS = [20_000, 80_000] as const;

/** The day with a serial number of the 1900 system, from its parts: no time zone comes near it. */
export function serialDate(serial: number): CellDate {
  // Days since 0000-03-01 in the proleptic Gregorian calendar; serial 60 is a day that never was.
  const days = Math.floor(serial) + 693_899 + (serial < 60 ? 1 : 0);
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

const unreadable = (): Reading<never> =>
  doubtful({ code: 'DATE_UNREADABLE', options: [{ value: 'empty', label: ANSWERS.empty }], allowFree: true });

const done = (found: DateFound | null, from: string): Reading<DateSpan> => {
  if (!found) return unreadable();
  const { code, ...span } = found;
  const to = span.precision === 'month' ? span.first.slice(0, 7) : span.last;
  return reading(span, code ? [{ code, from, to }] : []);
};

function readNumber(cell: Cell, value: number): Reading<DateSpan> {
  const decimal = decimalOf(value);
  const month = /^(\d{4})\.(\d{1,2})$/.exec(decimal);
  if (month) {
    // A format with two places shows what was typed: 2017.10 lost its zero as a number.
    const shownAs = /^\d{4}\.\d{2}$/.test(compact(cell.text)) && cell.format !== undefined ? compact(cell.text) : null;
    if (shownAs) return done(findDate(shownAs, null), `${decimal} (${cell.format})`);
    if (month[2] !== '1') return done(findDate(decimal, null), decimal);
    const options = ['01', '10'].map((each) => ({
      value: `${month[1]}-${each}`,
      label: { zh: `${month[1]}年${Number(each)}月`, en: `${month[1]}-${each}` },
    }));
    return doubtful({ code: 'DATE_AMBIGUOUS', options, allowFree: false });
  }
  if (value >= SERIALS[0] && value <= SERIALS[1]) {
    const { year, month: number, day } = serialDate(value);
    return done(withCode(daySpan(year, number, day), 'DATE_SERIAL'), decimal);
  }
  return done(findDate(decimal, null), decimal);
}

/** Whether a date format shows days; `yyyy"年"m"月"` shows months only. */
const showsDays = (format: string | undefined): boolean =>
  format === undefined || /d|日/i.test(format.replace(/"[^"日]*"|\[[^\]]*\]/g, ''));

/** The date in a cell; nothing is null, what is no date is a doubt. See `findDate` for texts. */
export function readDate(cell: Cell | undefined, known: number | null): Reading<DateSpan> {
  if (!cell) return NOTHING;
  if (failedFormula(cell)) return reading<DateSpan>(null, [{ code: 'FORMULA_ERROR', from: cell.error ?? cell.text }]);
  if (cell.date) {
    const { year, month, day } = cell.date;
    if (showsDays(cell.format)) return done(daySpan(year, month, day), cell.text);
    return done(withCode(monthsSpan(year, month, month, 'month'), 'DATE_MONTH'), cell.text);
  }
  if (typeof cell.value === 'number') return readNumber(cell, cell.value);
  if (typeof cell.value !== 'string') return NOTHING;
  const plain = compact(cell.value);
  if (plain === '') return NOTHING;
  if (isEmptyMark(plain)) return reading<DateSpan>(null, [{ code: 'EMPTY_MARK', from: cell.value }]);
  return done(findDate(plain, known), cell.value);
}
