import { instant, type Instant } from '../time.ts';
import type { Register } from '../register/declare.ts';
import type { Values } from '../register/check-record.ts';
import { REGISTERS, type RecordTypes, type RegisterName, type Settings } from '../registers/index.ts';
import type { Change } from './change.ts';
import { draftOf, type Table, type TableDraft } from './table.ts';

export type { Table };

/** Everything that is known at one revision. Never modified: a change makes a new ledger. */
export interface Ledger {
  /** The seq of the last change folded in; 0 for the empty ledger. */
  readonly revision: number;
  readonly at: Instant;
  readonly tables: { readonly [R in RegisterName]: Table<RecordTypes[R]> };
}

const emptyTables = (): Ledger['tables'] =>
  Object.fromEntries(Object.keys(REGISTERS).map((name) => [name, new Map()])) as unknown as Ledger['tables'];

export const EMPTY_LEDGER: Ledger = { revision: 0, at: instant(0), tables: emptyTables() };

const changedRecord = (previous: object | undefined, change: Change): object => {
  const record: Record<string, unknown> = { ...previous };
  for (const [name, field] of Object.entries(change.fields)) {
    if ('secret' in field) continue;
    if (field.to === undefined) delete record[name];
    else record[name] = field.to;
  }
  return Object.assign(record, { id: change.record, revision: change.seq, changedAt: change.at });
};

/** A ledger's tables in the making, one by one. */
export interface TableDrafts {
  /** The draft of one table, the same at each call. */
  readonly of: (register: RegisterName) => TableDraft<object>;
  /** All tables as they are now; those without a draft are the ledger's own. */
  readonly finish: () => Ledger['tables'];
}

/** Drafts of a ledger's tables; the ledger stays as it is. */
export function draftsOf({ tables }: Ledger): TableDrafts {
  const drafts = new Map<RegisterName, TableDraft<object>>();
  return {
    of: (register) => {
      const known = drafts.get(register);
      if (known) return known;
      const draft = draftOf<object>(tables[register]);
      drafts.set(register, draft);
      return draft;
    },
    finish: () => ({
      ...tables,
      ...Object.fromEntries([...drafts].map(([register, draft]) => [register, draft.finish()])),
    }),
  };
}

/**
 * The ledger after a run of changes, each following on the one before.
 * @throws Error when the changes do not continue the ledger: the log is damaged.
 */
export function fold(ledger: Ledger, changes: Iterable<Change>): Ledger {
  let { revision, at } = ledger;
  const drafts = draftsOf(ledger);
  for (const change of changes) {
    if (change.seq !== revision + 1) throw new Error(`change ${change.seq} does not follow ${revision}`);
    const draft = drafts.of(change.register);
    if (change.kind === 'delete') draft.delete(change.record);
    else draft.set(change.record, changedRecord(draft.live.get(change.record), change));
    revision = change.seq;
    at = change.at;
  }
  return { revision, at, tables: drafts.finish() };
}

/** The values of a record without its head. */
export function valuesOf(register: Register, record: object): Values {
  const source = record as Values;
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(register.fields)) if (source[name] !== undefined) values[name] = source[name];
  return values;
}

export const recordIn = (ledger: Ledger, register: RegisterName, id: string): object | undefined =>
  ledger.tables[register].get(id);

/** The settings, or null before the ledger has any. */
export const settingsOf = (ledger: Ledger): Settings | null => ledger.tables.settings.get('settings') ?? null;
