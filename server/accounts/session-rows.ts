import type { Instant } from '../../core/time.ts';
import type { Database } from '../store/database.ts';
import { StorageError } from '../store/storage-error.ts';

/** An open session: whose it is, and when it was opened and last used. */
export interface SessionRow {
  readonly user: string;
  readonly createdAt: number;
  readonly usedAt: number;
}

/** Where sessions are kept, by the hash of their token. */
export interface SessionRows {
  readonly find: (hash: string) => SessionRow | null;
  /** Keeps a new one, and forgets those that have ended. */
  readonly add: (hash: string, row: SessionRow, ended: { readonly idle: number; readonly old: number }) => void;
  readonly use: (hash: string, at: Instant) => void;
  readonly remove: (hash: string) => void;
  /** Removes those of a user that were opened before a moment; how many there were. */
  readonly removeOf: (user: string, openedBefore: number) => number;
  readonly isEmpty: () => boolean;
}

/** People who sign in while the disk is full; there are few, and more would be an attack. */
const MOST_IN_MEMORY = 100;

/**
 * Sessions in the database. One that the disk refuses is kept in memory until the server stops: on a full disk
 * somebody must be able to sign in and make room.
 * @param onError told what the disk refused.
 */
export function createSessionRows(database: Database, onError: (error: unknown) => void): SessionRows {
  const insert = database.prepare('INSERT INTO sessions (token_hash, user, created_at, used_at) VALUES (?, ?, ?, ?)');
  const find = database.prepare('SELECT user, created_at, used_at FROM sessions WHERE token_hash = ?');
  const use = database.prepare('UPDATE sessions SET used_at = ? WHERE token_hash = ?');
  const remove = database.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const removeOf = database.prepare('DELETE FROM sessions WHERE user = ? AND created_at < ?');
  const removeEnded = database.prepare('DELETE FROM sessions WHERE used_at < ? OR created_at < ?');
  const any = database.prepare('SELECT 1 FROM sessions LIMIT 1');
  const inMemory = new Map<string, SessionRow>();

  const keepInMemory = (hash: string, row: SessionRow): void => {
    inMemory.set(hash, row);
    const oldest = inMemory.keys().next();
    if (inMemory.size > MOST_IN_MEMORY && !oldest.done) inMemory.delete(oldest.value);
  };
  const removeFromMemory = (user: string, openedBefore: number): number => {
    const ended = [...inMemory].filter(([, row]) => row.user === user && row.createdAt < openedBefore);
    for (const [hash] of ended) inMemory.delete(hash);
    return ended.length;
  };
  return {
    find: (hash) => {
      const row = find.get(hash);
      if (!row) return inMemory.get(hash) ?? null;
      return { user: String(row['user']), createdAt: Number(row['created_at']), usedAt: Number(row['used_at']) };
    },
    add: (hash, row, { idle, old }) => {
      try {
        database.transaction(() => {
          removeEnded.run(idle, old);
          insert.run(hash, row.user, row.createdAt, row.usedAt);
        });
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        onError(error);
        keepInMemory(hash, row);
      }
    },
    use: (hash, at) => {
      const known = inMemory.get(hash);
      if (known) inMemory.set(hash, { ...known, usedAt: at });
      else database.transaction(() => use.run(at, hash));
    },
    remove: (hash) => {
      if (!inMemory.delete(hash)) database.transaction(() => remove.run(hash));
    },
    removeOf: (user, openedBefore) =>
      removeFromMemory(user, openedBefore) + database.transaction(() => removeOf.run(user, openedBefore)).changes,
    isEmpty: () => any.get() === undefined,
  };
}
