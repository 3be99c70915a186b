import { canonicalJson } from '../../core/canonical.ts';
import { FIRST_HASH, type Change } from '../../core/ledger/change.ts';
import { EMPTY_LEDGER, fold, recordIn, type Ledger } from '../../core/ledger/ledger.ts';
import type { Register } from '../../core/register/declare.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { columnOf, fromColumn } from '../store/columns.ts';
import { valueOf, type Database, type Row } from '../store/database.ts';
import { createRows } from '../store/rows.ts';
import { changeIn, sealChange } from './log.ts';

/** What a check of the store found. */
export interface Verification {
  /** How many changes the log has. */
  readonly changes: number;
  /** What is not as the product wrote it, one sentence each; none when all is well. */
  readonly findings: readonly string[];
}

/** Triggers on the log: one each against edits, removals and entries out of turn. */
const LOG_GUARDS = 3;

const parsed = (row: Row): Change | string => {
  try {
    return changeIn(row);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

function checkLink(change: Change, seq: number, previousHash: string): readonly string[] {
  const { hash, ...rest } = change;
  const problems: string[] = [];
  if (change.seq !== seq) problems.push(`change ${seq} is missing`);
  if (change.previousHash !== previousHash) problems.push('does not continue the change before it');
  if (sealChange(rest).hash !== hash) problems.push('is not what was written');
  return problems;
}

/** The chain link by link; the changes as far as they can be folded. */
function checkChain(database: Database): { readonly findings: readonly string[]; readonly changes: readonly Change[] } {
  const findings: string[] = [];
  const changes: Change[] = [];
  let previousHash = FIRST_HASH;
  let expected = 1;
  for (const row of database.prepare('SELECT * FROM changes ORDER BY seq').iterate()) {
    const where = String(row['seq']);
    const change = parsed(row);
    const problems = typeof change === 'string' ? [change] : checkLink(change, expected, previousHash);
    findings.push(...problems.map((problem) => `change ${where}: ${problem}`));
    if (typeof change !== 'string') changes.push(change);
    expected = Number(row['seq']) + 1;
    previousHash = String(row['hash']);
  }
  return { findings, changes };
}

const rowProblem = (register: Register, row: Row, record: object | undefined): string | null => {
  if (!record) return 'the log knows no such record';
  const values = record as Readonly<Record<string, unknown>>;
  if (row['revision'] !== values['revision'] || row['changed_at'] !== values['changedAt'])
    return 'was written past the log';
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.secret) continue;
    const stored = row[columnOf(name)];
    try {
      if (canonicalJson(fromColumn(field, stored)) === canonicalJson(values[name])) continue;
    } catch {
      // A document that is no JSON any more differs, too.
    }
    return `${name} is not what the log says`;
  }
  return null;
};

/** Every row against the fold of the log. */
function checkRows(database: Database, ledger: Ledger): readonly string[] {
  const findings: string[] = [];
  const rows = createRows(database);
  for (const name of Object.keys(REGISTERS) as RegisterName[]) {
    const seen = new Set<string>();
    for (const row of rows(name).all()) {
      const id = String(row['id']);
      seen.add(id);
      const problem = rowProblem(registerNamed(name), row, recordIn(ledger, name, id));
      if (problem) findings.push(`${name}/${id}: ${problem}`);
    }
    for (const id of ledger.tables[name].keys()) {
      if (!seen.has(id)) findings.push(`${name}/${id}: its row is missing`);
    }
  }
  return findings;
}

function checkFile(database: Database): readonly string[] {
  const findings: string[] = [];
  for (const row of database.prepare('PRAGMA integrity_check').all()) {
    const message = String(Object.values(row)[0]);
    if (message !== 'ok') findings.push(`database: ${message}`);
  }
  for (const row of database.prepare('PRAGMA foreign_key_check').all()) {
    findings.push(`${row['table']}: row ${row['rowid']} refers to nothing`);
  }
  const guards = valueOf(
    database,
    "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'changes'",
  );
  if (guards !== LOG_GUARDS) findings.push('changes: the log is not protected against edits');
  return findings;
}

/**
 * Checks the store of a server that is not running: the chain of hashes, every row against the log, the file.
 * Secret values are outside the log and are not checked. A log whose newest changes were cut off together with
 * their rows looks whole; only a copy of the last hash kept elsewhere shows that.
 */
export function verifyLog(database: Database): Verification {
  const chain = checkChain(database);
  const whole = chain.changes.every((change, index) => change.seq === index + 1);
  const rows = whole ? checkRows(database, fold(EMPTY_LEDGER, chain.changes)) : [];
  return { changes: chain.changes.length, findings: [...checkFile(database), ...chain.findings, ...rows] };
}
