/** What the product stores: whole numbers, text and nothing. */
export type SqlValue = string | number | null;

export type Row = Readonly<Record<string, SqlValue>>;

export interface Statement {
  readonly run: (...values: readonly SqlValue[]) => { readonly changes: number };
  readonly get: (...values: readonly SqlValue[]) => Row | undefined;
  readonly all: (...values: readonly SqlValue[]) => readonly Row[];
  readonly iterate: (...values: readonly SqlValue[]) => Iterable<Row>;
}

export type EngineName = 'better-sqlite3' | 'node:sqlite';

/** What a SQLite driver has to offer, so that either of two can do the work. */
export interface Driver {
  readonly engine: EngineName;
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  readonly inTransaction: () => boolean;
  readonly close: () => void;
}

/** The one connection that reads and writes the store. */
export interface Database extends Driver {
  /**
   * Runs `work` in one transaction that is durable when this returns.
   * @throws StorageError when the disk or the file refuses; whatever `work` throws otherwise. Nothing then remains.
   */
  readonly transaction: <T>(work: () => T) => T;
}

/** Names in statements are always quoted: `group` and `groups` are SQL words. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The single value of a statement's first row. */
export function valueOf(driver: Driver, sql: string): SqlValue {
  const row = driver.prepare(sql).get();
  return row === undefined ? null : (Object.values(row)[0] ?? null);
}
