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

/** Digits are a little larger than names; where names are long they give way. */
const FIGURE_SHARES = [1.06, 0.9] as const;
const SIGN_SHARE = 0.72;

/**
 * Columns of a strip: plate, short name and figure, and a bar only where there is room to spare. Without a bar the shape
 * tells figures that are ahead of time from those behind: never their colour alone.
 */
export function lowColumns(view: ListView, { rowWidth, rowHeight }: Geometry, { rowText }: Layout): Columns {
  const { rows, plates, bars, time } = view;
  const gap = Math.max(3, Math.round(rowText * 0.2));
  const digits = Math.max(1, String(rows.reduce((most, { rank }) => Math.max(most, rank ?? 0), 0)).length);
  const wide = plates === 'ranks' ? digits : 1.4;
  const plate = lowPlates(view) === 'none' ? 0 : Math.round(rowText * (0.45 + 0.45 * wide));
  const longest = widest(rows, ({ shortName }) => measureText(shortName, rowText));
  const divided = (share: number, signed: boolean) => {
    const figureSize = Math.round(rowText * share);
    const statusSize = Math.max(SMALLEST_CHARACTER_PX, Math.round(figureSize * SIGN_SHARE));
    const figure = figureWidth(view, figureSize, 0.8);
    const status = signed ? widest(rows, ({ sign }) => measureText(sign, statusSize)) : 0;
    const gaps = [plate, figure, status].filter((width) => width > 0).length;
    return { figureSize, statusSize, figure, status, free: rowWidth - plate - figure - status - gap * gaps };
  };
  const plain = divided(FIGURE_SHARES[0], false);
  const spare = plain.free - Math.min(longest, plain.free) - gap;
  const bar = bars !== 'none' && spare > rowText * 3 ? spare : 0;
  const least = (longest * leastLowName(rowText)) / rowText;
  const signed = FIGURE_SHARES.map((share) => divided(share, true));
  const needsSign = bar === 0 && time !== undefined;
  const chosen = needsSign ? (signed.find(({ free }) => least <= free) ?? signed[signed.length - 1]) : plain;
  const { free, ...sizes } = chosen ?? plain;
  return {
    ...sizes,
    plate,
    change: 0,
    name: free - (bar > 0 ? bar + gap : 0),
    cells: [],
    bar,
    gap,
    nameSize: rowText,
    secondarySize: rowText,
    barHeight: Math.round(rowHeight * 0.42),
    secondary: false,
    note: false,
    stacked: false,
  };
}
