/** What serves editions without its ports: it dies and starts again, and its clock with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { instant } from '../../core/time.ts';
import type { ChangeRequest, Changes } from '../../server/changes/changes.ts';
import { createChanges } from '../../server/changes/sqlite-changes.ts';
import { removeAbandonedFiles } from '../../server/cli/keep-files.ts';
import { createEditions } from '../../server/editions/create-editions.ts';
import type { Editions } from '../../server/editions/editions.ts';
import { createFiles } from '../../server/files/folder-files.ts';
import { Feed } from '../../server/live/feed.ts';
import { DEFAULT_LIMITS } from '../../server/live/limits.ts';
import type { Database } from '../../server/store/database.ts';
import { EDITION_GROUPS, EDITIONS_OFFICE } from './editions-office.ts';

/** A moment in June 2017. */
const START = 1_496_300_000_000;

const folders = mkdtempSync(join(tmpdir(), 'paceboard-model-'));
process.once('exit', () => rmSync(folders, { recursive: true, force: true }));

const onError = (error: unknown): void => {
  throw error;
};

/** What serves editions, on its own database and folder, which survive crashes. */
export class EditionServer {
  readonly folder = mkdtempSync(join(folders, 'data-'));
  readonly database: Database;
  time = START;
  changes!: Changes;
  editions!: Editions;
  feeds!: ReadonlyMap<string, Feed>;

  constructor(database: Database) {
    this.database = database;
    this.start();
    this.save(...EDITIONS_OFFICE);
  }

  readonly now = () => instant(this.time);

  start(): void {
    const log = pino({ level: 'silent' });
    this.changes = createChanges(this.database, { now: this.now, onError });
    const files = createFiles(this.folder);
    removeAbandonedFiles(this.changes, files);
    this.editions = createEditions({ changes: this.changes, files, now: this.now, log });
    const feed = (group: string) => new Feed(group, 'epoch', DEFAULT_LIMITS, this.editions.packageOf);
    this.feeds = new Map(EDITION_GROUPS.map((group) => [group, feed(group)]));
    this.editions.airDue();
  }

  save(...requests: readonly ChangeRequest[]): void {
    const outcome = this.changes.commit({ id: 'test', name: 'test' }, requests);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  }

  /** What the screens of a group show, by slide. */
  shown(group: string): Readonly<Record<string, unknown>> {
    const feed = this.feeds.get(group);
    feed?.update(this.changes.ledger(), this.now());
    return feed?.programme?.slides ?? {};
  }
}
