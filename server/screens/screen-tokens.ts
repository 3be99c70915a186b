import { instant, type Instant } from '../../core/time.ts';
import { newToken, tokenHash } from '../store/token.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';

/** The tokens of screens' cookies and of links, as hashes in the database. */
export interface ScreenTokens {
  /** @throws StorageError when there is no such screen, or the disk refuses. */
  readonly issue: (screen: string) => string;
  readonly screenOf: (token: string) => string | null;
  readonly createLink: (screen: string) => { readonly token: string; readonly expires: Instant };
  readonly screenOfLink: (linkToken: string) => string | null;
  readonly revoke: (screen: string) => void;
}

const LINK_LIFE = 24 * 60 * 60_000;

export function createScreenTokens(database: Database, now: Clock): ScreenTokens {
  const insert = database.prepare('INSERT INTO screen_tokens (token_hash, screen, created_at) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT screen FROM screen_tokens WHERE token_hash = ?');
  const insertLink = database.prepare('INSERT INTO screen_links (token_hash, screen, expires_at) VALUES (?, ?, ?)');
  const findLink = database.prepare('SELECT screen FROM screen_links WHERE token_hash = ? AND expires_at > ?');
  const removeEnded = database.prepare('DELETE FROM screen_links WHERE expires_at <= ?');
  const removeTokens = database.prepare('DELETE FROM screen_tokens WHERE screen = ?');
  const removeLinks = database.prepare('DELETE FROM screen_links WHERE screen = ?');
  const screenIn = (row: ReturnType<typeof find.get>): string | null => (row ? String(row['screen']) : null);
  return {
    issue: (screen) => {
      const token = newToken();
      database.transaction(() => insert.run(tokenHash(token), screen, now()));
      return token;
    },
    screenOf: (token) => screenIn(find.get(tokenHash(token))),
    createLink: (screen) => {
      const token = newToken();
      const expires = instant(now() + LINK_LIFE);
      database.transaction(() => {
        removeEnded.run(now());
        insertLink.run(tokenHash(token), screen, expires);
      });
      return { token, expires };
    },
    screenOfLink: (linkToken) => screenIn(findLink.get(tokenHash(linkToken), now())),
    revoke: (screen) =>
      database.transaction(() => {
        removeTokens.run(screen);
        removeLinks.run(screen);
      }),
  };
}
