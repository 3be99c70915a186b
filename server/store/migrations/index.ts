import type { Migration } from '../migrate.ts';
import { ledgerTables } from './0001-ledger.ts';

/** In order; the position is the file's version. Add at the end, never change an earlier one. */
export const MIGRATIONS: readonly Migration[] = [ledgerTables];
