/** The imports that were not confirmed yet, in memory: few, small and not for long. */
import type { Instant } from '../../core/time.ts';
import type { PendingImport } from './imports.ts';
import type { PreparedPreview } from './messages.ts';

/** One pending import with what only the server needs. */
export interface Entry {
  readonly account: string;
  readonly shown: PendingImport;
  readonly prepared: PreparedPreview | null;
  /** Counts the orders for a preview: what an earlier one finds out is no longer wanted. */
  readonly order: number;
  /** Is being written: nothing may change it. */
  readonly committing: boolean;
  readonly touchedAt: Instant;
}

/** Beyond these the one that was left alone longest is forgotten; its file is kept, and can be handed in again. */
const MOST_PENDING = 20;
const MOST_PER_ACCOUNT = 5;
const MOST_PREVIEW_BYTES = 256 * 2 ** 20;
/** Nobody answers questions about a file for longer. */
const FORGOTTEN_AFTER_MS = 3_600_000;

export interface PendingImports {
  readonly get: (id: string) => Entry | null;
  /** Makes or replaces an entry. */
  readonly put: (id: string, entry: Omit<Entry, 'touchedAt'>) => void;
  /** Replaces members of an entry that is still there. */
  readonly change: (id: string, changes: Partial<Omit<Entry, 'account' | 'touchedAt'>>) => void;
  readonly remove: (id: string) => void;
  /** Newest first. */
  readonly all: () => readonly Entry[];
}

const sizeOf = ({ prepared }: Entry): number => prepared?.rows.bytes.length ?? 0;

export function createPendingImports(now: () => Instant): PendingImports {
  const entries = new Map<string, Entry>();

  const forgetOldest = (of: readonly [string, Entry][]): void => {
    const idle = of.filter(([, { committing }]) => !committing);
    const oldest = idle.sort(([, a], [, b]) => a.touchedAt - b.touchedAt)[0];
    if (oldest) entries.delete(oldest[0]);
  };

  /** Forgets what is beyond the limits, but never the entry that is being put. */
  const makeRoom = (id: string, { account }: Entry): void => {
    const others = (): [string, Entry][] => [...entries].filter(([other]) => other !== id);
    for (const [other, { touchedAt, committing }] of others()) {
      if (!committing && now() - touchedAt > FORGOTTEN_AFTER_MS) entries.delete(other);
    }
    const own = others().filter(([, entry]) => entry.account === account);
    if (own.length >= MOST_PER_ACCOUNT) forgetOldest(own);
    if (entries.size > MOST_PENDING) forgetOldest(others());
    const bytes = [...entries.values()].reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (bytes > MOST_PREVIEW_BYTES) forgetOldest(others());
  };

  const get = (id: string): Entry | null => {
    const entry = entries.get(id);
    if (!entry) return null;
    if (!entry.committing && now() - entry.touchedAt > FORGOTTEN_AFTER_MS) {
      entries.delete(id);
      return null;
    }
    return entry;
  };

  const put: PendingImports['put'] = (id, entry) => {
    const touched = { ...entry, touchedAt: now() };
    entries.set(id, touched);
    makeRoom(id, touched);
  };

  return {
    get,
    put,
    change: (id, changes) => {
      const entry = get(id);
      if (entry) put(id, { ...entry, ...changes });
    },
    remove: (id) => void entries.delete(id),
    all: () =>
      [...entries.keys()]
        .map(get)
        .filter((entry) => entry !== null)
        .sort((a, b) => b.shown.uploadedAt - a.shown.uploadedAt),
  };
}
