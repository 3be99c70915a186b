import type BetterSqlite3 from 'better-sqlite3';
import type { Driver, Row } from './database.ts';

/**
 * Opens a file with better-sqlite3.
 * @throws when its native file cannot be loaded here (older system libraries), or the file cannot be opened.
 */
export async function openBetterSqlite3(file: string): Promise<Driver> {
  const { default: Connection } = await import('better-sqlite3');
  return driverOf(new Connection(file));
}

const driverOf = (connection: BetterSqlite3.Database): Driver => ({
  engine: 'better-sqlite3',
  exec: (sql) => void connection.exec(sql),
  prepare: (sql) => {
    const statement = connection.prepare<unknown[], Row>(sql);
    return {
      run: (...values) => ({ changes: statement.run(...values).changes }),
      get: (...values) => statement.get(...values),
      all: (...values) => statement.all(...values),
      iterate: (...values) => statement.iterate(...values),
    };
  },
  inTransaction: () => connection.inTransaction,
  close: () => void connection.close(),
});
