import type { Field } from '../../core/register/field.ts';
import type { Values } from '../../core/register/check-record.ts';
import type { Register } from '../../core/register/declare.ts';
import type { Row, SqlValue } from './database.ts';

/** The column of a field: `completedYtdYuan` is `completed_ytd_yuan`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The SQL type of a field's column. */
export const columnType = (field: Field): 'INTEGER' | 'TEXT' =>
  ['integer', 'yuan', 'boolean'].includes(field.kind) ? 'INTEGER' : 'TEXT';

const isJson = (field: Field): boolean => ['document', 'texts', 'references'].includes(field.kind);

/** A checked value as its column holds it. */
export function toColumn(field: Field, value: unknown): SqlValue {
  if (value === undefined || value === null) return null;
  if (isJson(field)) return JSON.stringify(value);
  if (field.kind === 'boolean') return value === true ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`a field of kind ${field.kind} cannot be stored`);
}

/** The value that a column holds; undefined for none. */
export function fromColumn(field: Field, stored: SqlValue | undefined): unknown {
  if (stored === null || stored === undefined) return undefined;
  if (isJson(field)) return JSON.parse(String(stored));
  return field.kind === 'boolean' ? stored === 1 : stored;
}

/** The values of the named fields in a row. */
export function valuesIn(register: Register, row: Row, names: readonly string[]): Values {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const field = register.fields[name];
    const value = field && fromColumn(field, row[columnOf(name)]);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

export const secretNames = (register: Register): readonly string[] =>
  Object.keys(register.fields).filter((name) => register.fields[name]?.secret);
