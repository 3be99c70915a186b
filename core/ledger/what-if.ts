/** Ledgers that are not: one record other than it is, to see what would follow. */
import type { RegisterName, RecordTypes } from '../registers/index.ts';
import { draftsOf, type Ledger } from './ledger.ts';

/** The ledger with some values of a record changed; the ledger itself where the record is not there. Nothing is checked. */
export function withValues<R extends RegisterName>(
  ledger: Ledger,
  register: R,
  record: string,
  values: Partial<RecordTypes[R]>,
): Ledger {
  const drafts = draftsOf(ledger);
  const draft = drafts.of(register);
  const present = draft.live.get(record);
  if (!present) return ledger;
  draft.set(record, { ...present, ...values });
  return { ...ledger, tables: drafts.finish() };
}
