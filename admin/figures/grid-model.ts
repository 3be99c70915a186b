/** Where one is in the sheet and what is selected; positions count from 0 over rows of projects and months. */

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A selection runs from where it began to where one is now. */
export interface Selection {
  readonly anchor: Position;
  readonly focus: Position;
}

/** All bounds are inside. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0));

export const within = ({ row, column }: Position, { rows, columns }: GridSize): Position => ({
  row: clamp(row, rows - 1),
  column: clamp(column, columns - 1),
});

export const at = (position: Position): Selection => ({ anchor: position, focus: position });

export const rangeOf = ({ anchor, focus }: Selection): Range => ({
  top: Math.min(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  bottom: Math.max(anchor.row, focus.row),
  right: Math.max(anchor.column, focus.column),
});

export const contains = (range: Range, { row, column }: Position): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

export const isSingle = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

/** Rows that Page Up and Page Down step over. */
const PAGE_ROWS = 12;

/** The position that a navigation key leads to, or null when the key is none. `far` is Ctrl held down. */
export function steppedTo(from: Position, key: string, far: boolean, size: GridSize): Position | null {
  const { row, column } = from;
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const targets: Readonly<Record<string, Position>> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? lastRow : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? lastColumn : column + 1 },
    PageUp: { row: row - PAGE_ROWS, column },
    PageDown: { row: row + PAGE_ROWS, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? lastRow : row, column: lastColumn },
  };
  const target = targets[key];
  return target ? within(target, size) : null;
}

/**
 * The next position in reading order (or the one before), over the ends of rows; null past the first or last
 * cell, so that Tab then leaves the sheet.
 */
export function tabbedTo({ row, column }: Position, backwards: boolean, { rows, columns }: GridSize): Position | null {
  const index = row * columns + column + (backwards ? -1 : 1);
  return index < 0 || index >= rows * columns ? null : { row: Math.floor(index / columns), column: index % columns };
}

/** One text for one cell. */
export interface PlacedText extends Position {
  readonly text: string;
}

export interface Placement {
  readonly cells: readonly PlacedText[];
  /** Values that fell outside the sheet. */
  readonly dropped: number;
}

/** Where a pasted block goes: a single value fills the whole selection, a block starts at its first cell. */
export function placeBlock(block: readonly (readonly string[])[], range: Range, size: GridSize): Placement {
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  if (single !== undefined) return { cells: filled(single, range), dropped: 0 };
  const cells: PlacedText[] = [];
  let dropped = 0;
  block.forEach((line, down) => {
    line.forEach((text, across) => {
      const row = range.top + down;
      const column = range.left + across;
      if (row < size.rows && column < size.columns) cells.push({ row, column, text });
      else dropped += 1;
    });
  });
  return { cells, dropped };
}

/** The same text in every cell of a range. */
export function filled(text: string, { top, left, bottom, right }: Range): readonly PlacedText[] {
  const cells: PlacedText[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column, text });
  }
  return cells;
}

/** The texts of a range, row by row. */
export const textsIn = (
  { top, left, bottom, right }: Range,
  textOf: (position: Position) => string,
): readonly (readonly string[])[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => textOf({ row: top + down, column: left + across })),
  );
