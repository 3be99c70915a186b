/** The processes of a benchmark: each pinned to a core where that is possible, and asked over a channel. */
import { fork, spawnSync, type ChildProcess, type Serializable } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Keeps a process on one core, so that server and clients do not take each other's time. */
export function pin(pid: number | undefined, core: number): void {
  if (canPin && pid !== undefined) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** A process of ours that answers requests one by one. */
export class Helper {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >();
  #next = 0;

  constructor(file: string, args: readonly string[], core: number) {
    this.#child = fork(resolve(import.meta.dirname, file), [...args], { execArgv: ['--expose-gc'] });
    pin(this.#child.pid, core);
    this.#child.on('message', (answer: Answer) => {
      const asked = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.error === undefined) asked?.resolve(answer.value);
      else asked?.reject(new Error(answer.error));
    });
    this.#child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended with ${code}`));
    });
  }

  /** Asks for `command`; `T` is what that command's own handler returns. */
  async ask<T>(command: string, details: Serializable = {}): Promise<T> {
    const id = this.#next++;
    return new Promise((resolveAsked, reject) => {
      this.#waiting.set(id, { resolve: resolveAsked as (value: unknown) => void, reject });
      this.#child.send({ id, command, details });
    });
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done));
    this.#child.kill();
    await ended;
  }
}

export type Handlers = Readonly<Record<string, (details: never) => unknown>>;

/** The other end of `Helper`, in the helper's process. */
export function answerRequests(handlers: Handlers): void {
  process.once('disconnect', () => process.exit(0));
  process.on('message', (request: { id: number; command: string; details: never }) => {
    const answer = async (): Promise<Answer> => {
      try {
        return { id: request.id, value: await handlers[request.command]?.(request.details) };
      } catch (error) {
        return { id: request.id, error: String(error) };
      }
    };
    void answer().then((each) => process.send?.(each));
  });
}

/** Milliseconds on a clock that all processes of this machine share. */
export const sharedNow = (): number => Number(process.hrtime.bigint() / 1000n) / 1000;
