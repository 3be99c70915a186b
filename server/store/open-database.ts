import { openBetterSqlite3 } from './better-sqlite3-database.ts';
import { valueOf, type Database, type Driver } from './database.ts';
import { openNodeSqlite } from './node-sqlite-database.ts';
import { isBusy } from './storage-failure.ts';
import { withTransactions } from './transaction.ts';

export type Opener = (file: string) => Driver | Promise<Driver>;

/** better-sqlite3 first; Node's own SQLite where the former's native file does not load. */
const OPENERS: readonly Opener[] = [openBetterSqlite3, openNodeSqlite];

/** Earlier versions can damage a file in WAL mode (the WAL-reset bug, 3.7.0 to 3.51.2). */
const LEAST_VERSION = [3, 51, 3] as const;

/** Milliseconds to wait for a server that is just closing the file. */
const BUSY_TIMEOUT = 1000;

const FULL = 2;

/** Another process has the file open. */
export class InUseError extends Error {
  override readonly name = 'InUseError';

  constructor(file: string, cause: unknown) {
    super(`${file} is in use by another Paceboard process; stop that one first`, { cause });
  }
}

/** Whether a SQLite version has every fix that the store relies on. */
export function isUsableVersion(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_VERSION.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

const expect = (what: string, found: unknown, wanted: unknown): void => {
  if (found !== wanted) throw new Error(`SQLite runs with ${what} = ${String(found)}, not ${String(wanted)}`);
};

/**
 * Durable, checked and ours alone: the exclusive lock belongs to the process, so that it ends with it, however
 * it ends, and no stale lock remains.
 */
function configure(driver: Driver, file: string): void {
  driver.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}; PRAGMA locking_mode = EXCLUSIVE; PRAGMA trusted_schema = OFF;`);
  const version = String(valueOf(driver, 'SELECT sqlite_version()'));
  if (!isUsableVersion(version))
    throw new Error(`SQLite ${LEAST_VERSION.join('.')} or newer is needed, not ${version}`);
  const journal = valueOf(driver, 'PRAGMA journal_mode = WAL');
  driver.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 16777216;');
  expect('journal_mode', journal, file === ':memory:' ? 'memory' : 'wal');
  expect('synchronous', valueOf(driver, 'PRAGMA synchronous'), FULL);
  expect('foreign_keys', valueOf(driver, 'PRAGMA foreign_keys'), 1);
  driver.exec('BEGIN IMMEDIATE; COMMIT;');
}

async function openFirst(file: string, openers: readonly Opener[]): Promise<Driver> {
  const failures: unknown[] = [];
  for (const open of openers) {
    try {
      return await open(file);
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `${file} cannot be opened: ${failures.map(String).join('; ')}`);
}

/**
 * Opens a database file (or `:memory:`) with the first engine that works here, for this process alone.
 * Never open the same file in this process by other means: closing that would silently end the lock.
 * @throws InUseError when another process has it open; Error in words when it cannot be used safely.
 */
export async function openDatabase(file: string, openers: readonly Opener[] = OPENERS): Promise<Database> {
  const driver = await openFirst(file, openers);
  try {
    configure(driver, file);
  } catch (error) {
    driver.close();
    throw isBusy(error) ? new InUseError(file, error) : error;
  }
  return withTransactions(driver);
}
