/** What was typed into a cell, read as an amount in 万元. */
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
