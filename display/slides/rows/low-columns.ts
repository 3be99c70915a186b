/** Rows of strips: less is shown, never smaller. */
import { SMALLEST_CHARACTER_PX, type Layout } from '../../../core/stage/layout.ts';
import { measureText } from '../../text/measure.ts';
import type { Columns } from './column-widths.ts';
import type { Geometry } from './geometry.ts';
import type { ListView } from './list-view.ts';
import { figureWidth, widest } from './widths.ts';

/** Strips have no room for words: the shape stands before the name, unless figures against time say it by themselves. */
export const lowPlates = ({ plates, time }: ListView): ListView['plates'] =>
  plates === 'none' && time === undefined ? 'signs' : plates;

/** A name on a strip is not set smaller than this; longer ones glide. */
export const leastLowName = (nameSize: number): number =>
  Math.min(nameSize, Math.max(SMALLEST_CHARACTER_PX, Math.round(nameSize * 0.7)));

/** Columns of a strip: plate, short name and figure, and a bar only where there is room to spare. */
export function lowColumns(view: ListView, { rowWidth, rowHeight }: Geometry, { rowText }: Layout): Columns {
  const { rows, plates, bars } = view;
  const gap = Math.max(3, Math.round(rowText * 0.2));
  const digits = Math.max(1, String(rows.reduce((most, { rank }) => Math.max(most, rank ?? 0), 0)).length);
  const wide = plates === 'ranks' ? digits : 1.4;
  const plate = lowPlates(view) === 'none' ? 0 : Math.round(rowText * (0.45 + 0.45 * wide));
  const figureSize = Math.round(rowText * 1.06);
  const figure = figureWidth(view, figureSize, 0.8);
  const longest = widest(rows, ({ shortName }) => measureText(shortName, rowText));
  const free = rowWidth - plate - figure - gap * (plate > 0 ? 2 : 1);
  const spare = free - Math.min(longest, free) - gap;
  const bar = bars !== 'none' && spare > rowText * 3 ? spare : 0;
  return {
    plate,
    change: 0,
    name: free - (bar > 0 ? bar + gap : 0),
    cells: [],
    bar,
    figure,
    status: 0,
    gap,
    nameSize: rowText,
    secondarySize: rowText,
    figureSize,
    statusSize: rowText,
    barHeight: Math.round(rowHeight * 0.42),
    secondary: false,
    note: false,
    stacked: false,
  };
}
