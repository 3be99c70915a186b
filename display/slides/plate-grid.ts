/** Where the plates of a red or black board stand, in whole pixels. */
import type { Rect } from './rows/geometry.ts';

/** A plate looks best a good deal wider than high. */
const SHAPE = 2.9;

/** The largest plates for `count` units in an area: as many columns as leave each plate its shape. */
export function plateBoxes(
  { left, top, width, height }: Rect,
  count: number,
  most: number,
  gap: number,
): readonly Rect[] {
  const sized = (columns: number) => {
    const rows = Math.ceil(count / columns);
    const wide = Math.floor((width - gap * (columns - 1)) / columns);
    const tall = Math.min(Math.floor((height - gap * (rows - 1)) / rows), Math.round(wide / 1.7));
    return { columns, rows, wide, tall, worth: Math.min(wide, tall * SHAPE) };
  };
  const tried = Array.from({ length: Math.max(1, Math.min(most, count)) }, (_, index) => sized(index + 1));
  const best = tried.reduce((a, b) => (b.worth > a.worth ? b : a), sized(1));
  const used = best.rows * (best.tall + gap) - gap;
  const above = Math.max(0, Math.floor((height - used) / 2));
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / best.columns);
    const inRow = Math.min(best.columns, count - row * best.columns);
    // The last row, if it is not full, stands in the middle.
    const indent = Math.floor(((best.columns - inRow) * (best.wide + gap)) / 2);
    return {
      left: left + indent + (index % best.columns) * (best.wide + gap),
      top: top + above + row * (best.tall + gap),
      width: best.wide,
      height: best.tall,
    };
  });
}
