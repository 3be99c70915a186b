import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { epochOf } from './epoch.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openDatabase, type Opener } from './open-database.ts';

/** The database's name in the data folder. */
export const DATABASE_FILE = 'paceboard.db';

/** Opens a database, of a file or `:memory:`, and brings it to this version. */
export async function openStoreFile(file: string, openers?: readonly Opener[]): Promise<Database> {
  const database = await openDatabase(file, openers);
  try {
    migrate(database, MIGRATIONS);
    epochOf(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Opens the store of a data folder, making the folder and the store when they are missing. */
export async function openStore(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openStoreFile(join(folder, DATABASE_FILE));
}
