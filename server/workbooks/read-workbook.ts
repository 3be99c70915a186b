import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Sheet, Workbook, WorkbookProblem } from '../../core/workbook/workbook.ts';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import type { FromReader, ReadJob, ReadStage } from './worker-messages.ts';

export interface ReadOptions {
  readonly limits?: Partial<WorkbookLimits>;
  readonly onProgress?: (stage: ReadStage) => void;
  /** Aborting ends the reading; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

type ReadResult = Result<Workbook, WorkbookProblem>;

/** Young generation besides the heap that the limits name; the default is too small for many short-lived strings. */
const YOUNG_MEGABYTES = 64;

function startReader(bytes: Uint8Array, fileName: string, limits: WorkbookLimits): Worker {
  // A copy of these bytes alone, handed over: a view would take everything behind it along.
  const job: ReadJob = { bytes: new Uint8Array(bytes), fileName, limits };
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: job,
    transferList: [job.bytes.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    // What libraries print about odd files is nobody's business.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

/** Puts the workbook together from what the worker sends; `settle` is called with the outcome. */
function collect(worker: Worker, settle: (result: ReadResult) => void, onProgress?: (stage: ReadStage) => void): void {
  const rows: Sheet['rows'][number][][] = [];
  let frame: Workbook | null = null;
  worker.on('message', (message: FromReader) => {
    if (message.kind === 'stage') onProgress?.(message.stage);
    if (message.kind === 'problem') settle(fail(message.problem));
    if (message.kind === 'workbook') frame = message.workbook;
    if (message.kind === 'rows') {
      (rows[message.sheet] ??= []).push(...message.rows);
      // Other work comes first: the pieces of a large workbook never stand in a row.
      setImmediate(() => worker.postMessage('more', []));
    }
    if (message.kind === 'done' && frame) {
      settle(ok({ ...frame, sheets: frame.sheets.map((sheet, index) => ({ ...sheet, rows: rows[index] ?? [] })) }));
    }
  });
}

/** Out of memory is the only way in which a file ends a worker that we know of; it is then too large for us. */
const problemOfCrash = (error: unknown): WorkbookProblem =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged';

function runReader(worker: Worker, limits: WorkbookLimits, options: ReadOptions): Promise<ReadResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>();
  const timer = setTimeout(() => resolve(fail('too-slow')), limits.milliseconds);
  const abort = (): void => reject(options.signal?.reason);
  options.signal?.addEventListener('abort', abort);
  worker.on('error', (error) => resolve(fail(problemOfCrash(error))));
  worker.on('exit', () => resolve(fail('damaged')));
  collect(worker, resolve, options.onProgress);
  return promise.finally(() => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  });
}

/**
 * Reads a spreadsheet, whatever its name says: the format is told from the content (.xlsx, .xls and WPS .et, a
 * web page with tables, CSV). The file's name only names the sheet of a CSV file.
 *
 * All of it is done in a worker thread that is bounded in memory and time and ended afterwards, so that no file
 * can take the server with it. A worker may use about 1 GB: callers let one file be read at a time.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const limits = { ...WORKBOOK_LIMITS, ...options.limits };
  options.signal?.throwIfAborted();
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > limits.fileBytes) return fail('too-large');
  const worker = startReader(bytes, fileName, limits);
  try {
    return await runReader(worker, limits, options);
  } finally {
    await worker.terminate();
  }
}
