import type { AlignmentStyle, BorderStyle, CellStyle } from 'hucre';
import type { ColumnFormat, Table, TableColumn, TableRow } from '../../core/workbook/table.ts';
import { YUAN_PER_WAN } from '../../core/money.ts';

const THIN = { style: 'thin', color: { rgb: '808080' } } as const;
const BORDER: BorderStyle = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const FONT = { name: '宋体', size: 10 };

const fill = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

const middle = (horizontal: 'left' | 'center' | 'right', wrapText = true): AlignmentStyle => ({
  horizontal,
  vertical: 'center',
  wrapText,
});

export const TITLE: CellStyle = { font: { ...FONT, name: '黑体', size: 18 }, alignment: middle('center') };
export const SUBTITLE_LEFT: CellStyle = { font: FONT, alignment: middle('left', false) };
export const SUBTITLE_RIGHT: CellStyle = { font: FONT, alignment: middle('right', false) };
export const NOTE: CellStyle = { font: FONT, alignment: middle('left') };
export const FIGURE_LABEL: CellStyle = { font: FONT, alignment: middle('left', false) };
/** As text where it is no number, so that `1/2` stays one when somebody edits it. */
export const FIGURE: CellStyle = { font: { ...FONT, bold: true }, alignment: middle('right', false), numFmt: '@' };
export const HEADING: CellStyle = {
  font: { ...FONT, bold: true },
  fill: fill('DCE6F1'),
  border: BORDER,
  alignment: middle('center'),
};

/** Points; a row without a height of its own is as high as its text. */
export const TITLE_HEIGHT = 32;

const decimalsOf = (value: number): number => (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;

/** One decimal, or as many (up to four) as the column's rates have. */
function percentFormat(table: Table, column: number): string {
  const decimals = table.rows.map((row) => {
    const value = row.values[column];
    return typeof value === 'number' ? decimalsOf(value) : 0;
  });
  const most = decimals.reduce((most, each) => Math.max(most, each), 1);
  return `0.${'0'.repeat(Math.min(most, 4))}%`;
}

/** Money is left to General, which shows each amount with as many decimals as it has. */
const NUMBER_FORMATS: Readonly<Record<Exclude<ColumnFormat, 'percent'>, string | undefined>> = {
  // A cell that is known as text stays one when somebody edits it.
  text: '@',
  integer: '0',
  wan: undefined,
  date: 'yyyy"年"m"月"d"日"',
  month: 'yyyy"年"m"月"',
};

const ALIGNMENTS: Readonly<Record<ColumnFormat, AlignmentStyle>> = {
  text: middle('left'),
  integer: middle('right', false),
  wan: middle('right', false),
  percent: middle('right', false),
  date: middle('center', false),
  month: middle('center', false),
};

/** How the cells of a column look. */
export function columnStyle(table: Table, index: number, column: TableColumn): CellStyle {
  const numFmt = column.format === 'percent' ? percentFormat(table, index) : NUMBER_FORMATS[column.format];
  return {
    font: FONT,
    border: BORDER,
    alignment: ALIGNMENTS[column.format],
    ...(numFmt === undefined ? {} : { numFmt }),
  };
}

/** The look of a cell in a row that stands out. */
export const emphasized = (style: CellStyle, kind: TableRow['kind']): CellStyle => ({
  ...style,
  font: { ...FONT, bold: true },
  fill: fill(kind === 'total' ? 'FFF2CC' : 'F3F7FB'),
});

const MIN_WIDTH = 6;
const MAX_WIDTH = 48;
/** Rows that a width is taken from; the rest is like them. */
const SAMPLE = 500;

/** Width in characters of half width: Chinese characters count twice. */
const textWidth = (text: string): number =>
  Math.max(0, ...text.split('\n').map((line) => Array.from(line).reduce((sum, c) => sum + (c > '\u2E7F' ? 2 : 1), 0)));

const FORMAT_WIDTHS: Readonly<Record<ColumnFormat, number>> = {
  text: 0,
  integer: 0,
  wan: 0,
  percent: 8,
  date: 15,
  month: 11,
};

/** The width that is asked for, or one that the last heading (on two lines) and the first rows fit in. */
export function columnWidth(table: Table, index: number, column: TableColumn): number {
  if (column.width !== undefined) return column.width;
  const contents = table.rows.slice(0, SAMPLE).map((row) => {
    const value = row.values[index];
    if (row.kind === 'note' || value === undefined || value === null) return 0;
    if (typeof value === 'number') return String(column.format === 'wan' ? value / YUAN_PER_WAN : value).length;
    return row.kind === 'data' ? textWidth(value) : 0;
  });
  const figures = (table.figures ?? []).map(({ label, value, unit }) => textWidth([label, value, unit][index] ?? ''));
  const heading = Math.ceil(textWidth(column.headings.at(-1) ?? '') / 2);
  const widest = [...contents, ...figures].reduce(
    (most, each) => Math.max(most, each),
    Math.max(heading, FORMAT_WIDTHS[column.format]),
  );
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, widest + 2));
}
