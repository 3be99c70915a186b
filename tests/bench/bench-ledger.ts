/** The demo ledger on a real store in a folder of its own, and edits of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Changes, ChangeRequest } from '../../server/changes/changes.ts';
import { createChanges } from '../../server/changes/sqlite-changes.ts';
import { monotonicClock, type Clock } from '../../server/clock.ts';
import { DEMO_GROUP, demoRequests } from '../../server/demo/demo-ledger.ts';
import type { Database } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open-store.ts';

/** `note`: a patch of some 200 bytes. `figure`: a report, which moves a ranking, of some 650. */
export type EditKind = 'note' | 'figure';

export const BENCH_GROUP = DEMO_GROUP;

export interface BenchLedger {
  readonly now: Clock;
  readonly changes: Changes;
  readonly database: Database;
  readonly edit: (kind: EditKind) => void;
}

const editOf = (kind: EditKind, number: number): ChangeRequest =>
  kind === 'note'
    ? {
        kind: 'update',
        register: 'settings',
        record: 'settings',
        values: { source: `各责任单位填报并经核实的月度调度数据,第 ${number} 次` },
      }
    : {
        kind: 'update',
        register: 'reports',
        record: 'report-2017-12-21',
        values: { completedYtdYuan: 500_000_000 + (number % 1000) * 10_000 },
      };

const onError = (error: unknown): never => {
  throw error;
};

export async function openBenchLedger(): Promise<BenchLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'paceboard-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.once('SIGTERM', () => process.exit(0));
  const now = monotonicClock();
  const database = await openStore(folder);
  const changes = createChanges(database, { now, onError });
  const commit = (requests: readonly ChangeRequest[]): void => {
    const result = changes.commit({ id: 'bench', name: 'Bench' }, requests);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
  };
  commit(demoRequests());
  let number = 0;
  return { now, changes, database, edit: (kind) => commit([editOf(kind, (number += 1))]) };
}
