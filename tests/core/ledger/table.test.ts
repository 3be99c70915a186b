import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestChangeOf } from '../../../core/ledger/latest-change.ts';
import { draftOf, type Table } from '../../../core/ledger/table.ts';
import { byKey } from '../../../core/metrics/by-key.ts';
import { instant } from '../../../core/time.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { applied, head, setsOfWrites, START, type Row, type Write } from '../../support/table-writes.ts';

const RUNS = { numRuns: 150 };

const plainAfter = (before: ReadonlyMap<string, Row>, writes: readonly Write[]): Map<string, Row> => {
  const plain = new Map(before);
  for (const { id, row } of writes) {
    if (row) plain.set(id, row);
    else plain.delete(id);
  }
  return plain;
};

/** Everything that a reader can ask of a table. */
const contents = (table: Table<Row>) => {
  const called: (readonly [string, Row])[] = [];
  // oxlint-disable-next-line unicorn/no-array-for-each -- the method itself is asked
  table.forEach((row, id) => called.push([id, row]));
  return {
    called,
    entries: [...table],
    keys: [...table.keys()],
    values: [...table.values()],
    size: table.size,
    got: [...table.keys()].map((id) => [table.has(id), table.get(id)]),
  };
};

describe('a table', () => {
  it('reads as a plain map after any sets of writes, and so do all tables before it', () => {
    fc.assert(
      fc.property(setsOfWrites, (sets) => {
        let table = START;
        const past: (readonly [Table<Row>, ReadonlyMap<string, Row>])[] = [];
        for (const writes of sets) {
          const plain = plainAfter(past.at(-1)?.[1] ?? START, writes);
          table = applied(table, writes);
          past.push([table, plain]);
        }
        for (const [each, plain] of past) {
          expect(contents(each)).toEqual(contents(plain));
          for (const { id } of sets.flat())
            expect([each.has(id), each.get(id)]).toEqual([plain.has(id), plain.get(id)]);
        }
      }),
      RUNS,
    );
  });

  it('can become two others that know nothing of each other', () => {
    fc.assert(
      fc.property(setsOfWrites, setsOfWrites, setsOfWrites, (trunk, one, other) => {
        const common = trunk.reduce(applied, START);
        const plain = new Map(common);
        const [left, right] = [one.reduce(applied, common), other.reduce(applied, common)];
        expect(contents(common)).toEqual(contents(plain));
        expect(contents(left)).toEqual(contents(plainAfter(plain, one.flat())));
        expect(contents(right)).toEqual(contents(plainAfter(plain, other.flat())));
      }),
      RUNS,
    );
  });

  it('in the making shows each write at once', () => {
    fc.assert(
      fc.property(setsOfWrites, (sets) => {
        const draft = draftOf(START);
        let plain = START;
        for (const write of sets.flat()) {
          if (write.row) draft.set(write.id, write.row);
          else draft.delete(write.id);
          plain = plainAfter(plain, [write]);
          expect([...draft.live]).toEqual([...plain]);
          expect([...byKey(draft.live, 'group').values()].flat()).toHaveLength(
            [...plain.values()].filter(({ group }) => group !== undefined).length,
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('knows when its latest record changed, whatever left it', () => {
    fc.assert(
      fc.property(setsOfWrites, (sets) => {
        let table = START;
        for (const writes of sets) {
          table = applied(table, writes);
          const times = [...table.values()].map(({ changedAt }) => changedAt);
          expect(latestChangeOf(table)).toBe(Math.max(0, ...times));
        }
      }),
      RUNS,
    );
  });

  it('forgets when its latest record changed, once that is deleted', () => {
    const table = applied(START, [{ id: 'r3', row: head('r3', 'a', 900) }]);
    expect(latestChangeOf(table)).toBe(900);
    expect(latestChangeOf(applied(table, [{ id: 'r3', row: null }]))).toBe(79);
  });

  it('keeps none of those before it alive', async () => {
    const rows = Array.from({ length: 200 }, (_, number) => head(`r${number}`, 'a', number));
    const start = applied(
      new Map(),
      rows.map((row) => ({ id: row.id, row })),
    );
    const past: WeakRef<Table<Row>>[] = [];
    const grown = (): Table<Row> => {
      let table = start;
      for (let number = 0; number < 500; number += 1) {
        byKey(table, 'group');
        past.push(new WeakRef(table));
        table = applied(table, [{ id: `r${number % 200}`, row: head(`r${number % 200}`, 'b', number) }]);
      }
      return table;
    };
    const last = grown();
    await collectGarbage();
    // The engine's own stack may still hold the last few.
    expect(past.slice(1).filter((each) => each.deref() !== undefined).length).toBeLessThan(10);
    expect([start.size, last.size, byKey(last, 'group').get('b')?.length]).toEqual([200, 200, 200]);
    expect(start.get('r7')?.changedAt).toBe(instant(7));
  });
});
