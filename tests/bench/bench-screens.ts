/** Thousands of simulated screens in one process: raw sockets that only tell complete messages apart. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { answerRequests, sharedNow } from './processes.ts';

const AT_ONCE = 100;
/** `{"type":"` comes before the letter that tells the types apart. */
const LETTER_AT = 9;
const PATCH = 'p'.charCodeAt(0);
const SNAPSHOT = 's'.charCodeAt(0);
const READ_BYTES = 256 * 1024;

/** A masked `{"type":"resume"}`. */
const resumeFrame = (): Buffer => {
  const payload = Buffer.from('{"type":"resume"}');
  return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
};

/** The screens of one server. */
interface Fleet {
  /** Patches of the round that is under way. */
  patches: number;
  snapshots: number;
  /** Complete rounds: every screen has this many patches. */
  rounds: number;
  /** When the last screen had its patch of the newest complete round. */
  completeAt: number;
  waiting: { readonly rounds: number; readonly tell: (at: number) => void } | null;
  readonly screens: SimulatedScreen[];
}

/** Reads one connection: the answer to the handshake, then frames. */
class SimulatedScreen {
  patches = 0;
  readonly #fleet: Fleet;
  #head = '';
  #open = false;
  /** Bytes of the current frame still to come. */
  #rest = 0;
  /** Start of a frame that was cut off within its header or before its letter. */
  #cut: Buffer | null = null;

  constructor(fleet: Fleet) {
    this.#fleet = fleet;
  }

  /** Returns true when the handshake is just through. */
  read(bytes: Buffer): boolean {
    if (this.#open) {
      this.#frames(bytes);
      return false;
    }
    this.#head += bytes.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end < 0) return false;
    if (!this.#head.startsWith('HTTP/1.1 101')) throw new Error(this.#head.slice(0, 60));
    this.#open = true;
    this.#frames(Buffer.from(this.#head.slice(end + 4), 'latin1'));
    return true;
  }

  #frames(bytes: Buffer): void {
    let data = bytes;
    if (this.#cut) {
      data = Buffer.concat([this.#cut, bytes]);
      this.#cut = null;
    }
    let at = 0;
    while (at < data.length) {
      if (this.#rest > 0) {
        const step = Math.min(this.#rest, data.length - at);
        this.#rest -= step;
        at += step;
        if (this.#rest === 0) this.#complete();
        continue;
      }
      const short = (data[at + 1] ?? 0) & 127;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (data.length - at < header + LETTER_AT + 1) {
        this.#cut = Buffer.from(data.subarray(at));
        return;
      }
      const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUInt32BE(at + 6);
      this.#letter = data[at + header + LETTER_AT] ?? 0;
      this.#rest = length;
      at += header;
    }
  }

  #letter = 0;

  #complete(): void {
    const fleet = this.#fleet;
    if (this.#letter === SNAPSHOT) fleet.snapshots += 1;
    if (this.#letter !== PATCH) return;
    this.patches += 1;
    fleet.patches += 1;
    if (fleet.patches < fleet.screens.length) return;
    fleet.patches = 0;
    fleet.rounds += 1;
    fleet.completeAt = sharedNow();
    if (fleet.waiting && fleet.rounds >= fleet.waiting.rounds) fleet.waiting.tell(fleet.completeAt);
  }
}

const fleets = new Map<string, Fleet>();

const fleetOf = (name: string): Fleet => {
  const known = fleets.get(name);
  if (known) return known;
  const fleet: Fleet = { patches: 0, rounds: 0, completeAt: 0, snapshots: 0, waiting: null, screens: [] };
  fleets.set(name, fleet);
  return fleet;
};

const buffer = Buffer.alloc(READ_BYTES);

/** Opens one screen; `resumes` sends what the product's protocol wants first, which others would refuse. */
const openOne = async (fleet: Fleet, port: number, cookie: string, resumes: boolean): Promise<void> => {
  const screen = new SimulatedScreen(fleet);
  fleet.screens.push(screen);
  const key = randomBytes(16).toString('base64');
  return new Promise((opened, failed) => {
    const socket: Socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback: (length, bytes) => {
          if (screen.read(Buffer.from(bytes.buffer, bytes.byteOffset, length))) {
            if (resumes) socket.write(resumeFrame());
            opened();
          }
          return true;
        },
      },
    });
    socket.on('error', failed);
    socket.write(
      `GET /live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: paceboard.v1\r\nCookie: ${cookie}\r\n\r\n`,
    );
  });
};

const settled = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((wait) => setTimeout(wait, 10));
};

answerRequests({
  open: async (details: { name: string; port: number; cookie: string; count: number; snapshots: boolean }) => {
    const fleet = fleetOf(details.name);
    let left = details.count;
    const lane = async (): Promise<void> => {
      while (left-- > 0) await openOne(fleet, details.port, details.cookie, details.snapshots);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    if (details.snapshots) await settled(() => fleet.snapshots >= fleet.screens.length);
    return fleet.screens.length;
  },
  /** Answers with the moment at which the last screen had the patch of this round, counted from 1. */
  round: ({ name, number }: { name: string; number: number }) => {
    const fleet = fleetOf(name);
    if (fleet.rounds >= number) return fleet.completeAt;
    return new Promise((tell) => (fleet.waiting = { rounds: number, tell }));
  },
  /** Fewest and most patches that any screen got. */
  tally: ({ name }: { name: string }) => {
    const counts = fleetOf(name).screens.map(({ patches }) => patches);
    return { least: Math.min(...counts), most: Math.max(...counts) };
  },
});
