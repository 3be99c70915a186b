import type { TableColumn } from '../../core/workbook/table.ts';
import type { Merge } from '../../core/workbook/workbook.ts';

/** A heading and the cells that it stands over; rows count from the first line of headings. */
export interface HeadingBlock extends Merge {
  readonly text: string;
}

export const headingDepth = (columns: readonly TableColumn[]): number =>
  Math.max(1, ...columns.map((column) => column.headings.length));

/** Columns stand under one heading when all levels down to it agree, and for both there is a level below. */
function isSameGroup(a: TableColumn | undefined, b: TableColumn, level: number): boolean {
  if (!a || level >= Math.min(a.headings.length, b.headings.length) - 1) return false;
  return b.headings.slice(0, level + 1).every((heading, index) => heading === a.headings[index]);
}

/** The headings of a table as blocks: shared ones reach over their columns, last ones down to the rows. */
export function headingBlocks(columns: readonly TableColumn[]): readonly HeadingBlock[] {
  const depth = headingDepth(columns);
  return columns.flatMap((column, left) =>
    column.headings.flatMap((text, top) => {
      if (isSameGroup(columns[left - 1], column, top)) return [];
      let right = left;
      for (let next = columns[right + 1]; next && isSameGroup(column, next, top); next = columns[right + 1]) right += 1;
      const bottom = top === column.headings.length - 1 ? depth - 1 : top;
      return [{ text, top, left, bottom, right }];
    }),
  );
}
