/** Has files read and compared in a worker thread, one at a time. */
import { Worker } from 'node:worker_threads';
import type { ImportRequest } from '../../core/import/types.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { ImportFailure, ImportStage } from './imports.ts';
import type {
  FromPreparer,
  PictureJob,
  PreparedPreview,
  PreparedRequests,
  PrepareJob,
  ToPreparer,
} from './messages.ts';
import { sendLedger, type SecretOf, type SentTables } from './send-ledger.ts';

type Unanswered = ({ readonly kind: 'problem' } & ImportFailure) | { readonly kind: 'failed'; readonly error: string };

export type Prepared =
  | ({ readonly kind: 'preview' } & PreparedPreview)
  | ({ readonly kind: 'requests'; readonly requests: readonly ImportRequest[] } & PreparedRequests)
  | Unanswered
  /** Nobody wants it any more. */
  | { readonly kind: 'unwanted' };

/** A picture out of a file; null when the file has no such picture. */
export type Extracted = { readonly kind: 'picture'; readonly bytes: Uint8Array<ArrayBuffer> | null } | Unanswered;

export interface Order {
  /** What to do and with which ledger to compare; null when nobody wants it any more. Asked when its turn comes. */
  readonly begin: () => { readonly job: PrepareJob; readonly ledger: Ledger } | null;
  readonly onStage: (stage: ImportStage) => void;
}

export interface Preparer {
  readonly prepare: (order: Order) => Promise<Prepared>;
  readonly picture: (job: PictureJob) => Promise<Extracted>;
  readonly close: () => Promise<void>;
}

/** A file of a hundred thousand rows takes some twenty seconds; what takes three times as long is no ledger. */
const MOST_MILLISECONDS = 60_000;
/** Beside the workbook and the ledger, a preview of the largest file that is read. */
const HEAP_MEGABYTES = 1_536;
/** While a person answers questions the worker keeps the workbook; after this long its memory is given back. */
const IDLE_MILLISECONDS = 120_000;

/** A worker and what it was told of the ledger. */
interface Running {
  readonly worker: Worker;
  readonly sent: SentTables;
}

function startWorker(onError: (error: unknown) => void): Running {
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  worker.on('error', onError);
  return { worker, sent: new Map() };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

type Outcome = Prepared | Extracted;

/** What the worker's messages come to. */
function outcomeOf(worker: Worker, onStage: Order['onStage']): { promise: Promise<Outcome>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const requests: ImportRequest[] = [];
  const onMessage = (message: FromPreparer): void => {
    if (message.kind === 'stage') onStage(message.stage);
    else if (message.kind === 'requests') {
      requests.push(...message.requests);
      setImmediate(() => worker.postMessage({ kind: 'more' } satisfies ToPreparer, []));
    } else if (message.kind === 'prepared') resolve({ ...message, kind: 'requests', requests });
    else resolve(message);
  };
  const onError = (error: unknown): void =>
    resolve(isOutOfMemory(error) ? { kind: 'problem', code: 'too-large' } : { kind: 'failed', error: String(error) });
  const onExit = (): void => resolve({ kind: 'failed', error: 'the preparing worker ended' });
  const timer = setTimeout(() => resolve({ kind: 'problem', code: 'too-slow' }), MOST_MILLISECONDS);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  const stop = (): void => {
    clearTimeout(timer);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  };
  return { promise, stop };
}

/**
 * Whether a worker is worth keeping after this outcome: it answered, and will be asked about the same file again. Not
 * while its requests are written: that is when the server itself needs the memory.
 */
const isSound = ({ kind }: Outcome): boolean => kind === 'preview' || kind === 'picture';

const MISPLACED = { kind: 'failed', error: 'the preparing worker answered something else' } as const;

/** @param onError told of what ends a worker. */
export function createPreparer(secretOf: SecretOf, onError: (error: unknown) => void): Preparer {
  const state: { running: Running | null; idle: NodeJS.Timeout | undefined; tail: Promise<unknown> } = {
    running: null,
    idle: undefined,
    tail: Promise.resolve(),
  };

  const endWorker = async (): Promise<void> => {
    const { running } = state;
    state.running = null;
    clearTimeout(state.idle);
    await running?.worker.terminate();
  };

  /** Gives the worker one job and waits for what comes of it. */
  const work = async (order: (running: Running) => Promise<void>, onStage: Order['onStage']): Promise<Outcome> => {
    clearTimeout(state.idle);
    const running = (state.running ??= startWorker(onError));
    const { worker } = running;
    worker.ref();
    const { promise, stop } = outcomeOf(worker, onStage);
    let sound = false;
    try {
      await order(running);
      const outcome = await promise;
      sound = isSound(outcome);
      return outcome;
    } finally {
      stop();
      worker.unref();
      if (sound) state.idle = setTimeout(() => void endWorker(), IDLE_MILLISECONDS).unref();
      else await endWorker();
    }
  };

  const prepare = async ({ begin, onStage }: Order): Promise<Prepared> => {
    const wanted = begin();
    if (!wanted) return { kind: 'unwanted' };
    const { job, ledger } = wanted;
    const outcome = await work(async ({ worker, sent }) => {
      const post = (message: ToPreparer): void => worker.postMessage(message, []);
      await sendLedger(post, ledger, sent, secretOf);
      post({ kind: 'prepare', job, revision: ledger.revision, at: ledger.at });
    }, onStage);
    return outcome.kind === 'picture' ? MISPLACED : outcome;
  };

  const picture = async (job: PictureJob): Promise<Extracted> => {
    const outcome = await work(
      async ({ worker }) => worker.postMessage({ kind: 'picture', job } satisfies ToPreparer, []),
      () => {},
    );
    return outcome.kind === 'picture' || outcome.kind === 'problem' || outcome.kind === 'failed' ? outcome : MISPLACED;
  };

  /** One file is read at a time. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const mine = state.tail.then(job);
    state.tail = mine.catch(() => null);
    return mine;
  };

  return {
    prepare: (order) => inTurn(() => prepare(order)),
    picture: (job) => inTurn(() => picture(job)),
    close: endWorker,
  };
}
