import { instant, type Instant } from '../../core/time.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { newToken, tokenHash } from '../store/token.ts';
import { createSessionRows } from './session-rows.ts';

/** Sessions on the server: they outlive a restart. */
export interface Sessions {
  readonly open: (user: string) => { readonly token: string; readonly expires: Instant };
  /** The user of a live session, which is thereby used. */
  readonly userOf: (token: string) => string | null;
  readonly close: (token: string) => void;
  /** Ends all sessions of a user; how many there were. */
  readonly closeAllOf: (user: string) => number;
  /** Ends a user's sessions that were opened before a moment. */
  readonly closeOlder: (user: string, than: Instant) => void;
  readonly isEmpty: () => boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session ends twelve hours after its last use, and seven days after the login at the latest. */
const IDLE = 12 * HOUR;
const LONGEST = 7 * 24 * HOUR;

/** A use is written at most this often: every write waits for the disk. */
const NOTED_EVERY = 5 * MINUTE;

/** @param onError told what could not be stored (a full disk): reading and signing in must go on. */
export function createSessions(database: Database, now: Clock, onError: (error: unknown) => void): Sessions {
  const rows = createSessionRows(database, onError);

  const note = (hash: string, at: Instant): void => {
    try {
      rows.use(hash, at);
    } catch (error) {
      onError(error);
    }
  };
  return {
    open: (user) => {
      const token = newToken();
      const at = now();
      rows.add(tokenHash(token), { user, createdAt: at, usedAt: at }, { idle: at - IDLE, old: at - LONGEST });
      return { token, expires: instant(at + LONGEST) };
    },
    userOf: (token) => {
      const hash = tokenHash(token);
      const row = rows.find(hash);
      if (!row) return null;
      const at = now();
      if (at - row.usedAt >= IDLE || at - row.createdAt >= LONGEST) return null;
      if (at - row.usedAt >= NOTED_EVERY) note(hash, at);
      return row.user;
    },
    close: (token) => rows.remove(tokenHash(token)),
    closeAllOf: (user) => rows.removeOf(user, Number.MAX_SAFE_INTEGER),
    closeOlder: (user, than) => void rows.removeOf(user, than),
    isEmpty: rows.isEmpty,
  };
}
