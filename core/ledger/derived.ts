/** What was worked out of a table, and how it follows when the table becomes another. */
import type { Table } from './table.ts';

/** What became of one record: without `before` it came last, without `after` it left, with both it kept its place. */
export interface Step<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A value worked out of a table; what is there is never modified. */
export interface Derivation<T, D> {
  /** Tells the value from others of the same table. */
  readonly name: string;
  readonly build: (table: Table<T>) => D;
  /** The value of `table`, from that of an earlier one and the steps between, in order; at least one. */
  readonly follow: (earlier: D, steps: readonly Step<T>[], table: Table<T>) => D;
}

interface Known {
  readonly value: unknown;
  /** What became of the table since the value was worked out. */
  readonly steps: readonly Step<object>[];
}

/** After so many steps a value is worked out anew: steps keep past records alive, and many cost more than a new start. */
export const MOST_STEPS = 1_000;

/** By the table, never from a table to the one before it: else a ledger would keep all that came before it. */
const known = new WeakMap<Table<object>, Map<string, Known>>();

/** The derived value of a table; worked out once per table, and from what an earlier table had where that is known. */
export function derived<T extends object, D>(table: Table<T>, { name, build, follow }: Derivation<T, D>): D {
  const values = known.get(table) ?? new Map<string, Known>();
  known.set(table, values);
  const found = values.get(name);
  if (found?.steps.length === 0) return found.value as D;
  const value = found ? follow(found.value as D, found.steps as readonly Step<T>[], table) : build(table);
  values.set(name, { value, steps: [] });
  return value;
}

/** Hands what is known of a table on to the one that the steps made of it. */
export function handOn<T extends object>(from: Table<T>, to: Table<T>, steps: readonly Step<T>[]): void {
  const ofEarlier = known.get(from);
  if (!ofEarlier) return;
  const values = new Map<string, Known>();
  for (const [name, { value, steps: earlier }] of ofEarlier) {
    if (earlier.length + steps.length <= MOST_STEPS) values.set(name, { value, steps: [...earlier, ...steps] });
  }
  known.set(to, values);
}

/** Drops what is known of a table that is about to be modified. */
export const forget = (table: Table<object>): void => void known.delete(table);
