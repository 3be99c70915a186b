/** Finds the headings of a table: the row with at least three known ones, its levels joined downward. */
import { textsOf, type Grid } from './grid.ts';
import type { HeadingWords } from './headings.ts';
import { compact } from './text.ts';

export interface Header {
  readonly top: number;
  readonly bottom: number;
  /** Levels of each column's heading from the top; empty for a column without one. */
  readonly levels: readonly (readonly string[])[];
}

/** Rows in which headings are looked for. */
const SEARCHED = 60;
const LEAST_KNOWN = 3;
/** Levels that a header can have below its first row. */
const MOST_LEVELS = 4;

const knownIn = (grid: Grid, row: number, words: HeadingWords): number =>
  new Set(textsOf(grid, row).filter(words.known)).size;

/** A line of column numbers: 1 2 3 …, 甲 乙 1 2 3. */
export function numbersColumns(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\(?\d{1,3}\)?$/.test(text)).map((text) => Number(text.replace(/[()]/g, '')));
  const rest = texts.filter((text) => !/^\(?\d{1,3}\)?$/.test(text));
  if (numbers.length < 4 || rest.some((text) => !/^[甲乙丙丁]$/.test(text))) return false;
  return numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}

/** The heading stands over several columns: merged across, or, as in CSV, with blanks to its right. */
function isSpread(grid: Grid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  if (merge) return merge.right > merge.left;
  return column + 1 < grid.width && compact(grid.blockText(row, column + 1)) === '';
}

/** What a cell below may say something under: nothing, a group, a heading over several columns. */
function isOpen(grid: Grid, row: number, column: number, top: number, words: HeadingWords): boolean {
  for (let above = row - 1; above >= top; above -= 1) {
    const text = grid.blockText(above, column);
    if (compact(text) !== '') return words.group(text) || isSpread(grid, above, column);
  }
  return true;
}

const hasMergedGroup = (grid: Grid, row: number): boolean =>
  Array.from({ length: grid.width }, (_, column) => grid.mergeAt(row, column)).some(
    (merge) => merge !== undefined && merge.right > merge.left && merge.bottom === row,
  );

/** Whether a row continues the header: what it says stands under groups, and is nothing that a record would say. */
function continues(grid: Grid, row: number, top: number, words: HeadingWords): boolean {
  let headings = 0;
  let known = 0;
  for (let column = 0; column < grid.width; column += 1) {
    const text = compact(grid.text(row, column));
    if (text === '') continue;
    if (typeof grid.at(row, column)?.value === 'number') return false;
    if (!isOpen(grid, row, column, top, words)) return false;
    headings += 1;
    if (words.known(text)) known += 1;
  }
  return headings > 0 && (known > 0 || hasMergedGroup(grid, row - 1));
}

function bottomOf(grid: Grid, top: number, words: HeadingWords): number {
  let bottom = top;
  for (let column = 0; column < grid.width; column += 1) {
    const merge = grid.mergeAt(top, column);
    if (merge && merge.top === top) bottom = Math.max(bottom, Math.min(merge.bottom, top + MOST_LEVELS));
  }
  while (bottom < top + MOST_LEVELS && continues(grid, bottom + 1, top, words)) bottom += 1;
  return bottom;
}

/** The row above may hold the groups of a header whose known words stand below: `投资情况` over three columns. */
function topFrom(grid: Grid, row: number, words: HeadingWords): number {
  const above = row - 1;
  const texts = above < 0 ? [] : textsOf(grid, above);
  if (texts.length < 2 || texts.some((text) => /[::]|单位|^截[至止]/.test(text))) return row;
  return texts.some(words.known) ? above : row;
}

function levelsAt(grid: Grid, column: number, top: number, bottom: number): readonly string[] {
  const levels: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = grid.blockText(row, column) || (row < bottom ? groupToTheLeft(grid, row, column, bottom) : '');
    if (text !== '' && compact(levels.at(-1) ?? '') !== compact(text)) levels.push(text.replace(/\s*\n\s*/g, ''));
  }
  return levels;
}

/** Without merges, as in CSV, a group stands over its first column only and blanks follow. */
function groupToTheLeft(grid: Grid, row: number, column: number, bottom: number): string {
  if (grid.mergeAt(row, column) || !hasBelow(grid, row, column, bottom)) return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    if (!hasBelow(grid, row, left, bottom)) return '';
    if (grid.mergeAt(row, left)) return '';
    const text = grid.text(row, left);
    if (text !== '') return text;
  }
  return '';
}

const hasBelow = (grid: Grid, row: number, column: number, bottom: number): boolean => {
  for (let below = row + 1; below <= bottom; below += 1)
    if (compact(grid.text(below, column)) !== '' && grid.mergeAt(below, column)?.top !== row) return true;
  return false;
};

/** The header of a sheet, or null when no row has three known headings. */
export function findHeader(grid: Grid, words: HeadingWords): Header | null {
  for (let row = 0; row < Math.min(grid.height, SEARCHED); row += 1) {
    if (knownIn(grid, row, words) < LEAST_KNOWN) continue;
    const top = topFrom(grid, row, words);
    const bottom = Math.max(row, bottomOf(grid, top, words));
    const columns = Array.from({ length: grid.width }, (_, column) => levelsAt(grid, column, top, bottom));
    return { top, bottom, levels: columns };
  }
  return null;
}
