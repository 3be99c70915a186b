import { createStore, delMany, get, set } from 'idb-keyval';
import { fingerprint } from '../../core/canonical.ts';
import { MOST_RATE } from '../../core/protocol/clock.ts';
import { isProgramme, screenProfile } from '../../core/protocol/parse.ts';
import type { ScreenProfile } from '../../core/protocol/messages.ts';
import type { Replica } from '../../core/protocol/replica.ts';
import { isObject } from '../../core/result.ts';
import { instant, type Instant } from '../../core/time.ts';
import { report } from '../report.ts';
import type { KeptClock } from './server-clock.ts';

/** What a screen keeps, so that it goes on without its server. */
export interface Kept extends KeptClock {
  readonly screen: ScreenProfile;
  readonly replica?: Replica;
  /** When the server was last heard, on its clock. */
  readonly heard?: Instant;
}

const KEY = 'kept';
/** On its own: it changes with every minute, and the rest may be large. */
const HEARD_KEY = 'heard';

/** Two clocks that differ by more are not two clocks: the number is damaged. Ten years. */
const MOST_OFFSET_MS = 3_652 * 86_400_000;
/** A storage that does not even answer is taken for one that refuses. */
const PATIENCE_MS = 4_000;

/** A replica whose content is what its hash says: half a document must not be played, nor stop the player. */
const replicaFrom = (value: unknown): Replica | undefined => {
  if (!isObject(value) || !isObject(value['position']) || !isProgramme(value['programme'])) return undefined;
  const { epoch, revision, hash } = value['position'];
  if (typeof epoch !== 'string' || typeof revision !== 'number' || typeof hash !== 'string') return undefined;
  if (fingerprint(value['programme']) !== hash) return undefined;
  return { position: { epoch, revision, hash }, programme: value['programme'] };
};

/** What was kept, from whatever the storage holds; an older page may have written it. */
export function keptFrom(value: unknown, heard?: unknown): Kept | null {
  const screen = isObject(value) ? screenProfile(value['screen']) : null;
  if (!isObject(value) || !screen) return null;
  const replica = replicaFrom(value['replica']);
  const { clockOffset: offset, clockRate: rate } = value;
  return {
    screen,
    ...(replica ? { replica } : {}),
    clockOffset: typeof offset === 'number' && Math.abs(offset) <= MOST_OFFSET_MS ? offset : 0,
    ...(typeof rate === 'number' && Math.abs(rate) <= MOST_RATE ? { clockRate: rate } : {}),
    ...(typeof heard === 'number' && Number.isFinite(heard) ? { heard: instant(heard) } : {}),
  };
}

/** What a storage answers, unless it takes too long. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('the storage does not answer')), PATIENCE_MS);
    void answer.then(done, failed).then(() => clearTimeout(timer));
  });
}

/** The screen's memory. A browser that refuses storage plays all the same, it only forgets. */
export class Memory {
  readonly #store = createStore('paceboard-display', 'screen');
  /** What is to be kept when the storage has taken what it was given last. */
  #next: Kept | null = null;
  #saving = false;

  load(): Promise<Kept | null> {
    return this.#attempt('nothing could be read from storage', async () => {
      const [kept, heard] = await Promise.all([get(KEY, this.#store), get(HEARD_KEY, this.#store)]);
      return keptFrom(kept, heard);
    });
  }

  /** Keeps when the server was last heard. */
  async noteHeard(at: Instant): Promise<void> {
    await this.#attempt('nothing could be kept in storage', () => set(HEARD_KEY, at, this.#store));
  }

  /** One at a time, the newest next: changes may come faster than a slow disk takes them. */
  async save(kept: Kept): Promise<void> {
    this.#next = kept;
    if (this.#saving) return;
    this.#saving = true;
    for (let state = this.#take(); state; state = this.#take()) {
      const present = state;
      await this.#attempt('nothing could be kept in storage', () => set(KEY, present, this.#store));
    }
    this.#saving = false;
  }

  async forget(): Promise<void> {
    this.#next = null;
    await this.#attempt('storage could not be cleared', () => delMany([KEY, HEARD_KEY], this.#store));
  }

  #take(): Kept | null {
    const next = this.#next;
    this.#next = null;
    return next;
  }

  /** Null when the storage refuses. */
  async #attempt<T>(complaint: string, use: () => Promise<T>): Promise<T | null> {
    try {
      return await inTime(use());
    } catch (error) {
      report(complaint, error);
      return null;
    }
  }
}
