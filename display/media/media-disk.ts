/** Where a screen keeps its files: Blobs by their address, and when each was last named by a programme. */
import { createStore, del, get, keys, set } from 'idb-keyval';
import { isObject } from '../../core/result.ts';

const INDEX = 'named';

/** Milliseconds of this machine's clock by address. */
export type LastNamed = Readonly<Record<string, number>>;

const timesIn = (value: unknown): LastNamed => {
  const times = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(times.flatMap(([address, at]) => (typeof at === 'number' ? [[address, at]] : [])));
};

/** Every method rejects where the browser refuses storage or it is full. */
export class MediaDisk {
  readonly #files = createStore('paceboard-media', 'files');
  readonly #index = createStore('paceboard-media-index', 'index');

  async addresses(): Promise<readonly string[]> {
    return (await keys(this.#files)).filter((key): key is string => typeof key === 'string');
  }

  async load(address: string): Promise<Blob | null> {
    const found: unknown = await get(address, this.#files);
    return found instanceof Blob && found.size > 0 ? found : null;
  }

  save(address: string, blob: Blob): Promise<void> {
    return set(address, blob, this.#files);
  }

  drop(address: string): Promise<void> {
    return del(address, this.#files);
  }

  async lastNamed(): Promise<LastNamed> {
    return timesIn(await get(INDEX, this.#index));
  }

  saveLastNamed(times: LastNamed): Promise<void> {
    return set(INDEX, times, this.#index);
  }
}
