/** What a cell of an export holds for a value of the ledger. */
import type { Field } from '../register/field.ts';
import type { Label } from '../register/label.ts';
import { MOST_CHARACTERS, type ColumnFormat, type TableValue } from '../workbook/table.ts';
import { wordOf } from '../import/text.ts';
import { listText } from '../workbook/list-text.ts';
import type { RecordNames } from './record-names.ts';

export type ExportLocale = keyof Label;

const YES: Label = { zh: '是', en: 'Yes' };
const NO: Label = { zh: '否', en: 'No' };

const FORMATS: Partial<Record<Field['kind'], ColumnFormat>> = {
  integer: 'integer',
  yuan: 'wan',
  date: 'date',
  month: 'month',
};

export const formatOf = ({ kind }: Field): ColumnFormat => FORMATS[kind] ?? 'text';

const cut = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`;

function referencesText(target: string, ids: readonly string[], names: RecordNames): string {
  const readable = listText(ids.map((id) => names.nameOf(target, id)));
  return readable.length <= MOST_CHARACTERS ? readable : listText(ids.map((id) => `#${id}`));
}

/** Lists are empty or have no cell; both read the same. */
const orEmpty = (text: string): TableValue => (text === '' ? null : cut(text));

/**
 * The cell for a value of a field: choices and flags in words, references by name, money in whole 元 (for a column
 * `wan`), dates and months as ISO text, documents as JSON. Absent values and empty lists are null.
 */
export function exportedValue(field: Field, value: unknown, names: RecordNames, locale: ExportLocale): TableValue {
  if (value === undefined || value === null) return null;
  switch (field.kind) {
    case 'boolean':
      return (value === true ? YES : NO)[locale];
    case 'choice':
      return field.choices?.[wordOf(value)]?.[locale] ?? wordOf(value);
    case 'reference':
      return names.nameOf(field.target ?? '', wordOf(value));
    case 'references':
      return Array.isArray(value) ? orEmpty(referencesText(field.target ?? '', value.map(String), names)) : null;
    case 'texts':
      return Array.isArray(value) ? orEmpty(listText(value.map(String))) : null;
    case 'document':
      return cut(JSON.stringify(value));
    case 'integer':
    case 'yuan':
      return typeof value === 'number' ? value : null;
    case 'text':
    case 'date':
    case 'month':
      return typeof value === 'string' ? value : null;
  }
}
