/**
 * A small server for one screen: the built display page, and a socket that speaks the screens' protocol with a programme of the
 * bench's own, so that pages may be shorter than a playlist allows.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import sharp from 'sharp';
import { WebSocketServer, type WebSocket } from 'ws';
import { fingerprint } from '../../core/canonical.ts';
import { createMergePatch } from '../../core/merge-patch.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import { PROTOCOL_VERSION, SUBPROTOCOL, type Position, type ServerMessage } from '../../core/protocol/messages.ts';
import { parseScreenMessage } from '../../core/protocol/parse.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { instant } from '../../core/time.ts';

const BUILT = resolve(import.meta.dirname, '../..', process.env['PACEBOARD_DIST'] ?? 'dist', 'display');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'";

const EPOCH = 'bench';
const BEAT_MS = 20_000;

export class SmallWall {
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL });
  readonly #picture = sharp({ create: { width: 1280, height: 720, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  readonly #stage: Stage;
  readonly #beat: ReturnType<typeof setInterval>;
  #programme: Programme;
  #revision = 1;
  #showing = '';
  /** Pages that came on. */
  flips = 0;
  patches = 0;
  /** Times that the screen's copy did not fit. */
  lost = 0;
  readonly health: ScreenHealth[] = [];

  constructor(programme: Programme, stage: Stage) {
    this.#programme = programme;
    this.#stage = stage;
    this.#server.on('upgrade', (request: IncomingMessage, socket, head) =>
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#greet(webSocket)),
    );
    this.#beat = setInterval(
      () => this.#tell({ type: 'beat', serverTime: instant(Date.now()), ...this.#position }),
      BEAT_MS,
    );
  }

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get programme(): Programme {
    return this.#programme;
  }

  /** Sends the screen what changed. */
  show(programme: Programme): void {
    const patch = createMergePatch({ ...this.#programme }, { ...programme });
    if (!patch) return;
    const from = this.#revision;
    this.#programme = programme;
    this.#revision += 1;
    this.patches += 1;
    this.#tell({ type: 'patch', from, patch, ...this.#position });
  }

  close(): void {
    clearInterval(this.#beat);
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #position(): Position {
    return { epoch: EPOCH, revision: this.#revision, hash: fingerprint(this.#programme) };
  }

  get #screen() {
    return { id: 'bench', name: 'bench', stage: this.#stage };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    if (pathname === '/api/screen') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ screen: this.#screen }));
      return;
    }
    if (pathname.startsWith('/media/')) {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(await this.#picture);
      return;
    }
    const path = pathname.replace(/^\/display\//, '/');
    const file = join(BUILT, normalize(path === '/' ? '/index.html' : path));
    try {
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      response.writeHead(404).end();
    }
  }

  #greet(socket: WebSocket): void {
    const send = (message: ServerMessage): void => socket.send(JSON.stringify(message));
    const snapshot = (): void => send({ type: 'snapshot', programme: this.#programme, ...this.#position });
    const serverTime = instant(Date.now());
    // `dev` is a build for which no page reloads itself.
    send({ type: 'hello', protocol: PROTOCOL_VERSION, epoch: EPOCH, serverTime, build: 'dev', screen: this.#screen });
    socket.on('message', (data: Buffer) => {
      const message = parseScreenMessage(data.toString());
      if (!message.ok) throw new Error(message.problem);
      if (message.value.type === 'resume') snapshot();
      else if (message.value.type === 'clock') {
        const now = instant(performance.timeOrigin + performance.now());
        send({ type: 'clock', t0: message.value.t0, t1: now, t2: now });
      } else if (message.value.type === 'lost') {
        this.lost += 1;
        snapshot();
      } else if (message.value.type === 'status') {
        const { slide, page, health } = message.value;
        if (health) this.health.push(health);
        if (this.#showing !== `${slide}/${page}`) this.flips += 1;
        this.#showing = `${slide}/${page}`;
      }
    });
  }

  #tell(message: ServerMessage): void {
    const text = JSON.stringify(message);
    for (const socket of this.#sockets.clients) socket.send(text);
  }
}
