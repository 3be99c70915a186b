/** Drives Chromium 80 over its debugging protocol; today's drivers do not know it any more. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, type RawData } from 'ws';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

const PATIENCE_MS = 20_000;
const LISTENING = /DevTools listening on (ws:\/\/127\.0\.0\.1:(\d+)\/\S+)/;

/** One page of an old browser. */
export class OldPage {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { done: (value: Record<string, unknown>) => void; failed: (error: Error) => void }
  >();
  #last = 0;
  /** What the page wrote as errors, and exceptions that nobody caught. */
  readonly errors: string[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: RawData) => this.#hear(JSON.parse((data as Buffer).toString('utf8')) as Reply));
  }

  #hear({ id, method, params, result, error }: Reply): void {
    if (method === 'Runtime.exceptionThrown' || (method === 'Runtime.consoleAPICalled' && params?.['type'] === 'error'))
      this.errors.push(JSON.stringify(params));
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (!waiting || id === undefined) return;
    this.#waiting.delete(id);
    if (error) waiting.failed(new Error(error.message));
    else waiting.done(result ?? {});
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async viewport(width: number, height: number): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** The value of an expression, awaited when it is a promise. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
    return (answer['result'] as { value?: unknown }).value;
  }

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    const start = Date.now();
    while ((await this.evaluate(expression)) !== true) {
      if (Date.now() - start > PATIENCE_MS) throw new Error(`never true in Chromium 80: ${expression}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }
}

export interface OldBrowser {
  readonly page: OldPage;
  close(): Promise<void>;
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((done, failed) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const [, , port] = LISTENING.exec(said) ?? [];
      if (port !== undefined) done(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => failed(new Error(`Chromium 80 ended: ${said}`)));
  });

/** Starts it with one empty page. @param folder where it is installed. */
export async function launchOldBrowser(folder: string): Promise<OldBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'paceboard-chromium-80-'));
  const flags = ['--headless', '--no-sandbox', '--single-process', '--no-zygote', '--disable-gpu', '--no-first-run'];
  const child = spawn(
    join(folder, 'chromium'),
    [...flags, '--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const origin = await addressOf(child);
  const targets = (await (await fetch(`${origin}/json/list`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  const target = targets.find(({ type }) => type === 'page');
  if (!target) throw new Error('Chromium 80 has no page');
  const socket = new WebSocket(target.webSocketDebuggerUrl, { perMessageDeflate: false });
  await new Promise((done, failed) => socket.once('open', done).once('error', failed));
  const page = new OldPage(socket);
  await Promise.all(['Page.enable', 'Runtime.enable'].map((method) => page.send(method)));
  return {
    page,
    close: async () => {
      socket.terminate();
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
