import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../core/ledger/table.ts';
import { byKey } from '../../../core/metrics/by-key.ts';
import { applied, head, setsOfWrites, START, type Row } from '../../support/table-writes.ts';

/** The lists as they are found by reading a whole table. */
const rebuilt = (table: Table<Row>) => {
  const lists: Record<string, Row[]> = {};
  for (const row of table.values()) if (row.group !== undefined) (lists[row.group] ??= []).push(row);
  return lists;
};

describe('records by key', () => {
  it('are the same after any writes as when the whole table is read, however often they are asked for', () => {
    fc.assert(
      fc.property(setsOfWrites, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (sets, asked) => {
        let table = START;
        byKey(table, 'group');
        for (const [index, writes] of sets.entries()) {
          table = applied(table, writes);
          const whole = rebuilt(table);
          expect(asked[index] ? Object.fromEntries(byKey(table, 'group')) : whole).toEqual(whole);
        }
        expect(Object.fromEntries(byKey(table, 'group'))).toEqual(rebuilt(table));
      }),
      { numRuns: 300 },
    );
  });

  it('keep the lists that no write touched', () => {
    const start = applied(new Map(), [
      { id: 'r1', row: head('r1', 'a', 1) },
      { id: 'r2', row: head('r2', 'b', 2) },
      { id: 'r3', row: head('r3', 'a', 3) },
    ]);
    const before = byKey(start, 'group');
    const after = byKey(applied(start, [{ id: 'r1', row: head('r1', 'a', 4) }]), 'group');
    expect(after.get('b')).toBe(before.get('b'));
    expect(after.get('a')?.map(({ revision }) => revision)).toEqual([4, 3]);
    expect(before.get('a')?.map(({ revision }) => revision)).toEqual([1, 3]);
  });

  it('put a record that changes its value where the table has it', () => {
    const start = applied(new Map(), [
      { id: 'r1', row: head('r1', 'a', 1) },
      { id: 'r2', row: head('r2', 'b', 2) },
      { id: 'r3', row: head('r3', 'a', 3) },
    ]);
    byKey(start, 'group');
    const moved = byKey(applied(start, [{ id: 'r2', row: head('r2', 'a', 4) }]), 'group');
    expect(moved.get('a')?.map(({ id }) => id)).toEqual(['r1', 'r2', 'r3']);
    expect(moved.has('b')).toBe(false);
  });
});
