import { DatabaseSync } from 'node:sqlite';
import type { Driver, Row } from './database.ts';

/** Opens a file with the SQLite inside Node: for machines whose system libraries are too old for better-sqlite3. */
export function openNodeSqlite(file: string): Driver {
  const connection = new DatabaseSync(file);
  return {
    engine: 'node:sqlite',
    exec: (sql) => connection.exec(sql),
    prepare: (sql) => {
      const statement = connection.prepare(sql);
      return {
        run: (...values) => ({ changes: Number(statement.run(...values).changes) }),
        // Columns hold only text and whole numbers (the tables are STRICT), so no row has a blob or a bigint.
        get: (...values) => statement.get(...values) as Row | undefined,
        all: (...values) => statement.all(...values) as Row[],
        iterate: (...values) => statement.iterate(...values) as Iterable<Row>,
      };
    },
    inTransaction: () => connection.isTransaction,
    // Closing twice is fine, as it is with the other driver.
    close: () => {
      if (connection.isOpen) connection.close();
    },
  };
}
