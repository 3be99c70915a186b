/** From when to when a project is built, as one cell says it. */
import type { Cell } from '../workbook/workbook.ts';
import { ANSWERS } from './codes.ts';
import { findDate, readDate, type DateSpan } from './dates.ts';
import { doubtful, failedFormula, NOTHING, reading, type Reading } from './reading.ts';
import { compact, isEmptyMark } from './text.ts';

export interface Period {
  readonly start: DateSpan | null;
  readonly finish: DateSpan | null;
}

const BETWEEN = /—+|–+|―+|─+|~+|～+|至|到|-{2,}/;
/** A single hyphen also stands inside dates (2016-3): it separates only years, and dates written otherwise. */
const HYPHENED = [
  /^(\d{4}年?)-(\d{4}年?)$/,
  /^(\d{4}-\d{1,2})-(\d{4}-\d{1,2})$/,
  /^([^-]*[.年/][^-]*)-([^-]*)$/,
  /^()-(.+)$/,
  /^(.+)-()$/,
];

function halves(plain: string): readonly [string, string] | null {
  const parts = plain.split(BETWEEN);
  if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  if (parts.length > 2) return null;
  for (const pattern of HYPHENED) {
    const match = pattern.exec(plain);
    if (match) return [match[1] ?? '', match[2] ?? ''];
  }
  return null;
}

const unreadable = (): Reading<never> =>
  doubtful({ code: 'DATE_UNREADABLE', options: [{ value: 'empty', label: ANSWERS.empty }], allowFree: true });

function inYearOf(text: string, start: DateSpan | null): DateSpan | null {
  const year = start ? Number(start.first.slice(0, 4)) : null;
  return findDate(/^\d{1,2}$/.test(text) ? `${text}月` : text, year);
}

function readText(raw: string): Reading<Period> {
  const plain = compact(raw).replace(/^\((.*)\)$/, '$1');
  if (plain === '') return NOTHING;
  if (isEmptyMark(plain)) return reading<Period>(null, [{ code: 'EMPTY_MARK', from: raw }]);
  const both = halves(plain);
  if (!both) {
    const only = findDate(plain, null);
    // One year is both ends; one month says not which end it is.
    return only?.precision === 'year' ? found({ start: only, finish: only }, raw) : unreadable();
  }
  const start = both[0] === '' ? null : findDate(both[0], null);
  const finish = both[1] === '' ? null : inYearOf(both[1], start);
  if ((both[0] !== '' && !start) || (both[1] !== '' && !finish)) return unreadable();
  if (start && finish && start.first > finish.last) return unreadable();
  return found({ start, finish }, raw);
}

const found = (period: Period, from: string): Reading<Period> => {
  const to = `${period.start?.first.slice(0, 7) ?? ''}—${period.finish?.last.slice(0, 7) ?? ''}`;
  return reading(period, [{ code: 'DATE_RANGE', from, to }]);
};

/** The start and the finish in a cell such as `2016-2018`, `2016.3—2018.12`, `2016年3月至12月`. */
export function readPeriod(cell: Cell | undefined): Reading<Period> {
  if (!cell) return NOTHING;
  if (failedFormula(cell)) return reading<Period>(null, [{ code: 'FORMULA_ERROR', from: cell.error ?? cell.text }]);
  if (typeof cell.value === 'string') return readText(cell.value);
  const single = readDate(cell, null);
  return single.value?.precision === 'year'
    ? found({ start: single.value, finish: single.value }, cell.text)
    : typeof cell.value === 'number'
      ? unreadable()
      : NOTHING;
}
