/** Imports a plain table of one register, such as the product's own exports: one row, one record. */
import type { Cell } from '../workbook/workbook.ts';
import { valuesOf } from '../ledger/ledger.ts';
import type { Register } from '../register/declare.ts';
import type { Field } from '../register/field.ts';
import { registerNamed, type RegisterName } from '../registers/index.ts';
import { readAmount } from './amount.ts';
import { columnCells } from './cells.ts';
import { choiceNamed, flagNamed } from './choice-words.ts';
import { ANSWERS } from './codes.ts';
import type { SheetContext } from './context.ts';
import { monthOf, readDate } from './dates.ts';
import { KEPT, readDocument } from './documents.ts';
import { ID_FIELD } from './headings.ts';
import type { ImportedRows } from './ledger-import.ts';
import { phonesIn } from './private-text.ts';
import { doubtful, NOTHING, reading, textOf, type Reading } from './reading.ts';
import { createReferences, type References } from './references.ts';
import { compact, listed, textNumber, wordOf } from './text.ts';
import { fitting, literalText } from './texts.ts';
import type { ImportColumn } from './types.ts';
import { createWrites, usableId, type Writes } from './writes.ts';

interface FieldColumn {
  readonly column: ImportColumn;
  readonly name: string;
  readonly field: Field;
  readonly cells: ReadonlyMap<number, Cell>;
}

const unreadable = (): Reading<never> =>
  doubtful({ code: 'VALUE_UNREADABLE', options: [{ value: 'empty', label: ANSWERS.empty }], allowFree: true });

function readWhole(cell: Cell | undefined): Reading<number> {
  const plain = compact(textOf(cell)).replace(/,(?=\d{3})/g, '');
  if (plain === '') return NOTHING;
  return /^-?\d{1,15}$/.test(plain) ? reading(Number(plain)) : unreadable();
}

function readFlag(cell: Cell | undefined): Reading<boolean> {
  if (typeof cell?.value === 'boolean') return reading(cell.value);
  const text = textOf(cell);
  if (compact(text) === '') return NOTHING;
  const flag = flagNamed(text);
  return flag === null ? unreadable() : reading(flag);
}

/** Reads one cell into a value of its field; undefined for an empty one. */
type CellReader = (place: FieldColumn, row: number, title: string) => unknown;

function createCellReader(context: SheetContext, references: References): CellReader {
  const { session } = context;
  const settle = <T>(
    place: FieldColumn,
    row: number,
    name: string,
    read: (cell: Cell | undefined) => Reading<T>,
  ): T | undefined => {
    const { index: column, heading } = place.column;
    return session.settle({ row, column, name, heading }, place.cells.get(row), read) ?? undefined;
  };
  const text = (place: FieldColumn, row: number): string | undefined => {
    const cell = place.cells.get(row);
    if (place.field.secret) {
      const phone = phonesIn(textOf(cell));
      if (phone !== null) session.quarantine(phone.split('、').length);
      return phone ?? undefined;
    }
    return literalText(session, row, place.column.index, cell) ?? undefined;
  };
  const choice = (place: FieldColumn, row: number, title: string): unknown => {
    const choices = place.field.choices ?? {};
    return settle(place, row, title, (cell) => {
      const raw = textOf(cell);
      if (compact(raw) === '') return NOTHING;
      const key = choiceNamed(place.name, choices, raw);
      if (key !== null) return reading(key);
      const options = Object.entries(choices).map(([value, label]) => ({ value, label }));
      return doubtful({ code: 'CHOICE_UNREADABLE', options, allowFree: false });
    });
  };
  return (place, row, title) => {
    const at = { row, column: place.column.index, heading: place.column.heading };
    switch (place.field.kind) {
      case 'yuan':
        return settle(place, row, title, (cell) => readAmount(cell, context.unitOf(place.column.index), context.typed));
      case 'integer':
        return settle(place, row, title, readWhole);
      case 'boolean':
        return settle(place, row, title, readFlag);
      case 'date':
        return settle(place, row, title, (cell) => readDate(cell, context.year))?.last;
      case 'month': {
        const span = settle(place, row, title, (cell) => readDate(cell, context.year));
        return span && monthOf(span.first);
      }
      case 'choice':
        return choice(place, row, title);
      case 'reference':
        return references.one(place.field.target ?? '', text(place, row), at);
      case 'references':
        return references.several(place.field.target ?? '', text(place, row), at);
      case 'texts':
        return nonEmpty(listed(text(place, row) ?? ''));
      case 'text':
        return (
          fitting(session, row, place.column.index, text(place, row) ?? null, references.register, place.name) ??
          undefined
        );
      case 'document':
        return readDocument(session, place, place.cells.get(row), row, title);
    }
  };
}

const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Finds the record of a row: by id, by what is unique, by title where nothing is. */
function finder(
  context: SheetContext,
  register: Register,
  name: RegisterName,
): (id: string, values: Readonly<Record<string, unknown>>) => string | undefined {
  const keys = register.unique ?? [register.title];
  const keyOf = (values: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(keys.map((key) => values[key] ?? null));
  const byKey = new Map<string, string>();
  for (const [id, record] of context.ledger.tables[name]) byKey.set(keyOf(valuesOf(register, record)), id);
  return (id, values) => {
    if (register.single) return register.name;
    if (context.ledger.tables[name].has(id)) return id;
    return keys.every((key) => values[key] !== undefined) ? byKey.get(keyOf(values)) : undefined;
  };
}

/** The register's own export has every field that can be told: there, empty means empty. */
const isComplete = (register: Register, columns: readonly FieldColumn[]): boolean =>
  Object.entries(register.fields).every(
    ([name, { secret }]) => secret || columns.some((column) => column.name === name),
  );

function newId(
  context: SheetContext,
  register: Register,
  name: RegisterName,
  id: string,
  values: Readonly<Record<string, unknown>>,
  taken: Set<string>,
): string {
  const keys = register.unique ?? [register.title];
  const stem = keys.map((key) => wordOf(values[key])).join('-');
  const given = usableId(id) ?? usableId(stem) ?? `${name}-${textNumber(stem)}`;
  let fresh = given;
  for (let again = 2; context.ledger.tables[name].has(fresh) || taken.has(fresh); again += 1)
    fresh = `${name}-${textNumber(`${stem} ${again}`)}`;
  taken.add(fresh);
  return fresh;
}

/** Reads every row of a plain table and gathers what would be written. */
export function importRegister(context: SheetContext, name: RegisterName): ImportedRows {
  const { session, ledger } = context;
  const register = registerNamed(name);
  const rules = { merges: true, fillDown: false, ditto: false, guarded: context.guarded };
  const columns = context.columns.flatMap((column): readonly FieldColumn[] => {
    const field = register.fields[column.field ?? ''];
    if (!field || column.field === null) return [];
    const cells = columnCells(context.grid, column, context.rows, rules, session);
    return [{ column, name: column.field, field, cells }];
  });
  const idColumn = context.columns.find(({ field }) => field === ID_FIELD);
  const read = createCellReader(context, createReferences(ledger, session, name));
  const find = finder(context, register, name);
  const complete = isComplete(register, columns);
  const writes = createWrites(ledger);
  const records = new Map<number, { readonly id: string; readonly name: string }>();
  const taken = new Set<string>();
  for (const { row, kind } of context.rows) {
    if (kind !== 'data') continue;
    const title = textOf(columns.find((column) => column.name === register.title)?.cells.get(row));
    const values: Record<string, unknown> = {};
    for (const place of columns) {
      const value = read(place, row, title);
      const clears = complete && place.field.optional && !place.field.secret;
      if (value === KEPT) continue;
      if (value !== undefined) values[place.name] = value;
      else if (clears && !session.isBlocked(row)) values[place.name] = null;
    }
    const given = idColumn ? textOf(context.grid.at(row, idColumn.index)) : '';
    const known = find(given, values);
    const id = known ?? newId(context, register, name, given, values, taken);
    records.set(row, { id, name: title });
    if (known === undefined) session.note(row, undefined, { code: 'NEW_RECORD', to: title });
    if (!session.isBlocked(row)) writeRecord(context, writes, name, row, title, id, values);
  }
  return { writes, records };
}

function writeRecord(
  context: SheetContext,
  writes: Writes,
  register: RegisterName,
  row: number,
  name: string,
  record: string,
  values: Readonly<Record<string, unknown>>,
): void {
  const refused = writes.apply(row, [{ register, record, values }]);
  if (!refused) return;
  const { path, message } = refused.problem;
  const parameters = { row: String(row + 1), name, column: path, value: message };
  const options = [{ value: 'skip', label: ANSWERS.skip }];
  const answer = context.session.ask(
    { id: `INCONSISTENT:${row + 1}`, code: 'INCONSISTENT', rows: [row], parameters, options, allowFree: false },
    (given) => given,
  );
  if (answer !== undefined) context.session.skip(row);
  context.session.note(row, undefined, {
    code: 'INCONSISTENT',
    severity: answer === undefined ? 'blocking' : 'info',
    from: `${path} ${message}`,
  });
}
