import { StorageError } from './storage-error.ts';

const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const NAMES: Readonly<Record<string, number>> = { SQLITE_BUSY, SQLITE_FULL, ENOSPC: SQLITE_FULL };

/** SQLite's primary result code in an error of either driver; 0 for another code of SQLite's, null for none. */
function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  // node:sqlite gives the extended code, whose low byte is the primary one.
  if (typeof errcode === 'number') return errcode & 0xff;
  if (typeof code !== 'string') return null;
  const known = Object.entries(NAMES).find(([name]) => code === name || code.startsWith(`${name}_`));
  if (known) return known[1];
  return code.startsWith('SQLITE_') ? 0 : null;
}

/** The error to pass on: a StorageError for whatever SQLite or the disk refused, any other error as it is. */
export function storageFailure(error: unknown): unknown {
  const code = resultCode(error);
  if (code === null) return error;
  return new StorageError(code === SQLITE_FULL ? 'disk-full' : 'storage', error);
}

export const isBusy = (error: unknown): boolean => resultCode(error) === SQLITE_BUSY;
