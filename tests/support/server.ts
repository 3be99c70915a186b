import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

export const ADMIN_PASSWORD = 'friday-morning';

/** A running product: the real program in its own process on a data folder of its own. */
export interface RunningServer {
  readonly origin: string;
  readonly port: number;
  /** The demo screen's pairing link. */
  readonly screenLink: string;
  readonly lines: readonly string[];
  readonly pid: number;
  /** Ends the process and waits until it is gone. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

export interface ServerOptions {
  readonly dataFolder: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

const READY_WITHIN_MS = 60_000;

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolveEnd) => {
    if (child.exitCode !== null || child.signalCode !== null) resolveEnd(child.exitCode);
    else child.once('exit', (code) => resolveEnd(code));
  });

/** Starts the product and waits for its ready line. */
export async function startServer({ dataFolder, port = 0, environment = {} }: ServerOptions): Promise<RunningServer> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PACEBOARD_DATA: dataFolder,
      PACEBOARD_ADMIN_PASSWORD: ADMIN_PASSWORD,
      PACEBOARD_LOG: 'warn',
      ...environment,
    },
  });
  const lines: string[] = [];
  const ready = new Promise<string>((resolveReady, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready: ${lines.join(' | ')}`)), READY_WITHIN_MS);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${lines.join(' | ')}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const match = /^Paceboard ready (\S+)/.exec(line);
      if (!match?.[1]) return;
      clearTimeout(timer);
      resolveReady(match[1]);
    });
  });
  const origin = await ready;
  return {
    origin,
    port: Number(new URL(origin).port),
    screenLink: lines.find((line) => line.includes('/display/#pair='))?.trim() ?? '',
    lines,
    pid: child.pid ?? 0,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended(child);
    },
  };
}

/** A temporary folder and how to remove it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'paceboard-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A signed-in caller of the API. */
export interface ApiClient {
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a file as it is. */
  readonly upload: (path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Response>;
}

export async function signIn(origin: string, username = 'admin', password = ADMIN_PASSWORD): Promise<ApiClient> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`sign-in failed: ${answer.status}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    call: (method, path, body, headers = {}) =>
      fetch(`${origin}${path}`, {
        method,
        headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    upload: (path, bytes) =>
      fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: bytes,
      }),
  };
}
