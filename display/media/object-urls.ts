/** Addresses of Blobs, made for the first who holds a file and revoked some time after the last: none is left over months. */

interface Held {
  readonly listeners: Set<() => void>;
  url: string | null;
  loading: Promise<void> | null;
  /** Keeps what the browser has decoded of a picture from being decoded once more for the next who shows it. */
  picture: HTMLImageElement | null;
}

/**
 * Files that nobody shows keep their addresses, the latest so many: a loop comes round to them. Chromium takes a picture with another
 * address for another picture, decodes it anew and drops the old copy only minutes later.
 */
const MOST_IDLE = 60;

function pictureOf({ type }: Blob, url: string): HTMLImageElement | null {
  if (!type.startsWith('image/')) return null;
  const picture = new Image();
  picture.src = url;
  return picture;
}

export class ObjectUrls {
  readonly #held = new Map<string, Held>();
  /** Held by nobody, with an address; the longest idle first. */
  readonly #idle = new Map<string, Held>();
  readonly #load: (address: string) => Promise<Blob | null>;

  /** @param load the file behind an address; null while there is none. */
  constructor(load: (address: string) => Promise<Blob | null>) {
    this.#load = load;
  }

  hold(address: string, changed: () => void): void {
    const known = this.#held.get(address) ?? this.#idle.get(address);
    const held = known ?? { listeners: new Set(), url: null, loading: null, picture: null };
    this.#idle.delete(address);
    held.listeners.add(changed);
    this.#held.set(address, held);
    if (!known) this.look(address);
  }

  release(address: string, changed: () => void): void {
    const held = this.#held.get(address);
    held?.listeners.delete(changed);
    if (!held || held.listeners.size > 0) return;
    this.#held.delete(address);
    if (held.url === null) return;
    this.#idle.set(address, held);
    const [oldest] = this.#idle.keys();
    if (oldest !== undefined && this.#idle.size > MOST_IDLE) this.forget(oldest);
  }

  urlOf(address: string): string | null {
    return this.#held.get(address)?.url ?? null;
  }

  /** Asks anew for what is held and not there; one file, or all. */
  look(only?: string): void {
    for (const [address, held] of this.#held) {
      if ((only ?? address) !== address) continue;
      if (held.url === null) held.loading ??= this.#fill(address, held);
      for (const changed of held.listeners) changed();
    }
  }

  /** The file behind an address is no good. */
  forget(address: string): void {
    const held = this.#held.get(address) ?? this.#idle.get(address);
    this.#idle.delete(address);
    if (!held?.url) return;
    URL.revokeObjectURL(held.url);
    held.url = null;
    held.picture = null;
    for (const changed of held.listeners) changed();
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ loading }) => loading ?? Promise.resolve()));
  }

  async #fill(address: string, held: Held): Promise<void> {
    const blob = await this.#load(address);
    held.loading = null;
    // Who asked may be gone by now, or have come again.
    if (!blob || this.#held.get(address) !== held) return;
    held.url = URL.createObjectURL(blob);
    held.picture = pictureOf(blob, held.url);
    for (const changed of held.listeners) changed();
  }
}
