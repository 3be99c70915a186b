/** Runs in a worker thread: takes tables in pieces and writes them as one .xlsx file. */
import { parentPort } from 'node:worker_threads';
import { type NamedRange, writeXlsx } from 'hucre';
import type { Table, TableRow } from '../../core/workbook/table.ts';
import { sheetNames } from './sheet-names.ts';
import type { FromWriter, ToWriter } from './worker-messages.ts';
import { layOutSheet } from './xlsx-sheet.ts';

const send = (message: FromWriter, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer);

/** Written by name and not as an option of the sheet, because the writer doesn't quote sheets' names there. */
const printTitles = (sheet: string, first: number, last: number): NamedRange => ({
  name: '_xlnm.Print_Titles',
  range: `'${sheet.replaceAll("'", "''")}'!$${first}:$${last}`,
  scope: sheet,
});

async function write(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(tables.map((table) => table.name));
  const sheets = tables.map((table, index) => layOutSheet(table, names[index] ?? ''));
  const file = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet),
    namedRanges: sheets.map(({ sheet, headingRows }) => printTitles(sheet.name, headingRows.first, headingRows.last)),
    defaultFont: { name: '宋体', size: 10 },
  });
  return new Uint8Array(file);
}

async function answer(tables: readonly Table[]): Promise<void> {
  try {
    const bytes = await write(tables);
    send({ kind: 'file', bytes }, [bytes.buffer]);
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

const tables: { readonly table: Table; readonly rows: TableRow[] }[] = [];

parentPort?.on('message', (message: ToWriter) => {
  if (message.kind === 'end') void answer(tables.map(({ table, rows }) => ({ ...table, rows })));
  else {
    if (message.kind === 'table') tables.push({ table: message.table, rows: [] });
    else tables.at(-1)?.rows.push(...message.rows);
    send({ kind: 'more' });
  }
});
