import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

const newEpoch = (): string => randomBytes(9).toString('base64url');

/** The name of this history; made with the first opening. */
export function epochOf(database: Database): string {
  const row = database.prepare("SELECT value FROM meta WHERE key = 'epoch'").get();
  return row ? String(row['value']) : renewEpoch(database);
}

/** Says that the history is another one now: after a restored backup, screens must take everything anew. */
export function renewEpoch(database: Database): string {
  const epoch = newEpoch();
  database.transaction(() => {
    database
      .prepare(
        "INSERT INTO meta (key, value) VALUES ('epoch', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      )
      .run(epoch);
  });
  return epoch;
}
