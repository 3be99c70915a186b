/** Commits sets of three changes without end and says each acknowledged revision; is killed by the test. */
import { writeSync } from 'node:fs';
import { monotonicClock } from '../../../server/clock.ts';
import { createChanges } from '../../../server/changes/sqlite-changes.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { openStore } from '../../../server/store/open-store.ts';

const WRITER = { id: 'writer', name: 'writer' };
const [folder = ''] = process.argv.slice(2);
const database = await openStore(folder);
const changes = createChanges(database, {
  now: monotonicClock(),
  onError: (error) => {
    throw error;
  },
});

const setFor = (number: number): readonly ChangeRequest[] => {
  const id = `u${number}`;
  const values = { name: id, shortName: id, group: 'park', officialOrder: 1 };
  return [
    { kind: 'create', register: 'units', record: id, values },
    { kind: 'update', register: 'units', record: id, values: { officialOrder: 2 } },
    { kind: 'update', register: 'units', record: id, values: { otherNames: ['x'.repeat(number % 150) || 'x'] } },
  ];
};

for (let number = changes.ledger().revision; ; number += 3) {
  const outcome = changes.commit(WRITER, setFor(number));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  writeSync(1, `${outcome.value.ledger.revision}\n`);
}
