import type { Cell } from '../workbook/workbook.ts';
import type { ImportCode, Severity } from './codes.ts';
import type { QuestionOption } from './types.ts';
import { trimmed } from './text.ts';

/** What one cell was read as. */
export interface CellNote {
  readonly code: ImportCode;
  readonly severity?: Severity;
  readonly from?: string;
  readonly to?: string;
}

/** What stands between a cell and its value; the answer is a text that is read in the cell's place. */
export interface Doubt {
  readonly code: ImportCode;
  readonly options: readonly QuestionOption[];
  readonly allowFree: boolean;
}

export interface Reading<T> {
  /** Null when the cell is empty, says nothing, or waits for an answer. */
  readonly value: T | null;
  readonly notes: readonly CellNote[];
  readonly doubt?: Doubt;
}

export const NOTHING: Reading<never> = { value: null, notes: [] };

export const reading = <T>(value: T | null, notes: readonly CellNote[] = []): Reading<T> => ({ value, notes });

export const doubtful = (doubt: Doubt, notes: readonly CellNote[] = []): Reading<never> => ({
  value: null,
  notes,
  doubt,
});

/** A text that was typed in a cell's place. */
export const cellOf = (text: string): Cell => ({ value: text, text });

/** What a cell says as text, whatever its type; empty for none. */
export const textOf = (cell: Cell | undefined): string => {
  if (!cell || cell.error !== undefined) return '';
  if (typeof cell.value === 'string') return trimmed(cell.value);
  return cell.value === null ? '' : trimmed(cell.text === '' ? String(cell.value) : cell.text);
};

/** `#REF!`, or a formula whose result the file does not hold. */
export const failedFormula = (cell: Cell): boolean =>
  cell.error !== undefined || (cell.formula === true && (cell.value === null || cell.value === ''));
