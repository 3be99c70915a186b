/** Where pictures stand on a stage, in whole pixels. */
import { isLow, type Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** What header and footer leave. */
export function bodyBox({ width, height }: Stage, layout: Layout): Box {
  const { margin, headerHeight, footerHeight, unit } = layout;
  const gap = isLow(layout) ? 0 : Math.max(4, unit * 2);
  const top = headerHeight + Math.round(gap * 0.6);
  const bottom = height - footerHeight - Math.round(gap * 0.5);
  return { left: margin, top, width: width - margin * 2, height: bottom - top };
}

/** The largest box of a picture's shape within another, in its middle or at its left. */
export function within(outer: Box, { width, height }: Size, at: 'middle' | 'left' = 'middle'): Box {
  const scale = Math.min(outer.width / width, outer.height / height);
  const [wide, high] = [Math.max(1, Math.floor(width * scale)), Math.max(1, Math.floor(height * scale))];
  return {
    left: outer.left + (at === 'left' ? 0 : Math.floor((outer.width - wide) / 2)),
    top: outer.top + Math.floor((outer.height - high) / 2),
    width: wide,
    height: high,
  };
}

/** What pictures of a wall look well in. */
const BEST_RATIO = 1.45;

/** Tiles in each row: full rows first, later ones with one tile less where the number asks for it. */
const rowCounts = (count: number, rows: number): readonly number[] =>
  Array.from({ length: rows }, (_, row) => Math.floor(count / rows) + (row < count % rows ? 1 : 0));

/** Rows of different length look like a mistake, a little. */
const UNEVEN = 0.15;

const strangeness = ({ width, height }: Size, count: number, rows: number): number => {
  const high = height / rows;
  const shapes = rowCounts(count, rows).map((each) => Math.abs(Math.log(width / each / high / BEST_RATIO)));
  return shapes.reduce((sum, each) => sum + each, 0) / rows + (count % rows === 0 ? 0 : UNEVEN);
};

/** So many tiles that they fill a box without a hole, each about as wide as a picture wants. */
export function tiles(outer: Box, count: number, gap: number): readonly Box[] {
  const choices = Array.from({ length: count }, (_, index) => index + 1);
  const rows = choices.reduce(
    (best, each) => (strangeness(outer, count, each) < strangeness(outer, count, best) ? each : best),
    1,
  );
  const edge = (start: number, length: number, index: number, parts: number): number =>
    start + Math.round(((length + gap) * index) / parts);
  return rowCounts(count, rows).flatMap((columns, row) => {
    const top = edge(outer.top, outer.height, row, rows);
    const height = edge(outer.top, outer.height, row + 1, rows) - gap - top;
    return Array.from({ length: columns }, (_, column) => {
      const left = edge(outer.left, outer.width, column, columns);
      return { left, top, height, width: edge(outer.left, outer.width, column + 1, columns) - gap - left };
    });
  });
}
