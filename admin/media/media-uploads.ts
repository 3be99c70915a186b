import { uploadMedium } from '../api/media.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';

/** A file on its way. */
export interface MediumUpload {
  readonly key: number;
  readonly name: string;
  readonly file: File;
  /** How much of it has left, from 0 to 1. */
  readonly fraction: number;
  /** Why it did not arrive; null while it is on its way. */
  readonly problem: ApiProblem | null;
}

export interface UploadListener {
  readonly changed: () => void;
  readonly arrived: () => void;
}

const LONGEST_NAME = 60;

/** A name that no medium has: the file's own without its ending, if need be with a number. */
export function freeName(file: string, taken: ReadonlySet<string>): string {
  const own = file.replace(/\.[^.]{1,5}$/, '').trim() || file;
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` (${number})`;
    const name = `${own.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!taken.has(name)) return name;
  }
}

/** Files that have not arrived yet, sent one after another. */
export class MediaUploads {
  #list: readonly MediumUpload[] = [];
  #count = 0;
  readonly #aborts = new Map<number, AbortController>();
  readonly #listener: UploadListener;

  constructor(listener: UploadListener) {
    this.#listener = listener;
  }

  get all(): readonly MediumUpload[] {
    return this.#list;
  }

  async add(files: readonly File[], taken: Iterable<string>): Promise<void> {
    const names = new Set([...taken, ...this.#list.map(({ name }) => name)]);
    const added = files.map((file): MediumUpload => {
      const name = freeName(file.name, names);
      names.add(name);
      this.#count += 1;
      return { key: this.#count, name, file, fraction: 0, problem: null };
    });
    this.#become([...this.#list, ...added]);
    for (const { key } of added) await this.send(key);
  }

  /** Sends a file, also once more. */
  async send(key: number): Promise<void> {
    const one = this.#list.find((each) => each.key === key);
    if (!one) return;
    const abort = new AbortController();
    this.#aborts.set(key, abort);
    this.#change(key, { problem: null, fraction: 0 });
    try {
      const onProgress = (fraction: number): void => this.#change(key, { fraction });
      await uploadMedium(one.name, one.file, { onProgress, signal: abort.signal });
      this.drop(key);
      this.#listener.arrived();
    } catch (error) {
      this.#change(key, { problem: asProblem(error) });
    }
  }

  /** Takes a file off the list; what is still on its way is stopped. */
  drop(key: number): void {
    this.#become(this.#list.filter((each) => each.key !== key));
    this.#aborts.get(key)?.abort();
    this.#aborts.delete(key);
  }

  #change(key: number, values: Partial<MediumUpload>): void {
    this.#become(this.#list.map((each) => (each.key === key ? { ...each, ...values } : each)));
  }

  #become(list: readonly MediumUpload[]): void {
    this.#list = list;
    this.#listener.changed();
  }
}
