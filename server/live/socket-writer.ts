import type { Socket } from 'node:net';
import type { DirectWrite, FrameOwner } from './direct-write.ts';

/**
 * Gives whole frames to one socket. What the socket itself has queued (a pong, a close frame of `ws`) stays in
 * order: while it holds anything, frames queue behind it; and what the handle holds goes out before anything
 * that is written later either way.
 */
export class SocketWriter implements FrameOwner {
  readonly #socket: Socket;
  readonly #direct: DirectWrite | null;
  #queued = 0;

  constructor(socket: Socket, direct: DirectWrite | null) {
    this.#socket = socket;
    this.#direct = direct?.suits(socket) ? direct : null;
  }

  /** Bytes that the operating system has not taken yet. */
  pending(): number {
    return this.#queued + this.#socket.writableLength;
  }

  write(frame: Buffer): void {
    const socket = this.#socket;
    if (this.#direct && socket.writableLength === 0 && !socket.connecting && socket.writableCorked === 0) {
      const outcome = this.#direct.write(socket, frame, this);
      if (outcome === 'queued') this.#queued += frame.length;
      else if (outcome === 'failed') socket.destroy();
      if (outcome !== null) return;
    }
    socket.write(frame);
  }

  drained(bytes: number, status: number): void {
    this.#queued -= bytes;
    if (status < 0) this.#socket.destroy();
  }
}
