import { createStore, del, get, set } from 'idb-keyval';
import { isProgramme, screenProfile } from '../../core/protocol/parse.ts';
import type { ScreenProfile } from '../../core/protocol/messages.ts';
import type { Replica } from '../../core/protocol/replica.ts';
import { isObject } from '../../core/result.ts';
import { report } from '../report.ts';

/** What a screen keeps, so that it goes on without its server. */
export interface Kept {
  readonly screen: ScreenProfile;
  readonly replica?: Replica;
  /** Server time minus this machine's wall clock. */
  readonly clockOffset: number;
}

const KEY = 'kept';

const replicaFrom = (value: unknown): Replica | undefined => {
  if (!isObject(value) || !isObject(value['position']) || !isProgramme(value['programme'])) return undefined;
  const { epoch, revision, hash } = value['position'];
  if (typeof epoch !== 'string' || typeof revision !== 'number' || typeof hash !== 'string') return undefined;
  return { position: { epoch, revision, hash }, programme: value['programme'] };
};

/** What was kept, from whatever the storage holds; an older page may have written it. */
export function keptFrom(value: unknown): Kept | null {
  const screen = isObject(value) ? screenProfile(value['screen']) : null;
  if (!isObject(value) || !screen) return null;
  const replica = replicaFrom(value['replica']);
  const offset = value['clockOffset'];
  return {
    screen,
    ...(replica ? { replica } : {}),
    clockOffset: typeof offset === 'number' && Number.isFinite(offset) ? offset : 0,
  };
}

/** The screen's memory. A browser that refuses storage plays all the same, it only forgets. */
export class Memory {
  readonly #store = createStore('paceboard-display', 'screen');

  async load(): Promise<Kept | null> {
    try {
      return keptFrom(await get(KEY, this.#store));
    } catch (error) {
      report('nothing could be read from storage', error);
      return null;
    }
  }

  async save(kept: Kept): Promise<void> {
    try {
      await set(KEY, kept, this.#store);
    } catch (error) {
      report('nothing could be kept in storage', error);
    }
  }

  async forget(): Promise<void> {
    try {
      await del(KEY, this.#store);
    } catch (error) {
      report('storage could not be cleared', error);
    }
  }
}
