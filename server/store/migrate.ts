import { valueOf, type Database } from './database.ts';

/** One step from a version of the file to the next. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/**
 * Brings a database to the newest version, each step whole or not at all.
 * @throws Error in words when the file was written by a newer Paceboard.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const version = Number(valueOf(database, 'PRAGMA user_version'));
  if (version > migrations.length) {
    throw new Error(
      `the data was written by a newer Paceboard (version ${version}; this one knows ${migrations.length}); update Paceboard`,
    );
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    database.transaction(() => {
      database.exec(migration.sql);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
