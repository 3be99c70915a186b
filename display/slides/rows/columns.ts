/** Widths and sizes of type within a row, in whole pixels; measured, so that nothing is cut or jumps. */
import { isLow, type Layout } from '../../../core/stage/layout.ts';
import { fitText, type Fitted } from '../../text/fit.ts';
import { measureFigures, measureMedium, measureText } from '../../text/measure.ts';
import { changeText } from '../../words/words.ts';
import type { Columns } from './column-widths.ts';
import { type Geometry } from './geometry.ts';
import type { ListRow, ListView } from './list-view.ts';
import { leastLowName, lowColumns } from './low-columns.ts';
import { figureWidth, statusWidth, widest } from './widths.ts';

const changeWidth = ({ rows, plates }: ListView, size: number): number =>
  plates === 'ranks' && rows.some((row) => changeText(row.change) !== '') ? Math.round(size) : 0;

function stackedColumns(view: ListView, geometry: Geometry, layout: Layout): Columns {
  const { rowWidth, rowHeight } = geometry;
  const nameSize = Math.min(layout.titleText, Math.max(layout.rowText, Math.round(rowHeight * 0.27)));
  const secondarySize = Math.max(layout.secondaryText, Math.round(nameSize * 0.58));
  const figureSize = Math.round(nameSize * 1.35);
  const gap = Math.round(nameSize * 0.35);
  const plate = view.plates === 'none' ? 0 : Math.round(nameSize * 1.75);
  const change = changeWidth(view, secondarySize * 2.1);
  const status = statusWidth(view, secondarySize);
  const figure = Math.max(figureWidth(view, figureSize), status);
  const inner = rowWidth - plate - change - gap * (change > 0 ? 3 : 2) - Math.round(gap * 0.7);
  return {
    plate,
    change,
    name: inner - figure - gap,
    cells: [],
    // Without words at its right the bar goes on below the figure.
    bar: view.bars === 'none' ? 0 : inner - (status > 0 ? figure + gap : 0),
    figure,
    status,
    gap,
    nameSize,
    secondarySize,
    figureSize,
    statusSize: secondarySize,
    barHeight: Math.round(rowHeight * 0.16),
    secondary: rowHeight >= (nameSize + secondarySize) * 1.1 + rowHeight * 0.3,
    note: false,
    stacked: true,
  };
}

/** Shares of a row that a bar should have: below, words give way. */
const BAR_BESIDE_CELLS = 0.16;
const BAR_BESIDE_NOTE = 0.2;

/** The columns that all rows of a slide share, whatever page they are on: nothing shakes when figures change. */
export function columnsOf(view: ListView, geometry: Geometry, layout: Layout): Columns {
  if (isLow(layout)) return lowColumns(view, geometry, layout);
  if (layout.profile === 'portrait') return stackedColumns(view, geometry, layout);
  const across = (note: boolean, cells: boolean): Columns => acrossColumns(view, geometry, layout, { note, cells });
  const short = ({ bar }: Columns, share: number): boolean => view.bars !== 'none' && bar < geometry.rowWidth * share;
  const whole = across(true, true);
  const bare = whole.note && short(whole, BAR_BESIDE_NOTE) ? across(false, true) : whole;
  return bare.cells.length > 0 && short(bare, BAR_BESIDE_CELLS) ? across(false, false) : bare;
}

/** Columns of text ask for a row of so many characters of the name's size. */
const charactersFor = (cells: number): number => 16 + 5 * cells;

type Sizes = ReturnType<typeof sizesOf>;

const sizesOf = ({ rows }: ListView, { rowWidth, rowHeight }: Geometry, layout: Layout) => {
  const cells = rows[0]?.cells.length ?? 0;
  const nameSize = Math.min(
    Math.round(layout.titleText * 0.98),
    Math.round(rowWidth * 0.042),
    ...(cells > 0 ? [Math.max(layout.rowText, Math.ceil(rowWidth / charactersFor(cells)) - 1)] : []),
    Math.max(layout.rowText, Math.round(rowHeight * 0.4)),
  );
  const secondarySize = Math.max(layout.secondaryText, Math.round(nameSize * 0.58));
  return {
    nameSize,
    secondarySize,
    figureSize: Math.min(Math.round(rowHeight * 0.66), Math.round(nameSize * 1.4)),
    statusSize: secondarySize,
    gap: Math.round(nameSize * 0.45),
    barHeight: Math.round(Math.min(rowHeight * 0.42, nameSize * 0.82)),
    secondary: rowHeight * 0.99 >= (nameSize + secondarySize) * 1.06,
  };
};

/** Columns of text are left out where the row is too narrow for them. */
function cellWidths({ rows }: ListView, rowWidth: number, nameSize: number, gap: number): readonly number[] {
  const count = rows[0]?.cells.length ?? 0;
  if (rowWidth <= nameSize * charactersFor(count)) return [];
  const size = Math.round(nameSize * 0.86);
  const each = Array.from(
    { length: count },
    (_, index) => widest(rows, ({ cells }) => measureFigures(cells[index] ?? '', size)) + gap,
  );
  const same = Math.max(0, ...each);
  return each.map(() => same);
}

/** What a row's second line may say, with or without columns of text beside it. */
export const secondLines = ({ secondary, besideCells }: ListRow, withCells: boolean): readonly string[] =>
  withCells ? (besideCells ?? secondary) : secondary;

/** The width that names need, and the fullest second lines that leave the bar its half. */
function naturalName(rows: readonly ListRow[], sizes: Sizes, withCells: boolean, most: number): number {
  const { nameSize, secondarySize, secondary } = sizes;
  return widest(rows, (row) => {
    const widths = secondLines(row, withCells).map((text) => measureMedium(text, secondarySize));
    const line = secondary ? (widths.find((width) => width <= most) ?? 0) : 0;
    return Math.max(measureText(row.name, nameSize), line);
  });
}

function acrossColumns(
  view: ListView,
  { rowWidth, ...rest }: Geometry,
  layout: Layout,
  may: { readonly note: boolean; readonly cells: boolean },
): Columns {
  const sizes = sizesOf(view, { rowWidth, ...rest }, layout);
  const { nameSize, secondarySize, gap } = sizes;
  const { rows, plates } = view;
  const plate = plates === 'none' ? Math.round(gap * 0.4) : Math.round(Math.min(rest.rowHeight * 0.9, nameSize * 1.8));
  const change = changeWidth(view, secondarySize * 2.2);
  const figure = figureWidth(view, sizes.figureSize);
  const note = may.note && rest.rowHeight >= secondarySize * 2.25 && rows.some((row) => row.note !== '');
  const status = statusWidth(view, secondarySize, note);
  const cells = may.cells ? cellWidths(view, rowWidth, nameSize, gap) : [];
  const shown = [plate, change, figure, status, ...cells].filter((width) => width > 0);
  const bars = view.bars !== 'none';
  const gaps = gap * (shown.length + (bars ? 1 : 0)) + Math.round(gap * 0.7);
  const free = rowWidth - gaps - shown.reduce((sum, width) => sum + width, 0);
  const fixed = { ...sizes, plate, change, cells, figure, status, note, stacked: false };
  if (!bars) return { ...fixed, name: free, bar: 0 };
  // A bar of many parts has to be read: long names take two lines beside it.
  const most = view.bars === 'parts' ? 0.32 : 0.5;
  const natural = naturalName(rows, sizes, cells.length > 0, free * most);
  const leastBar = Math.round(rowWidth * 0.13);
  const widestName = view.bars === 'parts' ? Math.round(free * most) : free - leastBar;
  const name = Math.max(Math.min(natural, widestName), Math.round(Math.min(free * 0.5, nameSize * 4)));
  const bar = free - name;
  return bar < rowWidth * 0.08 ? { ...fixed, name: free, bar: 0 } : { ...fixed, name, bar };
}

/** A row's name in its column: in full where it fits, on two lines where these can be read from afar, else by its short name. */
export function fittedName(row: ListRow, columns: Columns, layout: Layout): Fitted {
  const { name: width, nameSize: size } = columns;
  if (isLow(layout)) {
    return fitText(row.shortName, { width, size, least: leastLowName(size), maxLines: 1 }, measureText);
  }
  const box = { width, size, least: Math.max(16, Math.round(size * 0.52)), maxLines: 2 };
  const whole = fitText(row.name, box, measureText);
  const cut = whole.lines.some((line) => line.endsWith('…'));
  if (row.shortName === row.name) return whole;
  if (cut) return fitText(row.shortName, box, measureText);
  const small = whole.lines.length > 1 && whole.size < layout.leastText;
  return small && measureText(row.shortName, layout.leastText) <= width
    ? fitText(row.shortName, { ...box, maxLines: 1 }, measureText)
    : whole;
}
