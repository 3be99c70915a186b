import type { Migration } from '../migrate.ts';
import { ledgerTables } from './0001-ledger.ts';
import { wholeLedger } from './0002-whole-ledger.ts';
import { bandCounts } from './0003-band-counts.ts';
import { rankings } from './0004-rankings.ts';
import { importPictures } from './0005-import-pictures.ts';
import { lineageIndexes } from './0006-lineage-indexes.ts';
import { screenSettings } from './0007-screens.ts';

/** In order; the position is the file's version. Add at the end, never change an earlier one. */
export const MIGRATIONS: readonly Migration[] = [
  ledgerTables,
  wholeLedger,
  bandCounts,
  rankings,
  importPictures,
  lineageIndexes,
  screenSettings,
];
