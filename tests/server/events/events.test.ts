import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createEvents } from '../../../server/events/sqlite-events.ts';
import { verifyEvents } from '../../../server/events/verify-events.ts';
import type { Database } from '../../../server/store/database.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { handClock, testStore } from '../../support/stores.ts';

const WHO = { id: 'wang', name: '王试' };
const GUARDS = ['events_are_never_edited', 'events_are_never_removed', 'events_are_only_appended'];

async function written(): Promise<Database> {
  const database = await testStore();
  const events = createEvents({ database, now: handClock().now, log: pino({ level: 'silent' }) });
  events.record({ actor: WHO, kind: 'login', subject: 'wang', address: '10.0.0.1' });
  events.record({ actor: WHO, kind: 'export', subject: 'reports.xlsx', detail: { rows: 3, broken: 'a\ud800\0b' } });
  events.record({ actor: { id: 'x\0', name: '\udc00' }, kind: 'logout' });
  return database;
}

/** As somebody with the file and a SQL shell would. */
const tamper = (database: Database, sql: string): void => {
  for (const guard of GUARDS) database.exec(`DROP TRIGGER ${guard}`);
  database.exec(sql);
};

describe('the chain of events', () => {
  it('verifies as it was written, broken text included', async () => {
    expect(verifyEvents(await written())).toEqual({ events: 3, findings: [] });
  });

  it('goes on after a restart, and reads newest first', async () => {
    const database = await written();
    const events = createEvents({ database, now: handClock().now, log: pino({ level: 'silent' }) });
    events.record({ actor: WHO, kind: 'login', subject: 'wang' });
    expect(verifyEvents(database).findings).toEqual([]);
    expect(events.list({ limit: 2 }).map(({ seq, kind }) => [seq, kind])).toEqual([
      [4, 'login'],
      [3, 'logout'],
    ]);
    expect(events.list({ limit: 9, kind: 'login', before: 4 }).map(({ seq }) => seq)).toEqual([1]);
  });

  it.each([
    ['an edit', "UPDATE events SET detail = '{}' WHERE seq = 2", 'event 2: is not what was written'],
    ['another address', "UPDATE events SET address = '1.2.3.4' WHERE seq = 1", 'event 1: is not what was written'],
    ['a removal', 'DELETE FROM events WHERE seq = 2', 'event 3: event 2 is missing'],
    ['a broken row', "UPDATE events SET detail = 'x' WHERE seq = 3", 'event 3:'],
    ['missing guards', '', 'events: the list is not protected against edits'],
  ])('shows %s', async (_what, sql, finding) => {
    const database = await written();
    tamper(database, sql);
    expect(verifyEvents(database).findings.some((found) => found.startsWith(finding))).toBe(true);
  });

  it('is protected against edits by whoever goes through SQL', async () => {
    const database = await written();
    for (const sql of ["UPDATE events SET kind = 'login'", 'DELETE FROM events']) {
      expect(() => database.exec(sql)).toThrow('append-only');
    }
  });

  it('refuses what cannot be written, or notes it elsewhere', async () => {
    const store = await testStore();
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const full: Database = {
      ...store,
      transaction: () => {
        throw new StorageError('disk-full', new Error('full'));
      },
    };
    const events = createEvents({ database: full, now: handClock().now, log });
    expect(() => events.record({ actor: WHO, kind: 'export' })).toThrow(StorageError);
    events.note({ actor: WHO, kind: 'login' });
    expect(lines.join('')).toContain('an event could not be written');
  });
});
