import type { Instant } from '../../core/time.ts';

/** When the revisions announced lately were saved; of changes that went out together, the first counts. */
export class CommitTimes {
  readonly #most: number;
  readonly #times = new Map<number, Instant>();

  constructor(most: number) {
    this.#most = most;
  }

  note(revision: number, at: Instant): void {
    this.#times.set(revision, at);
    for (const oldest of this.#times.keys()) {
      if (this.#times.size <= this.#most) return;
      this.#times.delete(oldest);
    }
  }

  of(revision: number): Instant | null {
    return this.#times.get(revision) ?? null;
  }
}
