import { CsvError, type Options, parse } from 'csv-parse/sync';
import type { Sheet } from '../../core/workbook/workbook.ts';
import { textCell } from './cell-content.ts';
import type { WorkbookLimits } from './limits.ts';
import { trimSheet } from './sheet-extent.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const LINES_TO_SNIFF = 50;

/** How well a delimiter fits: lines that have the commonest number of it, times that number. */
function fitOf(delimiter: string, lines: readonly string[]): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 0);
  const linesByCount = Map.groupBy(counts, (count) => count);
  return Math.max(0, ...[...linesByCount].map(([count, lines]) => count * lines.length));
}

/** Comma, semicolon or tab; the comma where none stands. */
function sniffDelimiter(text: string): string {
  const start = text.slice(0, 64 * 1_024).replace(/"[^"]*"/g, '""');
  const lines = start.split(/\r\n|\n|\r/, LINES_TO_SNIFF);
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, fit: fitOf(delimiter, lines) }));
  return fits.reduce((best, each) => (each.fit > best.fit ? each : best)).delimiter;
}

function parseRecords(text: string, options: Options): readonly (readonly string[])[] {
  try {
    return parse(text, options);
  } catch (error) {
    // A quote that is never closed: then quotes are no quotes in this file.
    if (error instanceof CsvError && options.quote !== false) return parseRecords(text, { ...options, quote: false });
    throw error;
  }
}

/** Every field is text; empty lines stay, so that row numbers are those that the file's editor shows. */
export function readCsvSheet(text: string, fileName: string, limits: WorkbookLimits): Sheet {
  const records = parseRecords(text, {
    delimiter: sniffDelimiter(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    to: limits.rows + 1,
  });
  const rows = records.map((record) => record.map((field) => (field === '' ? undefined : textCell(field))));
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return trimSheet({ name, hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [], images: [] }, limits);
}
