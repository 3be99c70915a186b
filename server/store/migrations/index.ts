import type { Migration } from '../migrate.ts';
import { ledgerTables } from './0001-ledger.ts';
import { wholeLedger } from './0002-whole-ledger.ts';
import { bandCounts } from './0003-band-counts.ts';

/** In order; the position is the file's version. Add at the end, never change an earlier one. */
export const MIGRATIONS: readonly Migration[] = [ledgerTables, wholeLedger, bandCounts];
