/** A live server on a real port, and clients of it: well-behaved ones and raw sockets that are not. */
import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions as TlsOptions } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { WebSocket, type ClientOptions } from 'ws';
import { SUBPROTOCOL, type ScreenMessage, type ServerMessage } from '../../core/protocol/messages.ts';
import { parseServerMessage } from '../../core/protocol/parse.ts';
import type { Changes, ChangeRequest } from '../../server/changes/changes.ts';
import { monotonicClock } from '../../server/clock.ts';
import type { DirectWrite } from '../../server/live/direct-write.ts';
import type { Limits } from '../../server/live/limits.ts';
import { createLive, type Live } from '../../server/live/live.ts';
import { createStatuses } from '../../server/screens/memory-statuses.ts';
import type { Pairing } from '../../server/screens/pairing.ts';
import { createPairing } from '../../server/screens/sqlite-pairing.ts';
import { memoryStore, NO_EDITIONS, OFFICE } from './live-parts.ts';

export interface LiveServer {
  readonly live: Live;
  readonly changes: Changes;
  readonly pairing: Pairing;
  readonly metrics: Registry;
  readonly port: number;
  readonly origin: string;
  /** A new cookie for a screen. */
  readonly cookie: (screen: string) => string;
  readonly stop: () => Promise<void>;
}

export interface LiveServerOptions {
  readonly limits?: Partial<Limits>;
  readonly direct?: DirectWrite | null;
  readonly trustProxy?: boolean;
  readonly tls?: TlsOptions;
  readonly office?: readonly ChangeRequest[];
}

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
};

export async function startLive(options: LiveServerOptions = {}): Promise<LiveServer> {
  const { limits = {}, trustProxy = false, tls, office = OFFICE } = options;
  const now = monotonicClock();
  const { changes, database } = await memoryStore(now, office);
  const pairing = createPairing({ database, now });
  const metrics = new Registry();
  const log = pino({ level: 'silent' });
  const direct = options.direct === undefined ? {} : { direct: options.direct };
  const editions = NO_EDITIONS;
  const parts = {
    changes,
    editions,
    pairing,
    statuses: createStatuses(),
    now,
    exactNow: now,
    log,
    metrics,
    build: 'test',
    trustProxy,
  };
  const live = createLive({ ...parts, limits, ...direct });
  const server = tls ? createTlsServer(tls) : createServer();
  live.attach(server);
  const port = await listening(server);
  return {
    live,
    changes,
    pairing,
    metrics,
    port,
    origin: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    cookie: (screen) => {
      const redeemed = pairing.redeemLink(pairing.createLink(screen).token);
      if (!redeemed) throw new Error(`${screen} cannot be paired`);
      return `paceboard_screen=${redeemed.token}`;
    },
    stop: async () => {
      await live.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      database.close();
    },
  };
}

/** Collects what arrives and lets a test wait for it. */
export class Mailbox<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<() => void>();

  put(item: T): void {
    this.all.push(item);
    for (const check of this.#waiting) check();
  }

  /** The first item that fits, now or as soon as it comes. */
  async first(fits: (item: T) => boolean): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = this.all.find(fits);
        if (found === undefined) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }
}

/** A screen on a real socket. */
export class SocketScreen {
  readonly inbox = new Mailbox<ServerMessage>();
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly opened: Promise<void>;

  constructor(server: LiveServer, screen: string, options: ClientOptions = {}) {
    const url = `${server.origin.replace('http', 'ws')}/live`;
    const headers = { cookie: server.cookie(screen) };
    this.socket = new WebSocket(url, SUBPROTOCOL, { origin: server.origin, headers, ...options });
    this.socket.on('message', (data) => {
      const message = parseServerMessage(Buffer.isBuffer(data) ? data.toString() : '');
      if (!message.ok) throw new Error(message.problem);
      this.inbox.put(message.value);
    });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.closed = new Promise((resolve) => void this.socket.once('close', resolve));
  }

  say(message: ScreenMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  async arrived(type: ServerMessage['type'], revision = 0): Promise<ServerMessage> {
    return this.inbox.first((each) => each.type === type && (!('revision' in each) || each.revision >= revision));
  }
}

/** A screen that has its document. */
export async function following(
  server: LiveServer,
  screen: string,
  options: ClientOptions = {},
): Promise<SocketScreen> {
  const each = new SocketScreen(server, screen, options);
  await each.opened;
  each.say({ type: 'resume' });
  await each.arrived('snapshot');
  return each;
}

/** The bytes that ask for an upgrade. */
export const upgradeRequest = (path: string, headers: Readonly<Record<string, string>>): string => {
  const all = {
    Host: 'localhost',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    'Sec-WebSocket-Protocol': SUBPROTOCOL,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
};

/** A socket that says exactly what a test tells it to. */
export class RawClient {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  received = Buffer.alloc(0);
  readonly #chunks = new Mailbox<Buffer>();

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.#chunks.put(chunk);
    });
    this.closed = new Promise((resolve) => void this.socket.once('close', () => resolve()));
  }

  /** Resolves when what was received contains `text`. */
  async saw(text: string): Promise<void> {
    await this.#chunks.first(() => this.received.includes(text));
  }

  /** The HTTP status that the server answered. */
  get status(): number {
    return Number(this.received.toString('latin1', 9, 12));
  }

  /** The code of the close frame that came last before the end, if one came. */
  get closeCode(): number | null {
    const at = this.received.lastIndexOf(0x88);
    return at < 0 || at + 4 > this.received.length ? null : this.received.readUInt16BE(at + 2);
  }
}

/** A raw socket that is through the handshake as a screen. */
export async function rawScreen(server: LiveServer, screen: string): Promise<RawClient> {
  const client = new RawClient(server.port);
  client.socket.write(upgradeRequest('/live', { cookie: server.cookie(screen) }));
  await client.saw('"hello"');
  return client;
}
