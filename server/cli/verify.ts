import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createChanges } from '../changes/sqlite-changes.ts';
import { verifyLog } from '../changes/verify-log.ts';
import { monotonicClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { verifyEditions, type EditionsVerification } from '../editions/verify-editions.ts';
import { verifyEvents } from '../events/verify-events.ts';
import { createFiles } from '../files/folder-files.ts';
import type { Database } from '../store/database.ts';
import { DATABASE_FILE, openStore } from '../store/open-store.ts';
import { say, words } from './words.ts';

const onError = (error: unknown): void => {
  throw error;
};

const editionsIn = (database: Database, { dataFolder }: Config): EditionsVerification =>
  verifyEditions(createChanges(database, { now: monotonicClock(), onError }), createFiles(dataFolder));

/**
 * `verify`: recomputes the audit chain, compares every row with it, checks the database and makes signed editions anew.
 * 0 when all agree.
 */
export async function verify(config: Config): Promise<number> {
  if (!existsSync(join(config.dataFolder, DATABASE_FILE))) throw new Error(`no database in ${config.dataFolder}`);
  const database = await openStore(config.dataFolder);
  try {
    const { changes, findings } = verifyLog(database);
    const chain = verifyEvents(database);
    const all = [...findings, ...chain.findings];
    // A damaged log is no ground to judge editions on.
    const editions = all.length === 0 ? editionsIn(database, config) : null;
    for (const finding of [...all, ...(editions?.findings ?? [])]) say(words.damaged(finding));
    for (const notice of editions?.notices ?? []) say(words.noticed(notice));
    if (!editions || editions.findings.length > 0) return 1;
    say(words.verified(changes, chain.events, editions.editions));
    return 0;
  } finally {
    database.close();
  }
}
