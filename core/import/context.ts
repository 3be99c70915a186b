import type { Ledger } from '../ledger/ledger.ts';
import type { IsoDate } from '../time.ts';
import type { ClassifiedRow } from './classify.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header.ts';
import type { MoneyUnit } from './money-unit.ts';
import type { Session } from './session.ts';
import type { ImportColumn } from './types.ts';

/** A sheet whose headings, rows and circumstances are known, ready to be read. */
export interface SheetContext {
  readonly ledger: Ledger;
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: readonly ImportColumn[];
  /** The rows below the headings, in order. */
  readonly rows: readonly ClassifiedRow[];
  readonly session: Session;
  readonly title: string;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The unit of amounts that name none, by column index where a heading names one. */
  readonly unitOf: (column: number) => MoneyUnit;
  /** The file tells numbers from texts. */
  readonly typed: boolean;
  /** Texts that look like formulas were guarded by an apostrophe. */
  readonly guarded: boolean;
}

export const columnFor = (context: SheetContext, field: string): ImportColumn | undefined =>
  context.columns.find((column) => column.field === field);
