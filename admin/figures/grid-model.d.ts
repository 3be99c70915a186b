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
export declare const within: ({ row, column }: Position, { rows, columns }: GridSize) => Position;
export declare const at: (position: Position) => Selection;
export declare const rangeOf: ({ anchor, focus }: Selection) => Range;
export declare const contains: (range: Range, { row, column }: Position) => boolean;
export declare const isSingle: ({ top, left, bottom, right }: Range) => boolean;
/** The position that a navigation key leads to, or null when the key is none. `far` is Ctrl held down. */
export declare function steppedTo(from: Position, key: string, far: boolean, size: GridSize): Position | null;
/**
 * The next position in reading order (or the one before), over the ends of rows; null past the first or last
 * cell, so that Tab then leaves the sheet.
 */
export declare function tabbedTo(
  { row, column }: Position,
  backwards: boolean,
  { rows, columns }: GridSize,
): Position | null;
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
export declare function placeBlock(block: readonly (readonly string[])[], range: Range, size: GridSize): Placement;
/** The same text in every cell of a range. */
export declare function filled(text: string, { top, left, bottom, right }: Range): readonly PlacedText[];
