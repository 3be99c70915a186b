import type { RecordHead } from '../register/declare.ts';
import { instant, type Instant } from '../time.ts';
import { derived } from './derived.ts';
import type { Table } from './table.ts';

const latestIn = (table: Table<RecordHead>): Instant => {
  let latest = 0;
  for (const { changedAt } of table.values()) latest = Math.max(latest, changedAt);
  return instant(latest);
};

/** When the record of a table that changed last did so; 0 for an empty table. What was deleted does not count. */
export const latestChangeOf = (table: Table<RecordHead>): Instant =>
  derived<RecordHead, Instant>(table, {
    name: 'latest change',
    build: latestIn,
    follow: (earlier, steps, of) => {
      // A record that stays only gets later; one that left may have been the latest.
      if (steps.some(({ before, after }) => !after && before && before.changedAt >= earlier)) return latestIn(of);
      return instant(Math.max(earlier, ...steps.map(({ after }) => after?.changedAt ?? 0)));
    },
  });
