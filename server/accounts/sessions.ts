import { instant, type Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { newToken, tokenHash } from '../store/token.ts';

/** Sessions in the database: they outlive a restart. */
export interface Sessions {
  readonly open: (user: string) => { readonly token: string; readonly expires: Instant };
  /** The user of a live session, which is thereby used. */
  readonly userOf: (token: string) => string | null;
  readonly close: (token: string) => void;
  readonly closeAllOf: (user: string) => void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session ends twelve hours after its last use, and seven days after the login at the latest. */
const IDLE = 12 * HOUR;
const LONGEST = 7 * 24 * HOUR;

/** A use is written at most this often: every write waits for the disk. */
const NOTED_EVERY = 5 * MINUTE;

/** @param onError told when a use could not be noted (a full disk): reading must go on. */
export function createSessions(database: Database, now: Clock, onError: (error: unknown) => void): Sessions {
  const insert = database.prepare('INSERT INTO sessions (token_hash, user, created_at, used_at) VALUES (?, ?, ?, ?)');
  const find = database.prepare('SELECT user, created_at, used_at FROM sessions WHERE token_hash = ?');
  const use = database.prepare('UPDATE sessions SET used_at = ? WHERE token_hash = ?');
  const remove = database.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const removeAll = database.prepare('DELETE FROM sessions WHERE user = ?');
  const removeEnded = database.prepare('DELETE FROM sessions WHERE used_at < ? OR created_at < ?');

  const note = (hash: string, at: number): void => {
    try {
      database.transaction(() => use.run(at, hash));
    } catch (error) {
      onError(error);
    }
  };
  return {
    open: (user) => {
      const token = newToken();
      const at = now();
      database.transaction(() => {
        removeEnded.run(at - IDLE, at - LONGEST);
        insert.run(tokenHash(token), user, at, at);
      });
      return { token, expires: instant(at + LONGEST) };
    },
    userOf: (token) => {
      const hash = tokenHash(token);
      const row = find.get(hash);
      if (!row) return null;
      const at = now();
      const used = Number(row['used_at']);
      if (at - used >= IDLE || at - Number(row['created_at']) >= LONGEST) return null;
      if (at - used >= NOTED_EVERY) note(hash, at);
      return String(row['user']);
    },
    close: (token) => void database.transaction(() => remove.run(tokenHash(token))),
    closeAllOf: (user) => void database.transaction(() => removeAll.run(user)),
  };
}
