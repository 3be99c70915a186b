/** Runs in a worker thread: reads a file and compares it with the ledger, so that the server goes on meanwhile. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { prepareImport } from '../../core/import/prepare.ts';
import { templateOf } from '../../core/import/template.ts';
import type { ImportPreview, ImportRequest } from '../../core/import/types.ts';
import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/ledger.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Workbook } from '../../core/workbook/workbook.ts';
import { readWorkbook } from '../workbooks/workbooks.ts';
import type { ImportFailure } from './imports.ts';
import type { FromPreparer, PictureJob, PrepareJob, ToPreparer } from './messages.ts';
import { packRows } from './packed-rows.ts';

/** Requests in one message: some ten milliseconds of work for the thread that receives them. */
const REQUESTS_PER_MESSAGE = 2_000;

const send = (message: FromPreparer, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, [...transfer]);

const tables: Record<string, Map<string, object>> = {};
/** The file that was read last: it is compared again while a person answers questions, and gives picture after picture. */
const lastRead: { file: string; workbook: Workbook | null } = { file: '', workbook: null };

const ledgerAt = ({ revision, at }: Extract<ToPreparer, { kind: 'prepare' }>): Ledger => ({
  revision,
  at,
  tables: { ...EMPTY_LEDGER.tables, ...tables },
});

async function workbookOf({
  file,
  path,
  fileName,
}: Pick<PrepareJob, 'file' | 'path' | 'fileName'>): Promise<Result<Workbook, ImportFailure>> {
  // The name says what the sheet of a CSV file is called.
  const key = `${file}/${fileName}`;
  if (lastRead.workbook && lastRead.file === key) return ok(lastRead.workbook);
  lastRead.workbook = null;
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== file) return fail({ code: 'damaged' });
  const read = await readWorkbook(bytes, fileName, { onProgress: (stage) => send({ kind: 'stage', stage }) });
  if (!read.ok) return fail({ code: read.problem });
  Object.assign(lastRead, { file: key, workbook: read.value });
  return read;
}

function digestOf(requests: readonly ImportRequest[] | null): string | null {
  if (!requests) return null;
  const hash = createHash('sha256');
  for (const request of requests) hash.update(`${JSON.stringify(request)}\n`);
  return hash.digest('hex');
}

function sendPreview(preview: ImportPreview, digest: string | null): void {
  const { rows: _rows, requests: _requests, names: _names, ...head } = preview;
  const rows = packRows(preview);
  send({ kind: 'preview', head, rows, digest }, [rows.bytes.buffer, rows.ends.buffer, rows.fates.buffer]);
}

async function sendRequests(preview: ImportPreview, requests: readonly ImportRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += REQUESTS_PER_MESSAGE) {
    const more = parentPort ? once(parentPort, 'message') : Promise.resolve();
    send({ kind: 'requests', requests: requests.slice(from, from + REQUESTS_PER_MESSAGE) });
    await more;
  }
  const { rows: _rows, requests: _requests, names: _names, ...head } = preview;
  send({ kind: 'prepared', head, template: templateOf(preview) });
}

async function prepare(message: Extract<ToPreparer, { kind: 'prepare' }>): Promise<void> {
  const { job } = message;
  const workbook = await workbookOf(job);
  if (!workbook.ok) return send({ kind: 'problem', ...workbook.problem });
  send({ kind: 'stage', stage: 'comparing' });
  const prepared = prepareImport(workbook.value, ledgerAt(message), job.choices);
  if (!prepared.ok) return send({ kind: 'problem', ...prepared.problem });
  const { requests } = prepared.value;
  const digest = digestOf(requests);
  if (requests && digest === job.expected) await sendRequests(prepared.value, requests);
  else sendPreview(prepared.value, digest);
}

async function sendPicture(job: PictureJob): Promise<void> {
  const workbook = await workbookOf(job);
  if (!workbook.ok) return send({ kind: 'problem', ...workbook.problem });
  const image = workbook.value.sheets.find(({ name }) => name === job.sheet)?.images[job.index];
  // A copy goes, and takes no more along than the picture: the next one is asked of the same workbook.
  const bytes = image ? new Uint8Array(image.bytes) : null;
  send({ kind: 'picture', bytes }, bytes ? [bytes.buffer] : []);
}

const sendFault = (error: unknown): void =>
  send({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });

parentPort?.on('message', (message: ToPreparer) => {
  if (message.kind === 'records') {
    const table = message.first ? new Map<string, object>() : (tables[message.register] ?? new Map<string, object>());
    tables[message.register] = table;
    for (const [id, record] of message.records) table.set(id, record);
  }
  if (message.kind === 'prepare') prepare(message).catch(sendFault);
  if (message.kind === 'picture') sendPicture(message.job).catch(sendFault);
});
