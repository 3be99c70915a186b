/** Stores for tests: in memory or in a folder of their own, on either engine, with time that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { ChangeRequest, Changes, Committed } from '../../server/changes/changes.ts';
import { createChanges } from '../../server/changes/sqlite-changes.ts';
import { openBetterSqlite3 } from '../../server/store/better-sqlite3-database.ts';
import type { Database, EngineName } from '../../server/store/database.ts';
import { openNodeSqlite } from '../../server/store/node-sqlite-database.ts';
import type { Opener } from '../../server/store/open-database.ts';
import { openStoreFile } from '../../server/store/open-store.ts';

export const ENGINES: Readonly<Record<EngineName, Opener>> = {
  'better-sqlite3': openBetterSqlite3,
  'node:sqlite': openNodeSqlite,
};

export const ENGINE_NAMES = Object.keys(ENGINES) as EngineName[];

export const EDITOR = { id: 'editor-1', name: '编辑甲' };

/** A clock that only moves when told to. */
export interface HandClock {
  readonly now: () => Instant;
  readonly pass: (milliseconds: number) => void;
}

export function handClock(start = 1_500_000_000_000): HandClock {
  let at = start;
  return {
    now: () => instant(at),
    pass: (milliseconds) => {
      at += milliseconds;
    },
  };
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paceboard-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A migrated database that is closed with the test. */
export async function testStore(engine: EngineName = 'better-sqlite3', file = ':memory:'): Promise<Database> {
  const database = await openStoreFile(file, [ENGINES[engine]]);
  onTestFinished(() => database.close());
  return database;
}

const rethrow = (error: unknown): never => {
  throw error;
};

/** Changes on a database; an error of a listener is the test's error unless told otherwise. */
export const testChanges = (
  database: Database,
  now = handClock().now,
  onError: (error: unknown) => void = rethrow,
): Changes => createChanges(database, { now, onError });

/** Commits what must be accepted. */
export function accept(changes: Changes, ...requests: readonly ChangeRequest[]): Committed {
  const outcome = changes.commit(EDITOR, requests);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export const unit = (id: string, more: object = {}): ChangeRequest => ({
  kind: 'create',
  register: 'units',
  record: id,
  values: { name: `单位${id}`, shortName: id, group: 'township', officialOrder: 1, ...more },
});

export const leader = (id: string, more: object = {}): ChangeRequest => ({
  kind: 'create',
  register: 'leaders',
  record: id,
  values: { name: `领导${id}`, protocolOrder: 1, ...more },
});

export const project = (id: string, leadUnit: string, more: object = {}): ChangeRequest => ({
  kind: 'create',
  register: 'projects',
  record: id,
  values: {
    code: `P-${id}`,
    name: `项目${id}`,
    listOrder: 1,
    keyLevel: 'provincial',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    totalInvestmentYuan: 10_000_000_000_000,
    investedBeforeYuan: 0,
    leadUnit,
    ...more,
  },
});

/** Everything in a ledger as plain values, for comparing. */
export const plain = (ledger: Ledger): unknown =>
  Object.fromEntries(Object.entries(ledger.tables).map(([name, table]) => [name, [...table.values()]]));
