import type { IsoMonth } from '../../core/time.ts';
import { uploadPhoto } from '../api/photos.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';

/** A picture on its way. */
export interface Upload {
  readonly key: number;
  readonly project: string;
  readonly month: IsoMonth;
  readonly caption: string;
  readonly file: File;
  /** Address of the picture in this page. */
  readonly preview: string;
  /** How much of it has left, from 0 to 1. */
  readonly fraction: number;
  /** Why it did not arrive; null while it is on its way. */
  readonly problem: ApiProblem | null;
}

export interface UploadListener {
  readonly changed: () => void;
  /** A picture arrived; whether it was taken in another month than it is for. */
  readonly arrived: (otherMonth: boolean) => void;
}

/** Pictures that have not arrived yet, of all projects: leaving a project's form loses none. */
export class PhotoUploads {
  #list: readonly Upload[] = [];
  #count = 0;
  readonly #listener: UploadListener;

  constructor(listener: UploadListener) {
    this.#listener = listener;
  }

  get all(): readonly Upload[] {
    return this.#list;
  }

  /** One after another: a phone's network carries one picture better than five. */
  async add(files: readonly File[], of: Pick<Upload, 'project' | 'month' | 'caption'>): Promise<void> {
    const added = files.map((file): Upload => {
      this.#count += 1;
      return { ...of, key: this.#count, file, preview: URL.createObjectURL(file), fraction: 0, problem: null };
    });
    this.#become([...this.#list, ...added]);
    for (const { key } of added) await this.send(key);
  }

  /** Sends a picture, also once more; `again` when one like it is there already and it is meant all the same. */
  async send(key: number, again = false): Promise<void> {
    const one = this.#list.find((each) => each.key === key);
    if (!one) return;
    this.#change(key, { problem: null, fraction: 0 });
    try {
      const { otherMonth } = await uploadPhoto({ ...one, again }, one.file, {
        onProgress: (fraction) => this.#change(key, { fraction }),
      });
      this.drop(key);
      this.#listener.arrived(otherMonth);
    } catch (error) {
      this.#change(key, { problem: asProblem(error) });
    }
  }

  drop(key: number): void {
    const dropped = this.#list.find((each) => each.key === key);
    if (dropped) URL.revokeObjectURL(dropped.preview);
    this.#become(this.#list.filter((each) => each.key !== key));
  }

  #change(key: number, values: Partial<Upload>): void {
    this.#become(this.#list.map((each) => (each.key === key ? { ...each, ...values } : each)));
  }

  #become(list: readonly Upload[]): void {
    this.#list = list;
    this.#listener.changed();
  }
}
