import { FIRST_HASH, type Change } from '../../core/ledger/change.ts';
import { EMPTY_LEDGER, fold, type Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed } from '../../core/registers/index.ts';
import { ok } from '../../core/result.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { epochOf } from '../store/epoch.ts';
import { createRows, type Rows } from '../store/rows.ts';
import { storable } from '../store/storable.ts';
import { createAnnouncer } from './announcer.ts';
import type { Changes, Committed } from './changes.ts';
import { createDraft } from './draft.ts';
import { createIndexes } from './indexes.ts';
import { createPastLedgers } from './past-ledgers.ts';
import { createLog, sealChange, type Log } from './log.ts';
import { planSet, type PlannedChange } from './plan-set.ts';

export interface ChangesOptions {
  readonly now: Clock;
  /** Told of what a listener throws. */
  readonly onError: (error: unknown) => void;
}

function sealSet(
  planned: readonly PlannedChange[],
  common: Pick<Change, 'at' | 'actor'> & { readonly reason?: string | undefined },
  previousHash: string,
): readonly Change[] {
  const changes: Change[] = [];
  const set = planned[0]?.seq ?? 0;
  const actor = { id: storable(common.actor.id), name: storable(common.actor.name) };
  const reason = common.reason === undefined ? {} : { reason: storable(common.reason) };
  for (const { seq, kind, register, record, fields } of planned) {
    const previous = changes.at(-1)?.hash ?? previousHash;
    changes.push(
      sealChange({ seq, at: common.at, actor, set, kind, register, record, fields, ...reason, previousHash: previous }),
    );
  }
  return changes;
}

function writeRow(rows: Rows, { seq, kind, register, record, values }: PlannedChange, changedAt: number): void {
  const head = { id: record, revision: seq, changedAt };
  if (kind === 'create') rows(register).insert(head, values);
  else if (kind === 'update') rows(register).update(head, values);
  else rows(register).remove(record);
}

function writeSet(
  database: Database,
  rows: Rows,
  log: Log,
  planned: readonly PlannedChange[],
  changes: readonly Change[],
): void {
  database.transaction(() => {
    for (const [index, change] of changes.entries()) {
      const plan = planned[index];
      if (plan) writeRow(rows, plan, change.at);
      log.append(change);
    }
  });
}

/**
 * The one write path, on a database that this process has for itself. Reads the whole log once.
 * @throws Error when the log is damaged; `verifyLog` tells where.
 */
export function createChanges(database: Database, { now, onError }: ChangesOptions): Changes {
  const rows = createRows(database);
  const log = createLog(database);
  const { announce, onCommit } = createAnnouncer(onError);
  let ledger = fold(EMPTY_LEDGER, log.read());
  let head = log.last()?.hash ?? FIRST_HASH;
  const indexes = createIndexes(ledger);
  const pastLedger = createPastLedgers(log, () => ledger);

  const accept = (changes: readonly Change[]): Ledger => {
    ledger = fold(ledger, changes);
    head = changes.at(-1)?.hash ?? head;
    return ledger;
  };

  const commit: Changes['commit'] = (actor, requests, reason) => {
    const before = ledger;
    const draft = createDraft(before, indexes, (register, id) => rows(register).secrets(id));
    let kept = false;
    let committed: Committed;
    try {
      const plan = planSet(draft, requests, before.revision + 1);
      if (!plan.ok) return plan;
      const { changes: planned, records } = plan.value;
      if (planned.length === 0) return ok({ changes: [], records, before, ledger: before });
      const changes = sealSet(planned, { at: now(), actor, reason }, head);
      writeSet(database, rows, log, planned, changes);
      kept = true;
      committed = { changes, records, before, ledger: accept(changes) };
    } finally {
      if (!kept) draft.discard();
    }
    announce(committed);
    return ok(committed);
  };

  return {
    ledger: () => ledger,
    ledgerAt: (until) => pastLedger('seq' in until ? until.seq : log.seqAt(until.at)),
    setOf: log.set,
    epoch: epochOf(database),
    commit,
    history: log.history,
    about: log.about,
    secret: (register, record, field) => {
      if (!registerNamed(register).fields[field]?.secret) return null;
      const value = rows(register).secrets(record)[field];
      return typeof value === 'string' ? value : null;
    },
    onCommit,
  };
}
