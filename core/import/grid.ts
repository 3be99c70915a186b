/** A sheet with its merges at hand. Rows and columns count from 0 here; people see `row + 1` and letters. */
import type { Cell, Merge, Sheet } from '../workbook/workbook.ts';
import { textOf } from './reading.ts';
import { compact } from './text.ts';

export interface Grid {
  readonly sheet: Sheet;
  readonly height: number;
  readonly width: number;
  /** The cell as the file holds it; undefined for one without content. */
  readonly at: (row: number, column: number) => Cell | undefined;
  /** Its text; empty for none. */
  readonly text: (row: number, column: number) => string;
  readonly mergeAt: (row: number, column: number) => Merge | undefined;
  /** The text of the block that a cell belongs to, or its own. */
  readonly blockText: (row: number, column: number) => string;
}

/** Merges by the cells that they cover, except for those over whole sheets, which no table has. */
const MOST_COVERED = 200_000;

function mergesByCell(merges: readonly Merge[]): ReadonlyMap<string, Merge> {
  const byCell = new Map<string, Merge>();
  for (const merge of merges) {
    if ((merge.bottom - merge.top + 1) * (merge.right - merge.left + 1) > MOST_COVERED) continue;
    for (let row = merge.top; row <= merge.bottom; row += 1)
      for (let column = merge.left; column <= merge.right; column += 1) byCell.set(`${row}:${column}`, merge);
    if (byCell.size > MOST_COVERED) break;
  }
  return byCell;
}

export function createGrid(sheet: Sheet): Grid {
  const merges = mergesByCell(sheet.merges);
  const at: Grid['at'] = (row, column) => sheet.rows[row]?.[column];
  const text: Grid['text'] = (row, column) => textOf(at(row, column));
  const mergeAt: Grid['mergeAt'] = (row, column) => merges.get(`${row}:${column}`);
  return {
    sheet,
    height: sheet.rows.length,
    width: sheet.rows.reduce((most, row) => Math.max(most, row.length), 0),
    at,
    text,
    mergeAt,
    blockText: (row, column) => {
      const merge = mergeAt(row, column);
      return merge ? text(merge.top, merge.left) : text(row, column);
    },
  };
}

/** A column's name: A, B … Z, AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The texts of a row, without repetition by merges, that are not empty. */
export const textsOf = (grid: Grid, row: number): readonly string[] =>
  (grid.sheet.rows[row] ?? []).map((_, column) => compact(grid.text(row, column))).filter((each) => each !== '');
