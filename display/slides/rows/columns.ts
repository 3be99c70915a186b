/** Widths and sizes of type within a row, in whole pixels; measured, so that nothing is cut or jumps. */
import type { Layout } from '../../../core/stage/layout.ts';
import { fitText, type Fitted } from '../../text/fit.ts';
import { measureFigures, measureMedium, measureText } from '../../text/measure.ts';
import { changeText, paceShape, paceWord, varianceText } from '../../words/words.ts';
import type { Geometry } from './geometry.ts';
import type { ListRow, ListView } from './list-view.ts';

export interface Columns {
  readonly plate: number;
  readonly change: number;
  readonly name: number;
  /** Width of each amount column; 0 without. */
  readonly amount: number;
  readonly bar: number;
  readonly rate: number;
  readonly pace: number;
  readonly gap: number;
  readonly nameSize: number;
  readonly secondarySize: number;
  readonly rateSize: number;
  readonly paceSize: number;
  readonly barHeight: number;
  readonly secondary: boolean;
  readonly variance: boolean;
  /** Bar and pace stand below name and rate. */
  readonly stacked: boolean;
}

const widest = (rows: readonly ListRow[], width: (row: ListRow) => number): number =>
  Math.ceil(rows.reduce((most, row) => Math.max(most, width(row)), 0));

/** Width of digits and percent sign, which is smaller by `share`. */
const rateWidth = (rows: readonly ListRow[], size: number, share = 0.56): number =>
  widest(rows, ({ rate }) => measureFigures(rate?.text ?? '—', size)) +
  Math.ceil(measureFigures('%', size * share) + size * 0.12);

const paceWidth = (rows: readonly ListRow[], size: number, withVariance = false): number =>
  widest(rows, ({ pace, variance }) =>
    Math.max(
      measureText(`${paceShape(pace)} ${paceWord(pace)}`, size) + (pace === 'severe' ? size * 0.9 : size * 0.1),
      withVariance ? measureMedium(varianceText(variance), size * 0.9) : 0,
    ),
  );

/** Columns of a strip: rank, short name and rate, and a bar only where there is room to spare. */
function lowColumns({ rows, ranked }: ListView, { rowWidth, rowHeight }: Geometry, { rowText }: Layout): Columns {
  const gap = Math.max(3, Math.round(rowText * 0.2));
  const digits = Math.max(1, String(rows.reduce((most, { rank }) => Math.max(most, rank ?? 0), 0)).length);
  const plate = ranked ? Math.round(rowText * (0.45 + 0.45 * digits)) : 0;
  const rateSize = Math.round(rowText * 1.06);
  const rate = rateWidth(rows, rateSize, 0.8);
  const longest = widest(rows, ({ shortName }) => measureText(shortName, rowText));
  const free = rowWidth - plate - rate - gap * (plate > 0 ? 2 : 1);
  const spare = free - Math.min(longest, free) - gap;
  const bar = spare > rowText * 3 ? spare : 0;
  return {
    plate,
    change: 0,
    name: free - (bar > 0 ? bar + gap : 0),
    amount: 0,
    bar,
    rate,
    pace: 0,
    gap,
    nameSize: rowText,
    secondarySize: rowText,
    rateSize,
    paceSize: rowText,
    barHeight: Math.round(rowHeight * 0.42),
    secondary: false,
    variance: false,
    stacked: false,
  };
}

const stackedColumns = (view: ListView, geometry: Geometry, layout: Layout): Columns => {
  const { rows, ranked } = view;
  const { rowWidth, rowHeight } = geometry;
  const nameSize = Math.min(layout.titleText, Math.max(layout.rowText, Math.round(rowHeight * 0.27)));
  const secondarySize = Math.max(layout.secondaryText, Math.round(nameSize * 0.58));
  const rateSize = Math.round(nameSize * 1.35);
  const gap = Math.round(nameSize * 0.35);
  const plate = ranked ? Math.round(nameSize * 1.75) : 0;
  const change = ranked && rows.some((row) => changeText(row.change) !== '') ? Math.round(secondarySize * 2.1) : 0;
  const pace = paceWidth(rows, secondarySize);
  const rate = Math.max(rateWidth(rows, rateSize), pace);
  const inner = rowWidth - plate - change - gap * (change > 0 ? 3 : 2) - Math.round(gap * 0.7);
  return {
    plate,
    change,
    name: inner - rate - gap,
    amount: 0,
    bar: inner - rate - gap,
    rate,
    pace,
    gap,
    nameSize,
    secondarySize,
    rateSize,
    paceSize: secondarySize,
    barHeight: Math.round(rowHeight * 0.16),
    secondary: rowHeight >= (nameSize + secondarySize) * 1.1 + rowHeight * 0.3,
    variance: false,
    stacked: true,
  };
};

/** The columns that all rows of a slide share, whatever page they are on: nothing shakes when figures change. */
export function columnsOf(view: ListView, geometry: Geometry, layout: Layout): Columns {
  const whole = columnsWith(view, geometry, layout, true);
  const bare = whole.variance && !whole.stacked && whole.bar < geometry.rowWidth * 0.2;
  return bare ? columnsWith(view, geometry, layout, false) : whole;
}

function columnsWith(view: ListView, geometry: Geometry, layout: Layout, withVariance: boolean): Columns {
  const { rows, ranked, amounts } = view;
  if (layout.profile === 'strip' || layout.profile === 'ticker') return lowColumns(view, geometry, layout);
  if (layout.profile === 'portrait') return stackedColumns(view, geometry, layout);
  const { rowWidth, rowHeight } = geometry;
  const nameSize = Math.min(
    Math.round(layout.titleText * 0.98),
    Math.round(rowWidth * 0.042),
    Math.max(layout.rowText, Math.round(rowHeight * 0.4)),
  );
  const secondarySize = Math.max(layout.secondaryText, Math.round(nameSize * 0.58));
  const rateSize = Math.min(Math.round(rowHeight * 0.66), Math.round(nameSize * 1.4));
  const gap = Math.round(nameSize * 0.45);
  const plate = ranked ? Math.round(Math.min(rowHeight * 0.9, nameSize * 1.8)) : Math.round(gap * 0.4);
  const change = ranked && rows.some((row) => changeText(row.change) !== '') ? Math.round(secondarySize * 2.2) : 0;
  const rate = rateWidth(rows, rateSize);
  const variance = withVariance && rowHeight >= secondarySize * 2.25;
  const pace = paceWidth(rows, secondarySize, variance);
  const amountSize = Math.round(nameSize * 0.86);
  const amount =
    amounts && rowWidth > nameSize * 26
      ? widest(rows, (row) => measureFigures(row.plan?.text ?? row.completed.text, amountSize)) + gap
      : 0;
  const secondary = rowHeight * 0.99 >= (nameSize + secondarySize) * 1.06;
  const edge = Math.round(gap * 0.7);
  const gaps = gap * (4 + (change > 0 ? 1 : 0) + (amount > 0 ? 2 : 0)) + edge;
  const free = rowWidth - plate - change - rate - pace - amount * 2 - gaps;
  const natural = widest(rows, (row) =>
    Math.max(measureText(row.name, nameSize), secondary ? measureMedium(row.secondary[0] ?? '', secondarySize) : 0),
  );
  const leastBar = Math.round(rowWidth * 0.13);
  const name = Math.max(Math.min(natural, free - leastBar), Math.round(Math.min(free * 0.5, nameSize * 4)));
  const bar = free - name;
  return {
    plate,
    change,
    name: bar < rowWidth * 0.08 ? free : name,
    amount,
    bar: bar < rowWidth * 0.08 ? 0 : bar,
    rate,
    pace,
    gap,
    nameSize,
    secondarySize,
    rateSize,
    paceSize: secondarySize,
    barHeight: Math.round(Math.min(rowHeight * 0.42, nameSize * 0.82)),
    secondary,
    variance,
    stacked: false,
  };
}

/** A row's name in its column: in full where it fits on two lines, else by its short name. */
export function fittedName(row: ListRow, columns: Columns, layout: Layout): Fitted {
  const { name: width, nameSize: size } = columns;
  if (layout.profile === 'strip' || layout.profile === 'ticker') {
    return fitText(row.shortName, { width, size, least: Math.min(size, 14), maxLines: 1 }, measureText);
  }
  const box = { width, size, least: Math.max(16, Math.round(size * 0.52)), maxLines: 2 };
  const whole = fitText(row.name, box, measureText);
  const cut = whole.lines.some((line) => line.endsWith('…'));
  return cut && row.shortName !== row.name ? fitText(row.shortName, box, measureText) : whole;
}
