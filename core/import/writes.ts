/** The writes that an import asks for: compared with the ledger, checked as the ledger would check them. */
import { canonicalJson } from '../canonical.ts';
import { valuesOf, type Ledger } from '../ledger/ledger.ts';
import { checkRecord, checkStep, overlay, type Values } from '../register/check-record.ts';
import type { RecordProblem, Register } from '../register/declare.ts';
import { isRegisterName, registerNamed, REGISTERS, type RegisterName } from '../registers/index.ts';
import type { ImportedChange, ImportRequest } from './types.ts';

/** What a record is to hold: null empties a field, absent leaves it. */
export interface Put {
  readonly register: RegisterName;
  readonly record: string;
  readonly values: Values;
}

export interface PutProblem {
  readonly register: RegisterName;
  readonly problem: RecordProblem;
}

interface Draft {
  readonly values: Values;
  /** Of the record in the ledger; absent for a new one. */
  readonly revision?: number;
}

export interface Writes {
  /** All puts of a row, or none of them and the first thing that is wrong. */
  readonly apply: (row: number, puts: readonly Put[]) => PutProblem | null;
  readonly changesOf: (row: number) => readonly ImportedChange[];
  /** Whether the row makes a record of its register that is not there. */
  readonly creates: (row: number, register: RegisterName) => boolean;
  readonly requests: () => readonly ImportRequest[];
}

/** An empty list and no list say the same. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const same = (a: unknown, b: unknown): boolean =>
  a === b || (isNothing(a) && isNothing(b)) || canonicalJson([a ?? null]) === canonicalJson([b ?? null]);

const uniqueKey = (register: Register, values: Values): string =>
  JSON.stringify((register.unique ?? []).map((name) => values[name] ?? null));

/** An id that the write path takes, made of a text; what it cannot hold is left to the caller's number. */
export const usableId = (text: string): string | null =>
  /^[A-Za-z0-9_-]{1,64}$/.test(text) && text !== '__proto__' ? text : null;

const namesInOrder = Object.keys(REGISTERS) as readonly RegisterName[];

export function createWrites(ledger: Ledger): Writes {
  const drafts = new Map<string, Draft>();
  const holders = new Map<RegisterName, Map<string, string>>();
  const changes = new Map<number, ImportedChange[]>();
  const created = new Map<number, Set<RegisterName>>();
  const requests = new Map<RegisterName, Map<string, ImportRequest>>();

  /** How to take back what the row at hand did so far. */
  const undo: (() => void)[] = [];
  const put = <K, V>(map: Map<K, V>, key: K, value: V): void => {
    const before = map.get(key);
    undo.push(() => void (before === undefined ? map.delete(key) : map.set(key, before)));
    map.set(key, value);
  };
  const drop = <K, V>(map: Map<K, V> | null, key: K): void => {
    const before = map?.get(key);
    if (before === undefined) return;
    undo.push(() => void map?.set(key, before));
    map?.delete(key);
  };

  const stored = (name: RegisterName, id: string): Draft | undefined => {
    const record = ledger.tables[name].get(id) as (object & { readonly revision: number }) | undefined;
    return record && { values: valuesOf(registerNamed(name), record), revision: record.revision };
  };
  const get = (name: RegisterName, id: string): Draft | undefined => drafts.get(`${name}/${id}`) ?? stored(name, id);
  const holdersOf = (name: RegisterName): Map<string, string> => {
    const known = holders.get(name);
    if (known) return known;
    const register = registerNamed(name);
    const keys = new Map<string, string>();
    for (const [id, record] of ledger.tables[name]) keys.set(uniqueKey(register, record as unknown as Values), id);
    holders.set(name, keys);
    return keys;
  };

  const problemOf = (each: Put, before: Draft | undefined, values: Values): RecordProblem | null => {
    const register = registerNamed(each.register);
    const checked = checkRecord(register, values, {
      exists: (name, id) => isRegisterName(name) && get(name, id) !== undefined,
      twin: (other, others) => {
        const holder = holdersOf(each.register).get(uniqueKey(other, others));
        return holder === each.record ? undefined : holder;
      },
    });
    if (!checked.ok) return checked.problem[0] ?? null;
    return before ? (checkStep(register, before.values, checked.value)[0] ?? null) : null;
  };

  const wanted = (each: Put, before: Draft | undefined): Values =>
    Object.fromEntries(
      Object.entries(each.values).filter(([name, value]) => {
        if (value === undefined) return false;
        return before ? !same(before.values[name], value) : value !== null;
      }),
    );

  const record = (row: number, { register, record: id }: Put, before: Draft | undefined, values: Values): void => {
    const { fields } = registerNamed(register);
    const list = Object.entries(values).map(([field, to]): ImportedChange => {
      const at = { register, record: id, field };
      const from = before?.values[field];
      if (fields[field]?.secret) return { ...at, secret: true };
      return { ...at, ...(from === undefined ? {} : { from }), ...(to === null ? {} : { to }) };
    });
    put(changes, row, [...(changes.get(row) ?? []), ...list]);
  };

  const request = ({ register, record: id }: Put, before: Draft | undefined, values: Values): void => {
    const ofRegister = requests.get(register) ?? new Map<string, ImportRequest>();
    requests.set(register, ofRegister);
    const earlier = ofRegister.get(id);
    if (earlier) put(ofRegister, id, { ...earlier, values: { ...earlier.values, ...values } });
    else if (before?.revision === undefined) put(ofRegister, id, { kind: 'create', register, record: id, values });
    else put(ofRegister, id, { kind: 'update', register, record: id, values, ifRevision: before.revision });
  };

  const keep = (row: number, each: Put): PutProblem | null => {
    const before = get(each.register, each.record);
    const values = wanted(each, before);
    if (before && Object.keys(values).length === 0) return null;
    const after = Object.fromEntries(
      Object.entries(overlay(before?.values ?? {}, values)).filter(([, value]) => value !== null),
    );
    const problem = problemOf(each, before, after);
    if (problem) return { register: each.register, problem };
    const register = registerNamed(each.register);
    const keys = register.unique ? holdersOf(each.register) : null;
    if (before) drop(keys, uniqueKey(register, before.values));
    if (keys) put(keys, uniqueKey(register, after), each.record);
    const revision = before?.revision;
    put(drafts, `${each.register}/${each.record}`, { values: after, ...(revision === undefined ? {} : { revision }) });
    if (!before) put(created, row, new Set([...(created.get(row) ?? []), each.register]));
    record(row, each, before, values);
    request(each, before, values);
    return null;
  };

  return {
    apply: (row, puts) => {
      undo.length = 0;
      for (const each of puts) {
        const problem = keep(row, each);
        if (!problem) continue;
        for (const step of undo.reverse()) step();
        return problem;
      }
      return null;
    },
    changesOf: (row) => changes.get(row) ?? [],
    creates: (row, register) => created.get(row)?.has(register) ?? false,
    requests: () => namesInOrder.flatMap((name) => [...(requests.get(name)?.values() ?? [])]),
  };
}
