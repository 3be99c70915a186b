/** What the workers and the thread that started them say to each other. */
import type { Table, TableRow } from '../../core/workbook/table.ts';
import type { Sheet, Workbook, WorkbookProblem } from '../../core/workbook/workbook.ts';
import type { WorkbookLimits } from './limits.ts';

/** What a reader is busy with. */
export type ReadStage = 'unpacking' | 'parsing' | 'collecting';

export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: WorkbookLimits;
}

export type FromReader =
  | { readonly kind: 'stage'; readonly stage: ReadStage }
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  /** The next rows of a sheet; the reader waits for `more` before it sends any others. */
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: Sheet['rows'] }
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly problem: WorkbookProblem };

export type ToWriter =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'end' };

export type FromWriter =
  | { readonly kind: 'more' }
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

/** Cells in one message: some ten milliseconds of work for the thread that receives them. */
export const CELLS_PER_MESSAGE = 20_000;
