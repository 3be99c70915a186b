import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Table } from '../../core/workbook/table.ts';
import { CELLS_PER_MESSAGE, type FromWriter, type ToWriter } from './worker-messages.ts';

/** A bound, not a need: with 20,000 rows of 25 columns the process grew to about 420 MB. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 1_536, maxYoungGenerationSizeMb: 64 };

async function send(worker: Worker, message: ToWriter): Promise<FromWriter> {
  const answered = once(worker, 'message') as Promise<[FromWriter]>;
  worker.postMessage(message, []);
  const [answer] = await answered;
  // Other work comes first: the pieces of a large table never stand in a row.
  await setImmediate();
  return answer;
}

async function sendTable(worker: Worker, table: Table): Promise<void> {
  await send(worker, { kind: 'table', table: { ...table, rows: [] } });
  const step = Math.ceil(CELLS_PER_MESSAGE / Math.max(1, table.columns.length));
  for (let from = 0; from < table.rows.length; from += step) {
    await send(worker, { kind: 'rows', rows: table.rows.slice(from, from + step) });
  }
}

/**
 * Writes tables as an .xlsx file, one sheet each, in a worker thread. Texts are always texts, also those that
 * look like formulas; money is numbers in 万元, rates are percents, days and months are dates.
 */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  if (tables.length === 0) throw new RangeError('a workbook has at least one sheet');
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), { resourceLimits: RESOURCE_LIMITS });
  try {
    for (const table of tables) await sendTable(worker, table);
    const answer = await send(worker, { kind: 'end' });
    if (answer.kind !== 'file') throw new Error(answer.kind === 'failed' ? answer.message : 'the writer broke off');
    return answer.bytes;
  } finally {
    await worker.terminate();
  }
}
