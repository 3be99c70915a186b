import {
  DEAD_AFTER_MS,
  LIVE_PATH,
  reconnectDelay,
  SUBPROTOCOL,
  type ScreenMessage,
  type ServerMessage,
} from '../../core/protocol/messages.ts';
import { parseServerMessage } from '../../core/protocol/parse.ts';
import { report } from '../report.ts';

/** The part of a WebSocket that a connection needs. */
export type LiveSocket = Pick<WebSocket, 'readyState' | 'send' | 'close'> & {
  addEventListener<K extends 'open' | 'message' | 'close'>(
    type: K,
    listener: (event: WebSocketEventMap[K]) => void,
  ): void;
};

export interface ConnectionPorts {
  readonly openSocket: () => LiveSocket;
  readonly onMessage: (message: ServerMessage) => void;
  readonly onOpen: () => void;
  /** The connection ended with a close code; `failures` counts attempts in a row that never heard the server. */
  readonly onClose: (code: number, failures: number) => void;
}

/** What a browser reports for a connection that ended without a close frame. */
const ABNORMAL = 1006;
const OPEN = 1;
/** After a message that was not understood the whole is asked for: soon, and no oftener than the server suffers. */
const ASK_AFTER_MS = 1_000;
const LEAST_BETWEEN_ASKS_MS = 10_000;

/** A socket to the live path of the server that a page came from. */
export const socketTo = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): LiveSocket =>
  new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${LIVE_PATH}`, SUBPROTOCOL);

/**
 * One live connection at a time: silence for too long ends it at once, without waiting for the dead socket to
 * admit it, and the next attempt follows after a random wait.
 */
export class Connection {
  readonly #ports: ConnectionPorts;
  #socket: LiveSocket | null = null;
  #attempt = 0;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #doubt: ReturnType<typeof setTimeout> | undefined;
  #askedAt = -Infinity;
  #stopped = false;

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
  }

  /** Connects after a random wait: a thousand screens that start together do not call together. */
  start(): void {
    this.#stopped = false;
    this.#later();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#abandon()?.close();
  }

  send(message: ScreenMessage): void {
    if (this.#socket?.readyState === OPEN) this.#socket.send(JSON.stringify(message));
  }

  #later(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), reconnectDelay(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #open(): void {
    this.#failures += 1;
    const socket = this.#ports.openSocket();
    this.#socket = socket;
    this.#expectSign();
    // A socket that was let go may still speak; only the present one is heard.
    const present = (): boolean => this.#socket === socket;
    socket.addEventListener('open', () => present() && this.#ports.onOpen());
    socket.addEventListener('message', ({ data }) => present() && this.#hear(String(data)));
    socket.addEventListener('close', ({ code }) => present() && this.#lose(code));
  }

  #hear(text: string): void {
    this.#expectSign();
    const parsed = parseServerMessage(text);
    if (!parsed.ok) {
      report(`a message was not understood: ${parsed.problem}`);
      this.#askAgain();
      return;
    }
    this.#attempt = 0;
    this.#failures = 0;
    this.#ports.onMessage(parsed.value);
  }

  /** What was not understood may have been a step of the programme; the next beat would only tell much later. */
  #askAgain(): void {
    const wait = Math.max(ASK_AFTER_MS, this.#askedAt + LEAST_BETWEEN_ASKS_MS - performance.now());
    this.#doubt ??= setTimeout(() => {
      this.#doubt = undefined;
      this.#askedAt = performance.now();
      this.send({ type: 'lost' });
    }, wait);
  }

  #expectSign(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(ABNORMAL), DEAD_AFTER_MS);
  }

  #lose(code: number): void {
    this.#abandon()?.close();
    this.#ports.onClose(code, this.#failures);
    if (!this.#stopped) this.#later();
  }

  /** Lets go of the socket: whatever it still does is nobody's business. */
  #abandon(): LiveSocket | null {
    clearTimeout(this.#silence);
    clearTimeout(this.#doubt);
    this.#doubt = undefined;
    const socket = this.#socket;
    this.#socket = null;
    return socket;
  }
}
