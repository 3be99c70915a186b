/** Records as one caller sees them. */
import type { Change } from '../../core/ledger/change.ts';
import { valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import type { RecordHead, Register } from '../../core/register/declare.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { Holder } from '../../core/rights/holder.ts';
import { mayReadChanges, sightOf } from '../../core/rights/reading.ts';
import { problem } from './problem.ts';
import { shownRecord, type ShownRecord } from './records.ts';

const publicPart = (register: Register, record: ShownRecord): ShownRecord => {
  const { id, revision, changedAt } = record;
  const values = Object.entries(record).filter(([name]) => register.fields[name]?.public);
  return { id, revision, changedAt, ...Object.fromEntries(values) };
};

/** What a caller sees of a record of a ledger: without secrets, or only its public part; null when nothing. */
export function seenBy(who: Holder, register: Register, record: RecordHead, ledger: Ledger): ShownRecord | null {
  const sight = sightOf(who, register, record.id, valuesOf(register, record), ledger);
  if (sight === 'nothing') return null;
  const shown = shownRecord(register, record);
  return sight === 'whole' ? shown : publicPart(register, shown);
}

/**
 * A record as a caller sees it. What the caller must not see is not there.
 * @throws Problem not-found.
 */
export function recordSeen(who: Holder, ledger: Ledger, name: RegisterName, id: string): ShownRecord {
  const record: RecordHead | undefined = ledger.tables[name].get(id);
  const seen = record && seenBy(who, registerNamed(name), record, ledger);
  if (!seen) throw problem('not-found', { detail: `there is no record ${id} in ${name}` });
  return seen;
}

/** A change as a caller sees it; null when it must not be seen. */
export function changeSeen(who: Holder, change: Change, ledger: Ledger): Change | null {
  if (!mayReadChanges(who, registerNamed(change.register), change.record, ledger)) return null;
  if (who.role !== 'reporter' || change.actor.id === who.id) return change;
  // One reason may stand for the records of many units.
  const { reason: _, ...rest } = change;
  return rest;
}
