/** What a page remembers across its own reloads. Storage may be refused; then a page is careful. */
import { rescuesIn } from '../health/rules.ts';

const BUILD_KEY = 'paceboard-reloaded-for';
const RESCUES_KEY = 'paceboard-rescues';

/** Whether this page should make way for the server's build: not twice for the same one. */
export function shouldReload(own: string, servers: string, alreadyFor: string | null): boolean {
  return own !== 'dev' && servers !== 'dev' && own !== servers && alreadyFor !== servers;
}

/** The part of a storage that is needed. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>;

/** Runs what needs storage; null where the browser refuses it. */
function attempt<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    // A browser that keeps nothing plays all the same.
    return null;
  }
}

export class ReloadNotes {
  readonly #session: () => Notes;
  readonly #lasting: () => Notes;

  constructor(session = (): Notes => sessionStorage, lasting = (): Notes => localStorage) {
    this.#session = session;
    this.#lasting = lasting;
  }

  /** The build that this page was last reloaded for. */
  get reloadedFor(): string | null {
    return attempt(() => this.#session().getItem(BUILD_KEY));
  }

  /** False when the storage is refused. */
  noteBuild(build: string): boolean {
    return attempt(() => this.#session().setItem(BUILD_KEY, build)) !== null;
  }

  /** Rescues of the last 24 hours by the wall clock `now`; null where nothing can be counted. */
  rescues(now: number): number | null {
    return attempt(() => rescuesIn(this.#lasting().getItem(RESCUES_KEY), now).length);
  }

  noteRescue(now: number): void {
    attempt(() => {
      const kept = rescuesIn(this.#lasting().getItem(RESCUES_KEY), now);
      this.#lasting().setItem(RESCUES_KEY, JSON.stringify([...kept, now]));
    });
  }
}
