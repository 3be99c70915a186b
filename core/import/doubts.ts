/** Possible but unlikely values of a plain table, as `core/warnings` doubts them when they are typed. */
import { warningsOfSet } from '../warnings/set-warnings.ts';
import { WARNINGS } from '../warnings/warnings.ts';
import type { SheetContext } from './context.ts';
import type { ImportedRows } from './ledger-import.ts';

/** Notes at each row what is doubtful about it in the ledger that the whole table would leave. */
export function noteDoubts({ ledger, columns, session }: SheetContext, { records, writes }: ImportedRows): void {
  const requests = writes.requests();
  const rows = new Map([...records].map(([row, { id }]) => [id, row]));
  const indexes = new Map(columns.map(({ field, index }) => [field, index]));
  for (const { index, path, code } of warningsOfSet(ledger, requests)) {
    const row = rows.get(requests[index]?.record ?? '');
    if (row !== undefined) session.note(row, indexes.get(path), { code: 'UNLIKELY_VALUE', to: WARNINGS[code].zh });
  }
}
