import { FIRST_HASH } from '../../core/ledger/change.ts';
import { valueOf, type Database, type Row } from '../store/database.ts';
import { eventIn, sealEvent } from './event-row.ts';

/** Triggers on the table: one each against edits, removals and entries out of turn. */
const GUARDS = 3;

const problemsOf = (row: Row, seq: number, previousHash: string): readonly string[] => {
  try {
    const { hash, ...event } = eventIn(row);
    return [
      ...(event.seq === seq ? [] : [`event ${seq} is missing`]),
      ...(event.previousHash === previousHash ? [] : ['does not continue the event before it']),
      ...(sealEvent(event).hash === hash ? [] : ['is not what was written']),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/** Checks the chain of events of a server that is not running: how many there are, and what is not as it was written. */
export function verifyEvents(database: Database): { readonly events: number; readonly findings: readonly string[] } {
  const findings: string[] = [];
  let previousHash = FIRST_HASH;
  let last = 0;
  let events = 0;
  for (const row of database.prepare('SELECT * FROM events ORDER BY seq').iterate()) {
    const problems = problemsOf(row, last + 1, previousHash);
    findings.push(...problems.map((problem) => `event ${String(row['seq'])}: ${problem}`));
    last = Number(row['seq']);
    previousHash = String(row['hash']);
    events += 1;
  }
  const guards = valueOf(database, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'");
  if (guards !== GUARDS) findings.push('events: the list is not protected against edits');
  return { events, findings };
}
