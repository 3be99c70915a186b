/** Columns of boards: what each reads of a line of the board's JSON. */
import type { Label } from '../register/label.ts';
import { isObject } from '../result.ts';
import { listText } from '../workbook/list-text.ts';
import type { ColumnFormat, TableValue } from '../workbook/table.ts';
import type { ExportLocale } from './cell-value.ts';
import { inBrackets, WAN } from './money-words.ts';

const IN_WAN = inBrackets(WAN);

/** A board's data, or one of its lines, as its JSON has it. */
export type BoardValues = Readonly<Record<string, unknown>>;

export interface BoardColumn {
  readonly heading: Label;
  readonly format: ColumnFormat;
  readonly value: (row: BoardValues, locale: ExportLocale) => TableValue;
  /** How far what the cell speaks of has come; empty where there is nothing to say. */
  readonly state?: (row: BoardValues) => string;
}

export interface BoardSheet {
  /** The lines, in their order; a line can take over members of the whole board. */
  readonly rows: (board: BoardValues) => readonly BoardValues[];
  /** The columns; of the board where it names them itself. */
  readonly columns: readonly BoardColumn[] | ((board: BoardValues) => readonly BoardColumn[]);
}

export const memberOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

export const asText = (value: unknown): TableValue =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

export const asNumber = (value: unknown): TableValue => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

export const column = (
  zh: string,
  en: string,
  format: ColumnFormat,
  value: (row: BoardValues, locale: ExportLocale) => TableValue,
): BoardColumn => ({ heading: { zh, en }, format, value });

/** A text or number that the line has under a name. */
export const textColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'text', (row) => asText(row[name]));

export const countColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'integer', (row) => asNumber(row[name]));

/** Money as boards show it (`{yuan, text}`): exact, in 万元. */
export const moneyColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(`${zh}${IN_WAN.zh}`, `${en}${IN_WAN.en}`, 'wan', (row) => asNumber(memberOf(row[name], 'yuan')));

/** A rate as boards show it: the printed one, so that sheet and screen agree. */
export const rateColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'percent', (row) => asNumber(memberOf(row[name], 'text')));

/** Percentage points with their sign. */
export const pointsColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(`${zh}（百分点）`, `${en} (pp)`, 'text', (row) => asText(memberOf(row[name], 'text')));

/** A part of a whole as text: `22/22`. */
export const shareText = (share: unknown): TableValue =>
  isObject(share) ? `${String(share['done'])}/${String(share['due'])}` : null;

/** A part of a whole (`{done, due, rate}`): `22/22`. */
export const shareColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'text', (row) => shareText(row[name]));

export const choiceColumn = (
  zh: string,
  en: string,
  name: string,
  choices: Readonly<Record<string, Label>>,
): BoardColumn => column(zh, en, 'text', (row, locale) => choices[String(row[name])]?.[locale] ?? asText(row[name]));

export const dateColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'date', (row) => asText(row[name]));

const FLAG: Readonly<Record<string, Label>> = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } };

export const flagColumn = (zh: string, en: string, name: string): BoardColumn => choiceColumn(zh, en, name, FLAG);

/** Several texts, or things with a `name` or `item`, joined; their labels where they are choices. */
export const listColumn = (
  zh: string,
  en: string,
  name: string,
  choices: Readonly<Record<string, Label>> = {},
): BoardColumn =>
  column(zh, en, 'text', (row, locale) => {
    const items: readonly unknown[] = Array.isArray(row[name]) ? row[name] : [];
    const words = items.map((item) => String(memberOf(item, 'name') ?? memberOf(item, 'item') ?? item));
    return listText(words.map((word) => choices[word]?.[locale] ?? word)) || null;
  });

/** The lines of a map by id, in the board's order; each keeps its id as `key`. */
export const keyedRows = (rows: unknown): readonly BoardValues[] =>
  isObject(rows)
    ? Object.entries(rows)
        .flatMap(([key, row]): readonly BoardValues[] => (isObject(row) ? [{ key, ...row }] : []))
        .sort((a, b) => Number(a['order'] ?? 0) - Number(b['order'] ?? 0))
    : [];
