import type { Values } from '../../core/register/check-record.ts';
import type { Register } from '../../core/register/declare.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { columnOf, secretNames, toColumn, valuesIn } from './columns.ts';
import { quoted, type Database, type Row, type SqlValue } from './database.ts';

/** What every row has besides its register's fields. */
export interface RowHead {
  readonly id: string;
  readonly revision: number;
  readonly changedAt: number;
}

/** One register's table: each record's present values, secrets included. */
export interface TableRows {
  readonly insert: (head: RowHead, values: Values) => void;
  readonly update: (head: RowHead, values: Values) => void;
  readonly remove: (id: string) => void;
  /** The secret values of a record. */
  readonly secrets: (id: string) => Values;
  readonly all: () => Iterable<Row>;
}

export type Rows = (register: RegisterName) => TableRows;

function tableRows(database: Database, register: Register): TableRows {
  const table = quoted(register.name);
  const names = Object.keys(register.fields);
  const columns = names.map((name) => quoted(columnOf(name)));
  const secrets = secretNames(register);
  const insert = database.prepare(
    `INSERT INTO ${table} (id, revision, changed_at, ${columns.join(', ')}) VALUES (?, ?, ?${', ?'.repeat(columns.length)})`,
  );
  const update = database.prepare(
    `UPDATE ${table} SET revision = ?, changed_at = ?, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  );
  const remove = database.prepare(`DELETE FROM ${table} WHERE id = ?`);
  const one = database.prepare(`SELECT * FROM ${table} WHERE id = ?`);
  const all = database.prepare(`SELECT * FROM ${table} ORDER BY id`);
  const stored = (values: Values): SqlValue[] =>
    Object.entries(register.fields).map(([name, field]) => toColumn(field, values[name]));
  return {
    insert: ({ id, revision, changedAt }, values) => void insert.run(id, revision, changedAt, ...stored(values)),
    update: ({ id, revision, changedAt }, values) => void update.run(revision, changedAt, ...stored(values), id),
    remove: (id) => void remove.run(id),
    secrets: (id) => {
      const row = secrets.length > 0 ? one.get(id) : undefined;
      return row ? valuesIn(register, row, secrets) : {};
    },
    all: () => all.iterate(),
  };
}

/** Statements for every register's table, prepared once. */
export function createRows(database: Database): Rows {
  const tables = Object.fromEntries(
    Object.keys(REGISTERS).map((name) => [name, tableRows(database, registerNamed(name as RegisterName))]),
  ) as Record<RegisterName, TableRows>;
  return (register) => tables[register];
}
