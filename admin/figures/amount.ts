/** What was typed into a cell, read as an amount in 万元. */
import { compare, fraction } from '../../core/exact.ts';
import { yuanFromWan } from '../../core/money.ts';
import { reports } from '../../core/registers/reports.ts';

export type CellInput =
  | { readonly kind: 'clear' }
  | { readonly kind: 'amount'; readonly yuan: number }
  | { readonly kind: 'invalid'; readonly why: 'not-a-number' | 'negative' | 'too-large' };

/** Spreadsheets write an empty cell as nothing or as a dash. */
const EMPTY = /^[-–—－]?$/;

export function readAmount(text: string): CellInput {
  const trimmed = text.trim();
  if (EMPTY.test(trimmed)) return { kind: 'clear' };
  // A Chinese keyboard types the full stop where a decimal point is meant; Excel takes .5 for 0.5.
  const yuan = yuanFromWan(trimmed.replace(/[。．]/, '.').replace(/^\./, '0.'));
  if (yuan === null) return { kind: 'invalid', why: 'not-a-number' };
  if (yuan < 0) return { kind: 'invalid', why: 'negative' };
  const checked = reports.fields.completedYtdYuan.check(yuan);
  return checked.ok ? { kind: 'amount', yuan } : { kind: 'invalid', why: 'too-large' };
}

/** What a person should look at twice before it is written. */
export type Doubt = 'lower-than-before' | 'over-300-percent' | 'clears';

/** Whether `yuan` is more than 300 % of the plan; false without one. */
export function overThreeHundredPercent(yuan: number, planYuan: number | null): boolean {
  const rate = planYuan === null ? null : fraction(yuan, planYuan);
  return rate !== null && compare(rate, { numerator: 3n, denominator: 1n }) > 0;
}

/** Whether a cumulative amount falls below the nearest earlier month that has one. */
export function lowerThanBefore(yuan: number, earlier: readonly (number | null)[]): boolean {
  const before = earlier.filter((each) => each !== null).at(-1);
  return before !== undefined && yuan < before;
}
