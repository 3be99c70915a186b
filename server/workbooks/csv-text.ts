import { wanText } from '../../core/money.ts';
import type { ColumnFormat, Table, TableFigure, TableValue } from '../../core/workbook/table.ts';

/** Beginnings that spreadsheets take for a formula, or that hide one. */
const FORMULA_START = /^'*[=+\-@＝＋－＠\t\r]/;

function numberText(value: number, format: ColumnFormat | undefined): string {
  if (format === 'wan') return wanText(value);
  return format === 'percent' ? `${value}%` : String(value);
}

/**
 * The rule for texts in CSV files, stated here and undone by the import: a text that starts with `=`, `+`, `-`,
 * `@` (of either width: some spreadsheets of East Asia take both), a tab or a carriage return gets an apostrophe in
 * front. Numbers do not. Whoever reads takes exactly one apostrophe off where one of those characters follows it.
 */
const guardFormula = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function fieldOf(value: TableValue, format: ColumnFormat | undefined): string {
  if (value === null) return '';
  return quote(typeof value === 'number' ? numberText(value, format) : guardFormula(value));
}

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** A line per figure and one without anything: label, value, unit. Numbers stay numbers. */
const figureLines = (figures: readonly TableFigure[]): readonly (readonly string[])[] => [
  ...figures.map(({ label, value, unit }) => [
    fieldOf(label, 'text'),
    PLAIN_NUMBER.test(value) ? value : fieldOf(value, 'text'),
    fieldOf(unit, 'text'),
  ]),
  ...(figures.length > 0 ? [[]] : []),
];

/**
 * A table as CSV for spreadsheets: UTF-8 with byte order mark, CRLF, quoted as in RFC 4180, one line of headings
 * whose levels are joined with `/`. Figures stand above it, apart by an empty line; title and subtitle are left out. Money stands in 万元, rates with `%`.
 */
export function writeCsv(table: Table): Uint8Array {
  const headings = table.columns.map((column) => fieldOf(column.headings.join('/'), 'text'));
  const lines = table.rows.map((row) =>
    table.columns.map((column, index) => fieldOf(row.values[index] ?? null, column.format)),
  );
  const text = [...figureLines(table.figures ?? []), headings, ...lines]
    .map((line) => `${line.join(',')}\r\n`)
    .join('');
  return new TextEncoder().encode(`\uFEFF${text}`);
}
