/** Random writes of a small table, for tests that hold tables against plain maps. */
import * as fc from 'fast-check';
import { draftOf, type Table } from '../../core/ledger/table.ts';
import { instant, type Instant } from '../../core/time.ts';

export interface Row {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: Instant;
  /** What rows are looked up by. */
  readonly group?: string;
}

export interface Write {
  readonly id: string;
  /** What is there afterwards; null for nothing. */
  readonly row: Row | null;
}

export const head = (id: string, group: string | undefined, number: number): Row => ({
  id,
  revision: number,
  changedAt: instant(number),
  ...(group === undefined ? {} : { group }),
});

const pickGroup = (number: number): string | undefined => ['a', 'b', 'c', undefined][number % 4];

/** Ids of which the first ones are in `START`. */
const IDS = 160;

/** A table before any writes. */
export const START: Table<Row> = new Map(
  Array.from({ length: 80 }, (_, number) => [`r${number}`, head(`r${number}`, pickGroup(number), number)]),
);

const drawn = fc.record({
  id: fc.integer({ min: 0, max: IDS - 1 }).map((number) => `r${number}`),
  group: fc.constantFrom('a', 'b', 'c', undefined),
  isGone: fc.constantFrom(true, false, false),
});

/** Writes in sets; together more than a table keeps beside what it has in common with others. Later ones have later times. */
export const setsOfWrites: fc.Arbitrary<readonly (readonly Write[])[]> = fc
  .array(fc.array(drawn, { maxLength: 60, size: 'max' }), { maxLength: 8, size: 'max' })
  .map((sets) => {
    let number = START.size;
    return sets.map((set) =>
      set.map(({ id, group, isGone }) => {
        number += 1;
        return { id, row: isGone ? null : head(id, group, number) };
      }),
    );
  });

export function applied(table: Table<Row>, writes: readonly Write[]): Table<Row> {
  const draft = draftOf(table);
  for (const { id, row } of writes) {
    if (row) draft.set(id, row);
    else draft.delete(id);
  }
  return draft.finish();
}
