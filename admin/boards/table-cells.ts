/** How the values of a table stand on the page: as in its spreadsheet. */
import { wanText } from '../../core/money.ts';
import type { Table, TableColumn, TableValue } from '../../core/workbook/table.ts';
import { grouped } from '../common/format.ts';

/** Decimals that a rate is shown with at most, as in spreadsheets. */
const MOST_DECIMALS = 4;

const NUMERIC = /^[-+↑↓→]?\d*([.,/]\d+)*$/;
/** From here on thousands are separated; a year of four digits is none. */
const LONG_NUMBER = /^-?\d{5,}(\.\d+)?$/;

/** A column as it is drawn. */
export interface DrawnColumn {
  readonly heading: string;
  readonly look: 'number' | 'date' | 'short' | 'long';
  readonly textOf: (value: TableValue) => string;
}

/** Characters from which a text may go over several lines. */
const LONG = 14;

const decimalsOf = (value: TableValue): number =>
  typeof value === 'number' ? (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length : 0;

const look = ({ format }: TableColumn, values: readonly TableValue[]): DrawnColumn['look'] => {
  if (format === 'date' || format === 'month') return 'date';
  if (format !== 'text') return 'number';
  const texts = values.flatMap((value) => (value === null ? [] : [String(value)]));
  if (texts.length > 0 && texts.every((text) => NUMERIC.test(text))) return 'number';
  return texts.some((text) => text.length > LONG) ? 'long' : 'short';
};

const writer = ({ format }: TableColumn, values: readonly TableValue[]): DrawnColumn['textOf'] => {
  const decimals = Math.min(MOST_DECIMALS, Math.max(1, ...values.map(decimalsOf)));
  return (value) => {
    if (value === null) return '';
    if (typeof value === 'number' && format === 'wan') return grouped(wanText(value));
    if (typeof value === 'number' && format === 'percent') return `${value.toFixed(decimals)}%`;
    if (typeof value === 'number') return grouped(String(value));
    return LONG_NUMBER.test(value) ? grouped(value) : value;
  };
};

/** The columns of a table, each with how its values are written. */
export const drawnColumns = ({ columns, rows }: Table): readonly DrawnColumn[] =>
  columns.map((column, index) => {
    const values = rows.flatMap(({ kind, values }) => (kind === 'note' ? [] : [values[index] ?? null]));
    return { heading: column.headings.join(' '), look: look(column, values), textOf: writer(column, values) };
  });
