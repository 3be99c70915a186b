/** Records by what they name; kept per table, since a table never changes. */
import type { Table } from '../ledger/ledger.ts';

const kept = new WeakMap<object, Map<string, ReadonlyMap<string, readonly unknown[]>>>();

/**
 * The records of a table by the value of a field, in the table's order; records without the value are left out.
 * Worked out once per revision of the table and field.
 */
export function byKey<T extends object>(table: Table<T>, key: keyof T & string): ReadonlyMap<string, readonly T[]> {
  const indexes = kept.get(table) ?? new Map<string, ReadonlyMap<string, readonly T[]>>();
  kept.set(table, indexes);
  const known = indexes.get(key);
  if (known) return known as ReadonlyMap<string, readonly T[]>;
  const index = new Map<string, T[]>();
  for (const record of table.values()) {
    const value = record[key];
    if (typeof value !== 'string') continue;
    const list = index.get(value);
    if (list) list.push(record);
    else index.set(value, [record]);
  }
  indexes.set(key, index);
  return index;
}
