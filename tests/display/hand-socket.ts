import { vi } from 'vitest';
import type { LiveSocket } from '../../display/live/connection.ts';
import type { ServerMessage } from '../../core/protocol/messages.ts';

/** A socket whose other end is the test's hand: no network, the order of events is the test's. */
export class HandSocket implements LiveSocket {
  readonly #events = new EventTarget();
  readyState: 0 | 1 | 3 = 0;
  readonly sent: { readonly type: string; readonly [member: string]: unknown }[] = [];
  /** Whether this side hung up. */
  closed = false;

  addEventListener<K extends 'open' | 'message' | 'close'>(
    type: K,
    listener: (event: WebSocketEventMap[K]) => void,
  ): void {
    this.#events.addEventListener(type, listener as EventListener);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.readyState = 1;
    this.#events.dispatchEvent(new Event('open'));
  }

  say(message: ServerMessage): void {
    this.hear(JSON.stringify(message));
  }

  hear(data: string): void {
    this.#events.dispatchEvent(new MessageEvent('message', { data }));
  }

  end(code: number): void {
    this.readyState = 3;
    this.#events.dispatchEvent(new CloseEvent('close', { code }));
  }

  typesSent(): readonly string[] {
    return this.sent.map(({ type }) => type);
  }
}

/** Opens sockets and keeps them, the present one last. */
export class HandSockets {
  readonly all: HandSocket[] = [];

  readonly open = (): HandSocket => {
    const socket = new HandSocket();
    this.all.push(socket);
    return socket;
  };

  get last(): HandSocket {
    const socket = this.all.at(-1);
    if (!socket) throw new Error('no socket was opened yet');
    return socket;
  }

  /** Lets the hand's clock run until the given number of sockets was opened; within a minute. */
  untilOpened(count: number): HandSocket {
    for (let passed = 0; passed < 60_000 && this.all.length < count; passed += 50) vi.advanceTimersByTime(50);
    if (this.all.length !== count) throw new Error(`${this.all.length} sockets were opened, not ${count}`);
    return this.last;
  }
}
