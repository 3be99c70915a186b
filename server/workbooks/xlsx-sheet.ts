import type { Cell as FileCell, CellStyle, CellValue, MergeRange, RowDef, WriteSheet } from 'hucre';
import { YUAN_PER_WAN } from '../../core/money.ts';
import type { ColumnFormat, Table, TableRow, TableValue } from '../../core/workbook/table.ts';
import { serialOfDay } from './cell-content.ts';
import { headingBlocks, headingDepth } from './heading-blocks.ts';
import * as looks from './xlsx-looks.ts';

/** A sheet that is being laid out. */
interface Draft {
  readonly rows: CellValue[][];
  readonly cells: Map<string, Partial<FileCell>>;
  readonly merges: MergeRange[];
  readonly rowDefs: Map<number, RowDef>;
  readonly width: number;
}

/** Texts that the writer would take for errors, and texts that look like its escapes of control characters. */
const MISREAD_TEXT = /^#[A-Z/_0-9]+[!?]?$|_x[0-9A-Fa-f]{4}_/;

const escapeEscapes = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const DAY_TEXT = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** A day or month (its first day) as spreadsheets count it, or the text when it is none. */
function dateValue(text: string): string | number {
  const [, year, month, day = '01'] = DAY_TEXT.exec(text) ?? [];
  return year === undefined ? text : serialOfDay({ year: Number(year), month: Number(month), day: Number(day) });
}

/** Exact: a division by a power of ten, and a shifted decimal, are the number that is nearest to the decimal. */
function valueOf(value: TableValue, format: ColumnFormat): CellValue {
  if (typeof value === 'string') return format === 'date' || format === 'month' ? dateValue(value) : value;
  if (value === null) return null;
  if (format === 'wan') return value / YUAN_PER_WAN;
  return format === 'percent' ? Number(`${value}e-2`) : value;
}

function put(draft: Draft, row: number, column: number, value: CellValue, style: CellStyle): void {
  const key = `${row},${column}`;
  const isMisread = typeof value === 'string' && MISREAD_TEXT.test(value);
  draft.cells.set(key, isMisread ? { style, richText: [{ text: escapeEscapes(value) }] } : { value, style });
}

/** A value over a block of cells, all of which have the look (for their borders). */
function putBlock(draft: Draft, block: MergeRange, value: CellValue, style: CellStyle): void {
  for (let row = block.startRow; row <= block.endRow; row += 1) {
    for (let column = block.startCol; column <= block.endCol; column += 1) put(draft, row, column, null, style);
  }
  put(draft, block.startRow, block.startCol, value, style);
  if (block.endRow > block.startRow || block.endCol > block.startCol) draft.merges.push(block);
}

const line = (row: number, startCol: number, endCol: number): MergeRange => ({
  startRow: row,
  endRow: row,
  startCol,
  endCol,
});

function addTitles(draft: Draft, { title, subtitle }: Table): void {
  const last = draft.width - 1;
  if (title !== undefined) {
    putBlock(draft, line(0, 0, last), title, looks.TITLE);
    draft.rowDefs.set(0, { height: looks.TITLE_HEIGHT });
    draft.rows.push([]);
  }
  if (!subtitle) return;
  const row = draft.rows.length;
  const half = Math.ceil(draft.width / 2);
  if (half > last) putBlock(draft, line(row, 0, 0), `${subtitle.left}  ${subtitle.right}`, looks.SUBTITLE_LEFT);
  else {
    putBlock(draft, line(row, 0, half - 1), subtitle.left, looks.SUBTITLE_LEFT);
    putBlock(draft, line(row, half, last), subtitle.right, looks.SUBTITLE_RIGHT);
  }
  draft.rows.push([]);
}

/** `96.7%` as a number that is shown as it is printed; null for what is no number. */
function printedNumber(text: string): { readonly value: number; readonly numFmt: string } | null {
  const [, number, decimals = '', sign = ''] = /^(-?\d{1,15}(?:\.(\d{1,4}))?)(%?)$/.exec(text) ?? [];
  if (number === undefined) return null;
  const numFmt = `0${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}${sign}`;
  return { value: Number(sign === '' ? number : `${number}e-2`), numFmt };
}

function addFigures(draft: Draft, { figures = [] }: Table): void {
  for (const { label, value, unit } of figures) {
    const row = draft.rows.length;
    const number = printedNumber(value);
    put(draft, row, 0, label, looks.FIGURE_LABEL);
    if (number) put(draft, row, 1, number.value, { ...looks.FIGURE, numFmt: number.numFmt });
    else put(draft, row, 1, value, looks.FIGURE);
    put(draft, row, 2, unit === '' ? null : unit, looks.FIGURE_LABEL);
    draft.rows.push([]);
  }
}

/** Adds the headings; returns their first row. */
function addHeadings(draft: Draft, table: Table): number {
  const first = draft.rows.length;
  for (const { text, top, left, bottom, right } of headingBlocks(table.columns)) {
    const block = { startRow: first + top, endRow: first + bottom, startCol: left, endCol: right };
    putBlock(draft, block, text, looks.HEADING);
  }
  for (let level = 0; level < headingDepth(table.columns); level += 1) draft.rows.push([]);
  return first;
}

/** A caption reaches over the empty cells after it, so that it is not broken into the width of 序号. */
function captionBlock(values: readonly TableValue[], row: number, width: number): MergeRange | null {
  const start = values.findIndex((value) => value !== null);
  if (start === -1 || typeof values[start] !== 'string') return null;
  const after = values.findIndex((value, index) => index > start && value !== null);
  return line(row, start, (after === -1 ? width : after) - 1);
}

function addOutstanding(draft: Draft, row: TableRow, table: Table, styles: readonly CellStyle[]): void {
  const at = draft.rows.length;
  const block = captionBlock(row.values, at, draft.width);
  for (const [index, { format }] of table.columns.entries()) {
    const style = looks.emphasized(styles[index] ?? {}, row.kind);
    put(draft, at, index, valueOf(row.values[index] ?? null, format), style);
  }
  if (block && block.endCol > block.startCol) draft.merges.push(block);
  draft.rows.push([]);
}

function addRow(draft: Draft, row: TableRow, table: Table, styles: readonly CellStyle[]): void {
  const at = draft.rows.length;
  if (row.kind === 'note') {
    const text = row.values.filter((value) => value !== null).join(' ');
    putBlock(draft, line(at, 0, draft.width - 1), text, looks.NOTE);
    draft.rows.push([]);
  } else if (row.kind === 'data') {
    const values = table.columns.map(({ format }, index) => valueOf(row.values[index] ?? null, format));
    for (const [index, value] of values.entries()) {
      if (typeof value === 'string' && MISREAD_TEXT.test(value)) put(draft, at, index, value, styles[index] ?? {});
    }
    draft.rows.push(values);
  } else addOutstanding(draft, row, table, styles);
}

/** Where the headings stand, for printing them on every page. */
export interface LaidOutSheet {
  readonly sheet: WriteSheet;
  /** Rows from 1, as spreadsheets count them. */
  readonly headingRows: { readonly first: number; readonly last: number };
}

/** A table as a sheet: title, subtitle, figures, headings that stay in view, rows; landscape A4, as wide as the page. */
export function layOutSheet(table: Table, name: string): LaidOutSheet {
  const width = Math.max(1, table.columns.length);
  const draft: Draft = { rows: [], cells: new Map(), merges: [], rowDefs: new Map(), width };
  const styles = table.columns.map((column, index) => looks.columnStyle(table, index, column));
  addTitles(draft, table);
  addFigures(draft, table);
  const first = addHeadings(draft, table);
  const frozen = draft.rows.length;
  for (const row of table.rows) addRow(draft, row, table, styles);
  const sheet: WriteSheet = {
    name,
    columns: table.columns.map((column, index) => ({
      width: looks.columnWidth(table, index, column),
      style: styles[index] ?? {},
    })),
    rows: draft.rows,
    cells: draft.cells,
    merges: draft.merges,
    rowDefs: draft.rowDefs,
    freezePane: { rows: frozen },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: '&C第 &P 页 / 共 &N 页' },
  };
  return { sheet, headingRows: { first: first + 1, last: frozen } };
}
