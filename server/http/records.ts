/** Records as the API shows and lists them. */
import { foldedText } from '../../core/folded-text.ts';
import type { Register } from '../../core/register/declare.ts';
import type { Field } from '../../core/register/field.ts';
import type { Values } from '../../core/register/check-record.ts';
import { valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { RecordHead } from '../../core/register/declare.ts';
import { invalid, problem } from './problem.ts';

export type ShownRecord = RecordHead & Values;

/** A record without its secret fields. */
export function shownRecord(register: Register, record: RecordHead): ShownRecord {
  const { id, revision, changedAt } = record;
  const values = Object.entries(valuesOf(register, record)).filter(([name]) => !register.fields[name]?.secret);
  return { id, revision, changedAt, ...Object.fromEntries(values) };
}

/**
 * A record of the ledger as the API shows it.
 * @throws Problem not-found.
 */
export function recordShown(ledger: Ledger, name: RegisterName, id: string): ShownRecord {
  const record: RecordHead | undefined = ledger.tables[name].get(id);
  if (!record) throw problem('not-found', { detail: `there is no record ${id} in ${name}` });
  return shownRecord(registerNamed(name), record);
}

/** The registers whose people think of a fixed order; the others are listed by id. */
const ORDER_FIELDS: Partial<Record<RegisterName, string>> = {
  units: 'officialOrder',
  leaders: 'protocolOrder',
  projects: 'listOrder',
};

/** Where a record stands in its list; what a cursor holds. */
type Place = readonly [order: number, id: string];

const placeOf = (field: string | undefined, record: ShownRecord): Place => [
  field === undefined ? 0 : Number(record[field] ?? 0),
  record.id,
];

const comparePlaces = (a: Place, b: Place): number => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);

const writeCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

const readCursor = (cursor: string): Place => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string')
      return [place[0], place[1]];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid('cursor', 'bad-format', 'is not a cursor of this list');
};

const isFilterable = (field: Field | undefined): field is Field =>
  field !== undefined && !field.secret && field.kind !== 'document' && field.kind !== 'texts';

/** Whether a text of the record contains the words, whatever their case or width. */
const searcher = (register: Register, words: string): ((record: ShownRecord) => boolean) => {
  const wanted = foldedText(words.trim());
  const names = Object.entries(register.fields)
    .filter(([, field]) => (field.kind === 'text' || field.kind === 'texts') && !field.secret)
    .map(([name]) => name);
  const contains = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(contains) : typeof value === 'string' && foldedText(value).includes(wanted);
  return (record) => names.some((name) => contains(record[name]));
};

/** Filters by fields; `field.asOf` is the field where `asOf` alone is a parameter of every list. */
const filters = (register: Register, query: Readonly<Record<string, string>>) =>
  Object.entries(query).map(([parameter, value]) => {
    const name = parameter.replace(/^field\./, '');
    const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    if (!isFilterable(field))
      throw invalid(parameter, 'unknown-field', 'is neither a parameter nor a field to filter by');
    // Texts, numbers and flags only: documents and lists are not filtered by.
    return (record: ShownRecord): boolean => `${(record[name] ?? '') as string | number | boolean}` === value;
  });

export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly q?: string | undefined;
  /** Values of fields that the records must have. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface ListPage {
  readonly revision: number;
  readonly records: readonly ShownRecord[];
  /** The cursor of the next page; absent on the last. */
  readonly next?: string;
}

/**
 * One page of a register in its order, or by id.
 * @param see the record as the caller sees it; null when not at all. What is not seen is not found by filters either.
 * @throws Problem invalid, for a foreign cursor or an unknown filter.
 */
export function listRecords(
  ledger: Ledger,
  name: RegisterName,
  query: ListQuery,
  see: (record: RecordHead) => ShownRecord | null,
): ListPage {
  const register = registerNamed(name);
  const orderField = ORDER_FIELDS[name];
  const tests = filters(register, query.fields);
  if (query.q) tests.push(searcher(register, query.q));
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  const heads: readonly RecordHead[] = [...ledger.tables[name].values()];
  const found = heads
    .flatMap((record) => see(record) ?? [])
    .filter((record) => tests.every((test) => test(record)))
    .map((record) => ({ record, place: placeOf(orderField, record) }))
    .filter(({ place }) => !after || comparePlaces(place, after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place));
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    revision: ledger.revision,
    records: page.map(({ record }) => record),
    ...(last && found.length > page.length ? { next: writeCursor(last.place) } : {}),
  };
}
