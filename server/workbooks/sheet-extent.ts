import type { Cell, Merge, Sheet } from '../../core/workbook/workbook.ts';
import type { WorkbookLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';

type Rows = readonly (readonly (Cell | undefined)[])[];

function trimEnd<T>(list: readonly T[], isEmpty: (value: T) => boolean): readonly T[] {
  let length = list.length;
  while (length > 0 && isEmpty(list[length - 1] as T)) length -= 1;
  return length === list.length ? list : list.slice(0, length);
}

const trimRows = (rows: Rows): Rows =>
  trimEnd(
    rows.map((row) => trimEnd(row, (cell) => cell === undefined)),
    (row) => row.length === 0,
  );

/** A merge as far as there is content; null when nothing of it is left. */
function clip(merge: Merge, height: number, width: number): Merge | null {
  const { top, left } = merge;
  const bottom = Math.min(merge.bottom, height - 1);
  const right = Math.min(merge.right, width - 1);
  const isBlock = top >= 0 && left >= 0 && (bottom > top || right > left);
  return isBlock && bottom >= top && right >= left ? { top, left, bottom, right } : null;
}

/** The sheet up to its last content, whatever range the file declares; refused when it is too large even so. */
export function trimSheet(sheet: Sheet, limits: WorkbookLimits): Sheet {
  const rows = trimRows(sheet.rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length > limits.rows || width > limits.columns) throw new Unreadable('too-large');
  return {
    ...sheet,
    rows,
    merges: sheet.merges.flatMap((merge) => clip(merge, rows.length, width) ?? []),
    hiddenRows: sheet.hiddenRows.filter((row) => row < rows.length),
    hiddenColumns: sheet.hiddenColumns.filter((column) => column < width),
  };
}
