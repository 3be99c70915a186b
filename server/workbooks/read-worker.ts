/** Runs in a worker thread: reads one file and hands it over in pieces. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { Sheet, WorkbookProblem } from '../../core/workbook/workbook.ts';
import { readFile } from './read-file.ts';
import { Unreadable } from './unreadable.ts';
import { CELLS_PER_MESSAGE, type FromReader, type ReadJob } from './worker-messages.ts';

const send = (message: FromReader): void => parentPort?.postMessage(message, []);

/** Libraries throw their own errors at damaged files; a string or array above V8's bounds is a RangeError. */
function problemOf(error: unknown): WorkbookProblem {
  if (error instanceof Unreadable) return error.problem;
  return error instanceof RangeError && /Invalid (?:string|array|typed array) length/.test(error.message)
    ? 'too-large'
    : 'damaged';
}

async function sendRows(sheet: Sheet, index: number): Promise<void> {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
  const step = Math.ceil(CELLS_PER_MESSAGE / width);
  for (let from = 0; from < sheet.rows.length; from += step) {
    const more = parentPort ? once(parentPort, 'message') : Promise.resolve();
    send({ kind: 'rows', sheet: index, rows: sheet.rows.slice(from, from + step) });
    await more;
  }
}

async function read({ bytes, fileName, limits }: ReadJob): Promise<void> {
  try {
    send({ kind: 'stage', stage: 'unpacking' });
    const workbook = await readFile(bytes, fileName, limits, () => send({ kind: 'stage', stage: 'parsing' }));
    send({ kind: 'stage', stage: 'collecting' });
    send({ kind: 'workbook', workbook: { ...workbook, sheets: workbook.sheets.map((s) => ({ ...s, rows: [] })) } });
    for (const [index, sheet] of workbook.sheets.entries()) await sendRows(sheet, index);
    send({ kind: 'done' });
  } catch (error) {
    send({ kind: 'problem', problem: problemOf(error) });
  }
}

await read(workerData as ReadJob);
