import type { Surroundings, Values } from '../../core/register/check-record.ts';
import { recordIn, valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import { isRegisterName, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { Indexes } from './indexes.ts';

export interface DraftRecord {
  readonly revision: number;
  /** All values, secrets included. */
  readonly values: Values;
}

/** The ledger as a set of changes would leave it: what later requests of the set are checked against. */
export interface Draft {
  readonly get: (register: RegisterName, id: string) => DraftRecord | undefined;
  readonly put: (register: RegisterName, id: string, record: DraftRecord | undefined) => void;
  readonly referrers: (register: RegisterName, id: string) => readonly string[];
  /** What a check of the record `self` may ask. */
  readonly surroundings: (self: string) => Surroundings;
  /** Takes everything back out of the indexes. */
  readonly discard: () => void;
}

interface Step {
  readonly register: RegisterName;
  readonly id: string;
  readonly before: Values | undefined;
  readonly after: Values | undefined;
}

/**
 * A draft on top of a ledger. The indexes follow the draft; `discard` brings them back.
 * @param secretsOf the secret values of a stored record.
 */
export function createDraft(
  ledger: Ledger,
  indexes: Indexes,
  secretsOf: (register: RegisterName, id: string) => Values,
): Draft {
  const touched = new Map<string, DraftRecord | undefined>();
  const steps: Step[] = [];
  const stored = (name: RegisterName, id: string): DraftRecord | undefined => {
    const record = recordIn(ledger, name, id);
    if (!record) return undefined;
    const { revision } = record as { readonly revision: number };
    return { revision, values: { ...valuesOf(registerNamed(name), record), ...secretsOf(name, id) } };
  };
  const get: Draft['get'] = (name, id) => {
    const key = `${name}/${id}`;
    return touched.has(key) ? touched.get(key) : stored(name, id);
  };
  const exists = (name: RegisterName, id: string): boolean => {
    const key = `${name}/${id}`;
    return touched.has(key) ? touched.get(key) !== undefined : ledger.tables[name].has(id);
  };
  return {
    get,
    put: (register, id, record) => {
      const step = { register, id, before: get(register, id)?.values, after: record?.values };
      steps.push(step);
      indexes.replace(registerNamed(register), id, step.before, step.after);
      touched.set(`${register}/${id}`, record);
    },
    referrers: (register, id) => indexes.referrers(register, id),
    surroundings: (self) => ({
      exists: (name, id) => isRegisterName(name) && exists(name, id),
      twin: (register, values) => {
        const holder = indexes.holder(register, values);
        return holder === self ? undefined : holder;
      },
    }),
    discard: () => {
      for (const { register, id, before, after } of steps.splice(0).reverse()) {
        indexes.replace(registerNamed(register), id, after, before);
      }
      touched.clear();
    },
  };
}
