/** The files of a screen's programme, fetched before they are due and kept, so that they are there without the server. */
import { report } from '../report.ts';
import { fetchFile } from './fetch-file.ts';
import { MediaDisk, type LastNamed } from './media-disk.ts';
import { ObjectUrls } from './object-urls.ts';

/** What no programme names any more may come again with tomorrow's playlist. */
const KEEP_MS = 2 * 24 * 60 * 60_000;
const PRUNE_EVERY_MS = 60 * 60_000;
const FIRST_RETRY_MS = 3_000;
const LONGEST_RETRY_MS = 2 * 60_000;

interface Retry {
  readonly wait: number;
  /** On the clock that nobody sets. */
  readonly at: number;
}

/**
 * `straight`: every file by its address, as the preview wants it and where the browser keeps nothing. `opening` and
 * `kept`: files are what is on the disk.
 */
type Mode = 'straight' | 'opening' | 'kept';

export class MediaStore {
  readonly #disk = new MediaDisk();
  readonly #urls = new ObjectUrls((address) => this.#blobOf(address));
  readonly #ready = new Set<string>();
  /** What the disk did not take. */
  readonly #unkept = new Set<string>();
  readonly #retries = new Map<string, Retry>();
  #mode: Mode = 'straight';
  #wanted: readonly string[] = [];
  #named: LastNamed = {};
  #prunedAt = 0;
  #fetching = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** From now on files are fetched ahead and kept. */
  async keep(): Promise<void> {
    this.#mode = 'opening';
    try {
      const [addresses, named] = await Promise.all([this.#disk.addresses(), this.#disk.lastNamed()]);
      for (const address of addresses) this.#ready.add(address);
      this.#named = named;
      this.#mode = 'kept';
    } catch (error) {
      report('pictures and videos cannot be kept; each is fetched when it is due', error);
      this.#mode = 'straight';
    }
    this.#urls.look();
    await this.#prune();
    await this.#fetchAll();
  }

  /** What the programme names, what is due next first. Nothing happens while that stays the same. */
  want(addresses: readonly string[]): void {
    const before = new Set(this.#wanted);
    const isSame = before.size === addresses.length && addresses.every((address) => before.has(address));
    this.#wanted = addresses;
    if (this.#mode !== 'kept') return;
    if (!isSame) this.#name([...before, ...addresses]);
    if (!isSame || Date.now() - this.#prunedAt > PRUNE_EVERY_MS) void this.#prune();
    if (!isSame) void this.#fetchAll();
  }

  /** How many files the programme names, and how many of them are here. */
  status(): { readonly wanted: number; readonly ready: number } {
    const ready = this.#wanted.filter((address) => this.#ready.has(address));
    return { wanted: this.#wanted.length, ready: ready.length };
  }

  /** Gives an address under which an element finds a file, now or later; `changed` when there is another answer. */
  hold(address: string, changed: () => void): void {
    this.#urls.hold(address, changed);
  }

  release(address: string, changed: () => void): void {
    this.#urls.release(address, changed);
  }

  /** Null while the file is not here. */
  urlOf(address: string): string | null {
    return this.#isStraight(address) ? address : this.#urls.urlOf(address);
  }

  /** Resolves when every held file that is on the disk has its address. */
  settled(): Promise<void> {
    return this.#urls.settled();
  }

  /** What is on the disk cannot be drawn: it is fetched anew, once in a while. */
  spoilt(address: string): void {
    if (!this.#ready.delete(address)) return;
    this.#urls.forget(address);
    this.#delay(address);
    this.#disk.drop(address).catch((error: unknown) => report('a spoilt file could not be dropped', error));
    void this.#fetchAll();
  }

  #isStraight(address: string): boolean {
    return this.#mode === 'straight' || this.#unkept.has(address);
  }

  async #blobOf(address: string): Promise<Blob | null> {
    if (!this.#ready.has(address)) return null;
    try {
      const blob = await this.#disk.load(address);
      if (blob) return blob;
    } catch (error) {
      report(`${address} cannot be read from storage`, error);
    }
    // The browser may clear its storage at any time.
    this.#ready.delete(address);
    this.#delay(address);
    void this.#fetchAll();
    return null;
  }

  #name(addresses: readonly string[]): void {
    const now = Date.now();
    this.#named = { ...this.#named, ...Object.fromEntries(addresses.map((address) => [address, now])) };
  }

  /** Drops what has long not been named. */
  async #prune(): Promise<void> {
    if (this.#mode !== 'kept') return;
    const now = Date.now();
    this.#prunedAt = now;
    this.#name(this.#wanted);
    const old = this.#unnamed().filter((address) => now - (this.#named[address] ?? 0) > KEEP_MS);
    for (const address of old) await this.#drop(address);
    const known = Object.entries(this.#named).filter(
      ([address]) => this.#ready.has(address) || this.#isWanted(address),
    );
    this.#named = Object.fromEntries(known);
    await this.#disk.saveLastNamed(this.#named).catch((error: unknown) => report('no room for a list of files', error));
  }

  #isWanted(address: string): boolean {
    return this.#wanted.includes(address);
  }

  /** Files that no programme names, the longest forgotten first. */
  #unnamed(): readonly string[] {
    const at = (address: string): number => this.#named[address] ?? 0;
    return [...this.#ready].filter((address) => !this.#isWanted(address)).sort((a, b) => at(a) - at(b));
  }

  async #drop(address: string): Promise<void> {
    this.#ready.delete(address);
    await this.#disk.drop(address).catch((error: unknown) => report('an old file could not be dropped', error));
  }

  /** One file after another; ends when everything is here or has to wait. */
  async #fetchAll(): Promise<void> {
    if (this.#fetching || this.#mode !== 'kept') return;
    this.#fetching = true;
    clearTimeout(this.#timer);
    for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#fetchOne(next);
    this.#fetching = false;
    const missing = this.#missing().map((address) => this.#retries.get(address)?.at ?? 0);
    if (missing.length > 0)
      this.#timer = setTimeout(() => void this.#fetchAll(), Math.max(0, Math.min(...missing) - performance.now()));
  }

  #missing(): readonly string[] {
    return this.#wanted.filter((address) => !this.#ready.has(address) && !this.#unkept.has(address));
  }

  #next(): string | undefined {
    return this.#missing().find((address) => (this.#retries.get(address)?.at ?? 0) <= performance.now());
  }

  async #fetchOne(address: string): Promise<void> {
    try {
      const blob = await fetchFile(address);
      if (await this.#save(address, blob)) this.#ready.add(address);
      else this.#unkept.add(address);
      this.#retries.delete(address);
      this.#urls.look(address);
    } catch (error) {
      if (this.#delay(address)) report(`${address} could not be fetched`, error);
    }
  }

  /** Puts off the next try; whether it is the first time. */
  #delay(address: string): boolean {
    const last = this.#retries.get(address);
    const wait = last ? Math.min(LONGEST_RETRY_MS, last.wait * 2) : FIRST_RETRY_MS;
    this.#retries.set(address, { wait, at: performance.now() + wait });
    return last === undefined;
  }

  /** On a full disk what is not named any more makes room, the oldest first; false when there is none. */
  async #save(address: string, blob: Blob): Promise<boolean> {
    for (;;) {
      try {
        await this.#disk.save(address, blob);
        return true;
      } catch (error) {
        const [oldest] = this.#unnamed();
        report(oldest ? `no room for ${address}; an old file goes` : `no room for ${address}`, error);
        if (oldest === undefined) return false;
        await this.#drop(oldest);
      }
    }
  }
}

/** The store of this page; the preview never opens it. */
export const MEDIA = new MediaStore();
