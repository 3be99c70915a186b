import { namedBy, type Values } from '../../core/register/check-record.ts';
import type { Register } from '../../core/register/declare.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';

/** Answers about the ledger that would otherwise be scans, so that a set of 20,000 records stays linear. */
export interface Indexes {
  /** The id of the record that has these unique values. */
  readonly holder: (register: Register, values: Values) => string | undefined;
  /** The records, as `register/id`, that refer to one record. */
  readonly referrers: (target: string, id: string) => readonly string[];
  /** Takes in that a record's values are others now; undefined where there is no record. */
  readonly replace: (register: Register, id: string, before: Values | undefined, after: Values | undefined) => void;
}

const NAMES = Object.keys(REGISTERS) as RegisterName[];

/** The fields of each register that name records, found once: a start asks for them of every record. */
const REFERRING = new Map(
  NAMES.map(registerNamed).map(({ name, fields }) => [name, Object.entries(fields).filter(([, { target }]) => target)]),
);

const referencesOf = (register: Register, values: Values): readonly string[] =>
  (REFERRING.get(register.name) ?? [])
    .flatMap(([name, field]) => namedBy(field, values[name]).map((id) => `${field.target}/${id}`))
    .concat(register.holds?.(values) ?? []);

const uniqueKey = (register: Register, values: Values): string =>
  JSON.stringify([register.name, ...(register.unique ?? []).map((name) => values[name] ?? null)]);

/** The indexes of a ledger. */
export function createIndexes(ledger: Ledger): Indexes {
  const holders = new Map<string, string>();
  const referrers = new Map<string, Set<string>>();
  const indexes: Indexes = {
    holder: (register, values) => (register.unique ? holders.get(uniqueKey(register, values)) : undefined),
    referrers: (target, id) => [...(referrers.get(`${target}/${id}`) ?? [])],
    replace: (register, id, before, after) => {
      const name = `${register.name}/${id}`;
      if (before && register.unique) holders.delete(uniqueKey(register, before));
      if (after && register.unique) holders.set(uniqueKey(register, after), id);
      for (const target of before ? referencesOf(register, before) : []) {
        const set = referrers.get(target);
        set?.delete(name);
        if (set?.size === 0) referrers.delete(target);
      }
      for (const target of after ? referencesOf(register, after) : []) {
        const set = referrers.get(target);
        if (set) set.add(name);
        else referrers.set(target, new Set([name]));
      }
    },
  };
  for (const name of NAMES) {
    const register = registerNamed(name);
    for (const [id, record] of ledger.tables[name])
      indexes.replace(register, id, undefined, record as unknown as Values);
  }
  return indexes;
}
