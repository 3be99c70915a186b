/** Files with what the ledger holds: tables made in pieces and written in a worker, so that screens never wait. */
import { setImmediate } from 'node:timers/promises';
import type { BoardContext } from '../../core/boards/board.ts';
import { ledgerTable } from '../../core/export/ledger-table.ts';
import { registerColumns, registerRows, type RegisterExport } from '../../core/export/register-table.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { Holder } from '../../core/rights/holder.ts';
import type { Table, TableRow } from '../../core/workbook/table.ts';
import { writeCsv, writeXlsx } from '../workbooks/workbooks.ts';
import { createQueue } from './queue.ts';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Rows that are made or written before other work gets its turn: some milliseconds. */
const ROWS_AT_ONCE = 500;

/** A register's table, made in pieces. */
export async function collectRegister(ledger: Ledger, name: RegisterName, options: RegisterExport): Promise<Table> {
  const register = registerNamed(name);
  const rows: TableRow[] = [];
  for (const row of registerRows(ledger, name, options)) {
    if (rows.push(row) % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return { name: register.label[options.locale], columns: registerColumns(register, options.locale), rows };
}

/** The same bytes as `writeCsv`, made in pieces. */
async function writeCsvInPieces(table: Table): Promise<Uint8Array> {
  const head = writeCsv({ ...table, rows: [] });
  const pieces = [head];
  for (let from = 0; from < table.rows.length; from += ROWS_AT_ONCE) {
    const piece = writeCsv({ ...table, rows: table.rows.slice(from, from + ROWS_AT_ONCE) });
    pieces.push(piece.subarray(head.length));
    await setImmediate();
  }
  return Buffer.concat(pieces);
}

/** Writing an .xlsx file may take 1.5 GB in its worker: one at a time. */
const inTurn = createQueue();

/** The bytes of tables in a format; a CSV file has room for one. */
export function writeTables(tables: readonly Table[], format: ExportFormat): Promise<Uint8Array> {
  const [only, ...more] = tables;
  if (format === 'xlsx') return inTurn(() => writeXlsx(tables));
  if (!only || more.length > 0) throw new RangeError('a CSV file holds one table');
  return writeCsvInPieces(only);
}

/** Every register that somebody may read as one table each, in the order of the menu. */
export async function collectAll(
  ledger: Ledger,
  names: readonly RegisterName[],
  options: RegisterExport,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const name of names) tables.push(await collectRegister(ledger, name, options));
  return tables;
}

/** The whole ledger in the office's layout. */
export const writeLedger = (context: BoardContext, who?: Holder): Promise<Uint8Array> =>
  writeTables([ledgerTable(context, who)], 'xlsx');
