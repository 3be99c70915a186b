/** What one record of the ledger layout says: every column read, nothing compared with the ledger yet. */
import type { Cell } from '../workbook/workbook.ts';
import type { AmountColumn } from './amounts.ts';
import { monthOf, type DateSpan } from './dates.ts';
import type { Named } from './directory.ts';
import { LEDGER_COLUMNS, type LedgerColumn } from './ledger-columns.ts';
import type { Target } from './milestone-text.ts';
import type { Period } from './period.ts';
import type { PermitMark } from './permit-marks.ts';
import type { ImportColumn } from './types.ts';

/** One permit of a project as a mark says it. */
export interface MarkedPermit {
  readonly item: Named;
  readonly state: PermitMark;
}

/** What a row says; what it does not say is absent. */
export interface LedgerRow {
  readonly row: number;
  readonly name: string;
  /** Values of `projects` that a column holds as they are. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly period: Period | null;
  readonly planYuan: number | null;
  readonly ytdYuan: number | null;
  readonly monthYuan: number | null;
  readonly targets: readonly (Target & { readonly quarter: number })[];
  readonly permits: readonly MarkedPermit[];
  readonly issue: string | null;
  readonly measure: string | null;
  readonly units: readonly Named[] | null;
  readonly leader: Named | null;
}

/** A mapped column with its cells. */
export interface ReadColumn {
  readonly column: ImportColumn;
  readonly spec: LedgerColumn;
  readonly cells: ReadonlyMap<number, Cell>;
  readonly amounts?: AmountColumn;
}

export const specOf = (field: string): LedgerColumn | undefined => {
  if (/^permits?:/.test(field))
    return {
      id: field,
      headings: [],
      aliases: [],
      reading: field.startsWith('permits:') ? 'permits' : 'permit',
      exported: true,
    };
  return LEDGER_COLUMNS.find(({ id }) => id === field);
};

/** The month that a date means; a year alone leaves a known month of that year as it is. */
export function monthWithin(span: DateSpan, isFinish: boolean, known: unknown): string {
  if (typeof known === 'string' && known >= span.first.slice(0, 7) && known <= span.last.slice(0, 7)) return known;
  return monthOf(isFinish ? span.last : span.first);
}
