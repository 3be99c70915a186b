import type { Socket } from 'node:net';
import { isObject } from '../../core/result.ts';

/**
 * Writes to the handle below a socket, past the stream machinery that costs more than the system call when one
 * frame goes to thousands of sockets. The handle is internal to Node: whatever does not look as expected is
 * left to `socket.write`.
 */
export interface DirectWrite {
  /** Whether the socket is plain TCP, whose handle takes bytes as they are. */
  readonly suits: (socket: Socket) => boolean;
  /**
   * Gives `frame` to the operating system. When not all of it was taken at once the result is `queued`, and the
   * owner is told later. Null when nothing was written and the socket must be used.
   */
  readonly write: (socket: Socket, frame: Buffer, owner: FrameOwner) => 'taken' | 'queued' | 'failed' | null;
}

/** Who is told when a queued frame is through. */
export interface FrameOwner {
  /** `status` is negative when the frame could not be written. */
  readonly drained: (bytes: number, status: number) => void;
}

interface WriteRequest {
  oncomplete?: (status: number) => void;
  /** Keeps the bytes alive until they are written. */
  frame?: Buffer;
}

interface Handle {
  readonly writeBuffer: (request: WriteRequest, bytes: Buffer) => number;
}

interface Internals {
  readonly newRequest: () => WriteRequest;
  /** Filled by every write. */
  readonly state: Int32Array;
  /** Index in `state`: whether the last write left something for later. */
  readonly asyncIndex: number;
  readonly isTcp: (handle: unknown) => boolean;
}

type Constructor = new () => object;

const isConstructor = (value: unknown): value is Constructor => typeof value === 'function';

/** A built-in binding of Node; null where there is none, or where it may not be used. */
const bindingOf = (name: string): Record<string, unknown> | null => {
  try {
    const binding: unknown = Reflect.get(process, 'binding');
    const found: unknown = typeof binding === 'function' ? Reflect.apply(binding, process, [name]) : null;
    return isObject(found) ? found : null;
  } catch {
    return null;
  }
};

const internals = (): Internals | null => {
  const [stream, tcp] = [bindingOf('stream_wrap'), bindingOf('tcp_wrap')];
  if (!stream || !tcp) return null;
  const { WriteWrap, streamBaseState, kLastWriteWasAsync } = stream;
  const { TCP } = tcp;
  if (!isConstructor(WriteWrap) || !isConstructor(TCP)) return null;
  if (!(streamBaseState instanceof Int32Array) || typeof kLastWriteWasAsync !== 'number') return null;
  return {
    newRequest: () => new WriteWrap(),
    state: streamBaseState,
    asyncIndex: kLastWriteWasAsync,
    isTcp: (handle) => handle instanceof TCP,
  };
};

const isHandle = (value: unknown): value is Handle =>
  typeof value === 'object' && value !== null && 'writeBuffer' in value && typeof value.writeBuffer === 'function';

/** The direct way of this Node, or null when it has none that is known. */
export function directWrite(): DirectWrite | null {
  const found = internals();
  if (!found) return null;
  const { newRequest, state, asyncIndex, isTcp } = found;
  // A request is used up only by a write that did not finish at once: nearly all share one.
  let spare = newRequest();
  return {
    suits: (socket) => {
      const handle: unknown = Reflect.get(socket, '_handle');
      return isTcp(handle) && isHandle(handle);
    },
    write: (socket, frame, owner) => {
      const handle = (socket as Socket & { readonly _handle?: Handle | null })._handle;
      if (!handle) return null;
      const request = spare;
      const status = handle.writeBuffer(request, frame);
      if (status !== 0) return 'failed';
      if (state[asyncIndex] === 0) return 'taken';
      request.frame = frame;
      request.oncomplete = (result) => owner.drained(frame.length, result);
      spare = newRequest();
      return 'queued';
    },
  };
}
