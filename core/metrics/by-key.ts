/** Records by what they name. */
import { grouped } from '../grouped.ts';
import { derived, type Step } from '../ledger/derived.ts';
import type { Table } from '../ledger/ledger.ts';
import { draftOf } from '../ledger/table.ts';

type Index<T> = Table<readonly T[]>;

const valueIn = <T extends object>(record: T | undefined, key: keyof T): string | undefined => {
  const value = record?.[key];
  return typeof value === 'string' ? value : undefined;
};

/** The index of a table from that of an earlier one: only lists that the steps touch are others than before. */
function follow<T extends object>(earlier: Index<T>, steps: readonly Step<T>[], table: Table<T>, key: keyof T) {
  const index = draftOf(earlier);
  const put = (value: string, list: readonly T[]): void =>
    list.length > 0 ? index.set(value, list) : index.delete(value);
  const listOf = (value: string): readonly T[] => index.live.get(value) ?? [];
  /** Values that a record came to without coming last: its place in the list is not known from the steps. */
  const scattered = new Set<string>();
  for (const { before, after } of steps) {
    const [from, to] = [valueIn(before, key), valueIn(after, key)];
    if (from !== undefined && before && after && from === to) {
      put(
        from,
        listOf(from).map((each) => (each === before ? after : each)),
      );
      continue;
    }
    if (from !== undefined)
      put(
        from,
        listOf(from).filter((each) => each !== before),
      );
    if (to !== undefined && after && !before) put(to, [...listOf(to), after]);
    else if (to !== undefined) scattered.add(to);
  }
  if (scattered.size === 0) return index.finish();
  const found = grouped(table.values(), (record) => {
    const value = valueIn(record, key);
    return value !== undefined && scattered.has(value) ? value : undefined;
  });
  for (const value of scattered) put(value, found.get(value) ?? []);
  return index.finish();
}

/**
 * The records of a table by the value of a field, each list in the table's order, the values in none; records without
 * the value are left out. A list is the same object as long as none of its records changes.
 */
export const byKey = <T extends object>(table: Table<T>, key: keyof T & string): ReadonlyMap<string, readonly T[]> =>
  derived<T, Index<T>>(table, {
    name: `by ${key}`,
    build: (of) => grouped(of.values(), (record) => valueIn(record, key)),
    follow: (earlier, steps, of) => follow(earlier, steps, of, key),
  });
