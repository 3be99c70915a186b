/** The servers that are measured beside each other, behind one interface. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { encodeTextFrame } from '../../server/live/frame.ts';
import type { EditKind } from './bench-ledger.ts';
import { Helper, pin, SERVER_CORE, sharedNow } from './processes.ts';

export interface Usage {
  readonly cpuMicros: number;
  readonly rssKb: number;
}

export interface Contender {
  readonly name: 'paceboard' | 'plain' | 'nchan' | 'c';
  readonly port: number;
  readonly cookie: string;
  /** Whether it saves and builds before it sends, as the C reference does not. */
  readonly whole: boolean;
  /** Makes one change; answers with the moment just before. */
  readonly edit: (kind: EditKind) => Promise<number>;
  readonly usage: () => Promise<Usage>;
  /** Lets go of what can be collected. */
  readonly collect: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A server of ours in its own process. */
export async function startNode(name: 'paceboard' | 'plain'): Promise<Contender> {
  const helper = new Helper('bench-server.ts', [name], SERVER_CORE);
  const { port, cookie } = await helper.ask<{ port: number; cookie: string }>('address');
  return {
    name,
    port,
    cookie,
    whole: true,
    edit: (kind) => helper.ask<number>('edit', { kind }),
    usage: () => helper.ask<Usage>('usage'),
    collect: () => helper.ask('collect'),
    stop: () => helper.stop(),
  };
}

/** Bytes of the patches that the two kinds of edit make. */
const PATCH_BYTES: Readonly<Record<EditKind, number>> = { note: 190, figure: 645 };

/** A message as long as a patch of this kind, for servers that make none of their own. */
export const textOf = (kind: EditKind): string => {
  const start = '{"type":"patch","fill":"';
  return `${start}${'x'.repeat(PATCH_BYTES[kind] - start.length - 2)}"}`;
};

const frameOf = (kind: EditKind): Buffer => encodeTextFrame(textOf(kind));

/** The C reference, or null where there is no compiler. */
export async function startReference(): Promise<Contender | null> {
  const folder = mkdtempSync(join(tmpdir(), 'paceboard-bench-'));
  const program = join(folder, 'reference');
  const built = spawnSync('cc', ['-O2', '-o', program, resolve(import.meta.dirname, 'reference.c')]);
  if (built.status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  pin(child.pid, SERVER_CORE);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const numbers = async (): Promise<number[]> =>
    String((await lines.next()).value)
      .split(' ')
      .slice(1)
      .map(Number);
  const [port = 0] = await numbers();
  return {
    name: 'c',
    port,
    cookie: '',
    whole: false,
    edit: async (kind) => {
      const frame = frameOf(kind);
      const head = Buffer.alloc(5);
      head.write('F');
      head.writeUInt32LE(frame.length, 1);
      const at = sharedNow();
      child.stdin.write(Buffer.concat([head, frame]));
      return at;
    },
    usage: async () => {
      child.stdin.write('U');
      const [cpuMicros = 0, rssKb = 0] = await numbers();
      return { cpuMicros, rssKb };
    },
    collect: async () => undefined,
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
