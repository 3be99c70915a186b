import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws';
import { SUBPROTOCOL } from '../../core/protocol/messages.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Changes } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { EditionPackages } from '../editions/editions.ts';
import type { Pairing } from '../screens/pairing.ts';
import type { ScreenStatuses } from '../screens/status.ts';
import type { Connection } from './connection.ts';
import { directWrite, type DirectWrite } from './direct-write.ts';
import { Hub } from './hub.ts';
import { createInstruments, type Instruments } from './instruments.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { measureScreens } from './screen-gauges.ts';
import { SocketWriter } from './socket-writer.ts';
import { REAL_TIMERS, type Timers } from '../timers.ts';
import { admit, refuse } from './upgrade.ts';

export interface LiveParts {
  readonly changes: Changes;
  readonly editions: EditionPackages;
  readonly pairing: Pairing;
  readonly statuses: ScreenStatuses;
  readonly now: Clock;
  /** The same clock with fractions of a millisecond. */
  readonly exactNow: Clock;
  readonly log: Logger;
  readonly metrics: Registry;
  /** Identifies the built pages. */
  readonly build: string;
  /** Believe X-Forwarded-Proto and -Host. */
  readonly trustProxy: boolean;
  readonly limits?: Partial<Limits>;
  readonly timers?: Timers;
  /** Null writes through the socket alone. Absent takes the direct way where this Node has one. */
  readonly direct?: DirectWrite | null;
}

/** The live side of the server: screens connect here and are kept in step. */
export interface Live {
  /** Answers the upgrade requests of a server. */
  readonly attach: (server: HttpServer | HttpsServer) => void;
  /** Tells every screen to come back later, and waits a bounded time for their goodbyes. */
  readonly close: () => Promise<void>;
  readonly hub: Hub;
}

const optionsOf = (limits: Limits): ServerOptions => {
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    maxFragments: limits.messageFragments,
    closeTimeout: limits.goodbyeMs,
    handleProtocols: () => SUBPROTOCOL,
  };
  return options;
};

/** `ws` reads and says goodbye; frames take the shortest way. */
class SocketConnection implements Connection {
  readonly #webSocket: WebSocket;
  readonly #writer: SocketWriter;

  constructor(webSocket: WebSocket, writer: SocketWriter) {
    this.#webSocket = webSocket;
    this.#writer = writer;
  }

  send(frame: Buffer): void {
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#writer.write(frame);
  }

  pending(): number {
    return this.#writer.pending();
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason);
  }

  terminate(): void {
    this.#webSocket.terminate();
  }
}

class LiveServer implements Live {
  readonly hub: Hub;
  readonly #parts: LiveParts;
  readonly #limits: Limits;
  readonly #instruments: Instruments;
  readonly #direct: DirectWrite | null;
  readonly #sockets: WebSocketServer;
  readonly #open = new Set<WebSocket>();
  #closing = false;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.#limits = { ...DEFAULT_LIMITS, ...parts.limits };
    this.#instruments = createInstruments(parts.metrics);
    const stageOf = (id: string): Stage | null => {
      const screen = parts.changes.ledger().tables.screens.get(id);
      return screen && !screen.revoked ? screen.stage : null;
    };
    measureScreens(parts.metrics, { statuses: parts.statuses, now: parts.now, stageOf });
    this.#direct = parts.direct === undefined ? directWrite() : parts.direct;
    this.#sockets = new WebSocketServer(optionsOf(this.#limits));
    const { changes, editions, statuses, now, exactNow, log, build, timers = REAL_TIMERS } = parts;
    this.hub = new Hub({
      changes,
      editions,
      statuses,
      now,
      exactNow,
      log,
      build,
      timers,
      limits: this.#limits,
      instruments: this.#instruments,
    });
  }

  attach(server: HttpServer | HttpsServer): void {
    server.on('upgrade', (request, socket, head) => this.#knock(request, socket, head));
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.hub.close();
    const leaving = [...this.#open].map((socket) => new Promise<void>((left) => void socket.once('close', left)));
    const late = setTimeout(() => this.#terminateAll(), this.#limits.goodbyeMs);
    await Promise.all(leaving);
    clearTimeout(late);
  }

  #terminateAll(): void {
    for (const socket of this.#open) socket.terminate();
  }

  #knock(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const broken = (error: Error): void => this.#parts.log.debug({ err: error }, 'connection broke at the door');
    socket.on('error', broken);
    const admission = admit(request, this.#parts);
    if (this.#closing || admission.kind === 'refused' || !(socket instanceof Socket)) {
      const status = admission.kind === 'refused' ? admission.status : 503;
      this.#instruments.refused.inc({ status: String(status) });
      const why = admission.kind === 'refused' ? admission.why : 'closing';
      this.#parts.log.info(
        { status, why, from: socket instanceof Socket ? socket.remoteAddress : undefined },
        'screen refused',
      );
      return refuse(socket, status);
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      socket.removeListener('error', broken);
      this.#connect(webSocket, socket, admission.screen);
    });
  }

  #connect(webSocket: WebSocket, socket: Socket, screen: string): void {
    const line = this.hub.open(new SocketConnection(webSocket, new SocketWriter(socket, this.#direct)), screen);
    this.#open.add(webSocket);
    webSocket.on('message', (data, isBinary) => {
      if (Buffer.isBuffer(data) && !isBinary) line.receive(data.toString());
      else line.garbage('binary message');
    });
    webSocket.on('error', (error) => this.#parts.log.warn({ err: error, screen }, 'screen broke the protocol'));
    webSocket.on('close', () => {
      this.#open.delete(webSocket);
      line.gone();
    });
  }
}

/** The live side as a function of its parts. */
export const createLive = (parts: LiveParts): Live => new LiveServer(parts);
