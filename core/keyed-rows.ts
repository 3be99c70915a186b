/** Lists as documents hold them: objects by id whose members know their place, so that a merge patch moves one alone. */

/** Rows by id, each with its place from 0. */
export type Rows<T> = Readonly<Record<string, T & { readonly order: number }>>;

interface Placed {
  readonly order: number;
}

/** Rows by id in the given order. */
export const rowsBy = <T extends object>(entries: readonly (readonly [id: string, row: T])[]): Rows<T> =>
  Object.fromEntries(entries.map(([id, row], order) => [id, { ...row, order }]));

/** Ids and rows, in order. */
export const entriesInOrder = <T extends Placed>(
  rows: Readonly<Record<string, T>>,
): readonly (readonly [id: string, row: T])[] => Object.entries(rows).sort(([, a], [, b]) => a.order - b.order);

/** Rows with their ids, in order. */
export const inOrder = <T extends Placed>(
  rows: Readonly<Record<string, T>>,
): readonly (T & { readonly id: string })[] => entriesInOrder(rows).map(([id, row]) => ({ ...row, id }));

/** The rows that are kept, in their order, with places that run without gaps. */
export const rowsWhere = <T extends Placed>(
  rows: Readonly<Record<string, T>>,
  isKept: (row: T) => boolean,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    entriesInOrder(rows)
      .filter(([, row]) => isKept(row))
      .map(([id, row], order) => [id, { ...row, order }]),
  );
