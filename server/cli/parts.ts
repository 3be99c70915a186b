import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createAccounts } from '../accounts/sqlite-accounts.ts';
import { createChanges } from '../changes/sqlite-changes.ts';
import { exactClock, wholeMilliseconds } from '../clock.ts';
import type { Config } from '../config.ts';
import { createEditions } from '../editions/create-editions.ts';
import { createEvents } from '../events/sqlite-events.ts';
import { createFiles } from '../files/folder-files.ts';
import { createImports } from '../imports/create-imports.ts';
import type { Parts } from '../parts.ts';
import { createStatuses } from '../screens/memory-statuses.ts';
import { createPairing } from '../screens/sqlite-pairing.ts';
import { removeAbandonedFiles } from './keep-files.ts';
import type { Database } from '../store/database.ts';
import { openStore } from '../store/open-store.ts';

/** What the product does by itself is done in this name. */
export const SYSTEM = { id: 'system', name: '系统' };

/** The id of the built pages; `none` before there are any. */
export function readBuild(pagesFolder: string): string {
  try {
    const stamp: unknown = JSON.parse(readFileSync(join(pagesFolder, 'build.json'), 'utf8'));
    const build = typeof stamp === 'object' && stamp && 'build' in stamp ? stamp.build : null;
    return typeof build === 'string' ? build : 'none';
  } catch {
    return 'none';
  }
}

/** The product's parts on a real data folder. */
export async function createParts(config: Config): Promise<{ readonly parts: Parts; readonly database: Database }> {
  // Standard output belongs to the person who starts the server; logs go to standard error.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const database = await openStore(config.dataFolder);
  const exactNow = exactClock();
  const now = wholeMilliseconds(exactNow);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics, prefix: 'paceboard_' });
  const onError = (error: unknown): void => log.error({ err: error }, 'a listener of changes failed');
  const changes = createChanges(database, { now, onError });
  const events = createEvents({ database, now, log });
  const files = createFiles(config.dataFolder);
  const removed = removeAbandonedFiles(changes, files);
  if (removed > 0) log.info({ removed }, 'files of unfinished uploads were removed');
  return {
    database,
    parts: {
      config,
      log,
      metrics,
      now,
      exactNow,
      changes,
      accounts: createAccounts({ database, changes, events, now, log }),
      events,
      files,
      imports: createImports({ changes, files, now, log }),
      editions: createEditions({ changes, files, now, log }),
      pairing: createPairing({ database, now }),
      statuses: createStatuses(),
      build: readBuild(config.pagesFolder),
    },
  };
}
