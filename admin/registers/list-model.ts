/** What a list shows of its records: found, filtered, in order. */
import { foldedText } from '../../core/folded-text.ts';
import type { Field } from '../../core/register/field.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { valueText, type TitleOf } from '../common/change-words.ts';
import { plainText } from '../common/plain-text.ts';
import { titleOfRecord } from '../common/references.ts';

export interface Sort {
  readonly field: string;
  readonly descending: boolean;
}

export interface ListView {
  readonly search: string;
  /** The value that each of these fields has. */
  readonly filters: Readonly<Record<string, string>>;
  /** Null leaves the order of the server. */
  readonly sort: Sort | null;
}

export const WHOLE_LIST: ListView = { search: '', filters: {}, sort: null };

type Row = Readonly<Record<string, unknown>>;

const asRow = (record: object): Row => ({ ...record });

/** Fields whose text a search reads. */
const isSearched = ({ kind, secret }: Field): boolean => !secret && kind !== 'document' && kind !== 'boolean';

const searched = (register: RegisterName, row: Row, titleOf: TitleOf): string =>
  foldedText(
    Object.entries(registerNamed(register).fields)
      .filter(([name, field]) => isSearched(field) && row[name] !== undefined)
      .map(([name, field]) => (field.kind === 'text' ? String(row[name]) : valueText(field, row[name], titleOf)))
      .join(' '),
  );

/** What stands for a value in the order of a column; null where there is none. */
function sortKey(register: RegisterName, field: Field | undefined, name: string, row: Row, titleOf: TitleOf) {
  const value = row[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 0 : 1;
  if (field?.choices) return Object.keys(field.choices).indexOf(plainText(value));
  if (field?.target) return valueText(field, value, titleOf);
  return name === registerNamed(register).title
    ? titleOfRecord(registerNamed(register), row, titleOf)
    : plainText(value);
}

type Key = number | string | null;

const compareKeys = (a: Key, b: Key): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'zh-CN', { numeric: true });

function ordered<R extends object>(
  register: RegisterName,
  rows: readonly R[],
  sort: Sort,
  titleOf: TitleOf,
): readonly R[] {
  const field = registerNamed(register).fields[sort.field];
  const keyed = rows.map((row) => ({ row, key: sortKey(register, field, sort.field, asRow(row), titleOf) }));
  const turn = sort.descending ? -1 : 1;
  return keyed
    .sort((a, b) => {
      // What has no value stands last either way.
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return turn * compareKeys(a.key, b.key);
    })
    .map(({ row }) => row);
}

/** The records that hold every word of the search and every filtered value, in the chosen order. */
export function rowsOf<R extends object>(
  register: RegisterName,
  records: readonly R[],
  { search, filters, sort }: ListView,
  titleOf: TitleOf,
): readonly R[] {
  const words = foldedText(search).split(/\s+/).filter(Boolean);
  const wanted = Object.entries(filters).filter(([, value]) => value !== '');
  const found = records.filter((record) => {
    const row = asRow(record);
    if (!wanted.every(([name, value]) => row[name] === value)) return false;
    if (words.length === 0) return true;
    const text = searched(register, row, titleOf);
    return words.every((word) => text.includes(word));
  });
  return sort ? ordered(register, found, sort, titleOf) : found;
}

/** The order after a press on a column's heading: up, then down, then the server's own. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
  if (sort?.field !== field) return { field, descending: false };
  return sort.descending ? null : { field, descending: true };
}
