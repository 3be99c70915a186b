import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '../changes/verify-log.ts';
import type { Config } from '../config.ts';
import { verifyEvents } from '../events/verify-events.ts';
import { DATABASE_FILE, openStore } from '../store/open-store.ts';
import { say, words } from './words.ts';

/** `verify`: recomputes the audit chain, compares every row with it and checks the database. 0 when all agree. */
export async function verify(config: Config): Promise<number> {
  if (!existsSync(join(config.dataFolder, DATABASE_FILE))) throw new Error(`no database in ${config.dataFolder}`);
  const database = await openStore(config.dataFolder);
  try {
    const { changes, findings } = verifyLog(database);
    const chain = verifyEvents(database);
    const all = [...findings, ...chain.findings];
    for (const finding of all) say(words.damaged(finding));
    if (all.length > 0) return 1;
    say(words.verified(changes, chain.events));
    return 0;
  } finally {
    database.close();
  }
}
