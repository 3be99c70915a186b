import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';
import { ledgerWorkbook } from './import-workbook.ts';
import { quantile, table } from './statistics.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Memory of a process with its workers, in megabytes; not a number where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(match?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** What a screen was sent. */
interface Frames {
  count: number;
  bytes: number;
  largest: number;
  /** The code with which the server ended the connection; null while it lasts. */
  closed: number | null;
}

interface Step {
  readonly name: string;
  readonly milliseconds: number;
  readonly peakMegabytes: number;
  /** The longest that another request had to wait meanwhile. */
  readonly waits: readonly number[];
  readonly frames: Frames;
}

/** A screen that resumes nothing and counts what it is sent. */
async function openScreen({ origin, screenLink }: RunningServer): Promise<{ frames: Frames; close: () => void }> {
  const token = new URL(screenLink).hash.replace('#pair=', '');
  const paired = await fetch(`${origin}/api/pairings/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = (paired.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const frames: Frames = { count: 0, bytes: 0, largest: 0, closed: null };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live`, 'paceboard.v1', { headers: { cookie, origin } });
  socket.on('close', (code) => {
    frames.closed = code;
  });
  socket.on('message', (data: Buffer) => {
    if (data.subarray(0, 15).toString() === '{"type":"clock"') return;
    frames.count += 1;
    frames.bytes += data.length;
    frames.largest = Math.max(frames.largest, data.length);
  });
  await new Promise((opened, failed) => socket.once('open', opened).once('error', failed));
  socket.send('{"type":"resume"}');
  const alive = setInterval(() => socket.send(JSON.stringify({ type: 'clock', t0: Date.now() })), 5_000);
  socket.once('close', () => clearInterval(alive));
  await pause(500);
  return { frames, close: () => socket.terminate() };
}

/** Runs one step while somebody else keeps asking the server for its health. */
async function measured(server: RunningServer, frames: Frames, name: string, work: () => Promise<void>): Promise<Step> {
  Object.assign(frames, { count: 0, bytes: 0, largest: 0 });
  const waits: number[] = [];
  const done = new AbortController();
  let peakMegabytes = residentMegabytes(server.pid);
  const watch = async (): Promise<void> => {
    while (!done.signal.aborted) {
      const asked = performance.now();
      // A connection of its own: the server ends those that were idle for long, also when it was itself that was busy.
      await (await fetch(`${server.origin}/healthz`, { headers: { connection: 'close' } })).text();
      waits.push(performance.now() - asked);
      peakMegabytes = Math.max(peakMegabytes, residentMegabytes(server.pid));
      await pause(20);
    }
  };
  const watching = watch();
  const start = performance.now();
  let milliseconds = Number.NaN;
  try {
    await work();
    milliseconds = performance.now() - start;
    await pause(2_000);
  } finally {
    done.abort();
    await watching;
  }
  return { name, milliseconds, peakMegabytes, waits, frames: { ...frames } };
}

interface ImportState {
  readonly id: string;
  readonly state: string;
  readonly problem: unknown;
  readonly preview: {
    readonly counts: Readonly<Record<string, number>>;
    readonly questions: readonly { readonly id: string; readonly options: readonly { readonly value: string }[] }[];
  } | null;
}

async function answered<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

async function settled(api: ApiClient, id: string): Promise<ImportState> {
  for (;;) {
    const state = await answered<ImportState>(api.call('GET', `/api/imports/${id}`));
    if (state.state !== 'reading') return state;
    await pause(50);
  }
}

/** Answers what is asked about new projects: yes, or the first of the choices. */
async function answerAll(api: ApiClient, { id, preview }: ImportState): Promise<ImportState> {
  const answers = preview?.questions.map(({ id: question, options }) => [question, options[0]?.value ?? '']) ?? [];
  return answered<ImportState>(api.call('PATCH', `/api/imports/${id}`, { answers: Object.fromEntries(answers) }));
}

interface Imported {
  readonly id: string;
  readonly steps: readonly Step[];
}

/** One file from upload to commit. */
async function importFile(
  server: RunningServer,
  api: ApiClient,
  frames: Frames,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Imported> {
  const found: { state: ImportState | null } = { state: null };
  const upload = await measured(server, frames, `${name}: upload → preview`, async () => {
    const cookie = await api.call('GET', '/api/session');
    await cookie.text();
    const { id } = await answered<ImportState>(api.upload(`/api/imports?name=${name}.xlsx`, bytes));
    found.state = await settled(api, id);
  });
  if (!found.state?.preview) throw new Error(JSON.stringify(found.state?.problem));
  console.log(`  ${name}: ${JSON.stringify(found.state.preview.counts)}`);
  const steps = [upload];
  if (found.state.preview.questions.length > 0) {
    const asked = found.state;
    steps.push(
      await measured(server, frames, `${name}: answers → preview`, async () => {
        found.state = await answerAll(api, asked);
      }),
    );
    console.log(`  ${name}, answered: ${JSON.stringify(found.state.preview?.counts)}`);
  }
  const { id } = found.state;
  const commit = await measured(server, frames, `${name}: commit`, async () => {
    const { changes } = await answered<{ changes: number }>(api.call('POST', `/api/imports/${id}/commit`, {}));
    console.log(`  ${name}: ${changes} changes in one transaction`);
  });
  return { id, steps: [...steps, commit] };
}

/** Everything that an import wrote, taken back. */
const undoImport = (server: RunningServer, api: ApiClient, frames: Frames, name: string, id: string): Promise<Step> =>
  measured(server, frames, `${name}: undo`, async () => {
    const { changes } = await answered<{ changes: number }>(
      api.call('POST', `/api/imports/${id}/undo`, { reason: 'bench' }),
    );
    console.log(`  ${name}: ${changes} changes taken back`);
  });

const row = ({ name, milliseconds, peakMegabytes, waits, frames }: Step): readonly string[] => [
  name,
  `${(milliseconds / 1000).toFixed(1)} s`,
  `${peakMegabytes.toFixed(0)} MB`,
  `${quantile(waits, 0.5).toFixed(0)} ms`,
  `${Math.max(...waits).toFixed(0)} ms`,
  frames.closed === null ? String(frames.count) : `closed ${frames.closed}`,
  `${(frames.largest / 1024).toFixed(0)} KB`,
];

/** A ledger of 20,000 projects from file to preview to transaction, the next month's file after it, and both undone. */
export async function importBench({ quick }: { readonly quick: boolean }): Promise<void> {
  const folder = temporaryFolder();
  const server = await startServer({ dataFolder: folder.path });
  try {
    const api = await signIn(server.origin);
    const { records } = await answered<{ records: readonly { name: string }[] }>(
      api.call('GET', '/api/registers/units'),
    );
    const units = records.map(({ name }) => name);
    const count = quick ? 2_000 : 20_000;
    const files = [await ledgerWorkbook(count, units, 0), await ledgerWorkbook(count, units, 1)] as const;
    const megabytes = (files[0].bytes.length / 2 ** 20).toFixed(1);
    console.log(`${count} projects, ${files[0].columns} columns, ${megabytes} MB; one screen shows the demo programme`);
    const screen = await openScreen(server);
    const { frames } = screen;
    const first = await importFile(server, api, frames, 'new', files[0].bytes);
    const second = await importFile(server, api, frames, 'next-month', files[1].bytes);
    // The later one first: what was built on is not taken back.
    const steps = [
      ...first.steps,
      ...second.steps,
      await undoImport(server, api, frames, 'next-month', second.id),
      await undoImport(server, api, frames, 'new', first.id),
    ];
    screen.close();
    const head = ['', 'time', 'peak memory', 'others wait p50', 'at most', 'frames', 'largest'];
    console.log(table(head, steps.map(row)));
  } finally {
    await server.stop();
    folder.remove();
  }
}
