import type { Values } from '../register/check-record.ts';
import { overlay } from '../register/check-record.ts';
import { isObject } from '../result.ts';
import type { ChangeRequest } from '../ledger/change-request.ts';
import { draftsOf, recordIn, valuesOf, type Ledger } from '../ledger/ledger.ts';
import { registerNamed, type RegisterName } from '../registers/index.ts';
import { warningsOf, type Warning } from './warnings.ts';

/** A warning about one write of a set. */
export interface SetWarning extends Warning {
  /** Which write, from 0. */
  readonly index: number;
}

/** Fields whose change makes a record worth looking at again; a changed note asks nothing. */
const DOUBTED: Partial<Record<RegisterName, readonly string[]>> = {
  reports: ['asOf', 'reportedYtdYuan', 'completedYtdYuan', 'completedMonthYuan', 'state'],
  plans: ['amountYuan', 'project'],
  projects: ['totalInvestmentYuan', 'investedBeforeYuan'],
  // Never doubted itself; a new year decides which reports count.
  settings: [],
};

interface Written {
  readonly index: number;
  readonly register: RegisterName;
  readonly id: string;
  readonly before: Values;
  readonly after: Values;
}

const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/** What is not even possible is refused with its own words later; there is no point in doubting it. */
const isReadable = (register: RegisterName, values: Values): boolean =>
  Object.entries(registerNamed(register).fields).every(([name, field]) => {
    const value = values[name];
    return value === undefined || value === null || field.check(value).ok;
  });

function* writtenBy(ledger: Ledger, writes: readonly ChangeRequest[]): Generator<Written> {
  for (const [index, write] of writes.entries()) {
    if (write.kind === 'delete' || !DOUBTED[write.register] || !isObject(write.values)) continue;
    const { register, values } = write;
    if (!isReadable(register, values)) continue;
    const id = write.record ?? `new ${index}`;
    const known = recordIn(ledger, register, id);
    const before = known ? valuesOf(registerNamed(register), known) : {};
    yield { index, register, id, before, after: withoutNulls(overlay(before, values)) };
  }
}

/** The ledger as the writes would leave it, as far as warnings compare; values are taken unchecked. */
const ledgerAfter = (ledger: Ledger, written: readonly Written[], writes: readonly ChangeRequest[]): Ledger => {
  const drafts = draftsOf(ledger);
  for (const { register, id, after } of written) drafts.of(register).set(id, { ...after, id });
  for (const { kind, register, record } of writes) {
    if (kind === 'delete' && record !== undefined && DOUBTED[register]) drafts.of(register).delete(record);
  }
  return { ...ledger, tables: drafts.finish() };
};

/**
 * What is doubtful about a set of writes, each looked at in the ledger that all of them together would leave.
 * Records whose doubtful fields stay as they are raise nothing.
 */
export function warningsOfSet(ledger: Ledger, writes: readonly ChangeRequest[]): readonly SetWarning[] {
  const written = [...writtenBy(ledger, writes)];
  if (written.length === 0) return [];
  const after = ledgerAfter(ledger, written, writes);
  return written
    .filter((each) => DOUBTED[each.register]?.some((name) => each.before[name] !== each.after[name]))
    .flatMap((each) =>
      warningsOf(after, each.register, each.id, each.after).map((found) => ({ ...found, index: each.index })),
    );
}
