import { describe, expect, it } from 'vitest';
import type { Database } from '../../../server/store/database.ts';
import { verifyLog } from '../../../server/changes/verify-log.ts';
import { accept, leader, project, testChanges, testStore, unit } from '../../support/stores.ts';

async function filled(): Promise<Database> {
  const database = await testStore();
  const changes = testChanges(database);
  accept(changes, unit('a', { otherNames: ['甲'] }), unit('b'), leader('l', { phone: '138' }), project('p', 'a'));
  accept(changes, { kind: 'update', register: 'units', record: 'b', values: { officialOrder: 9 } });
  accept(changes, { kind: 'delete', register: 'leaders', record: 'l' });
  return database;
}

const unguard = (database: Database): void =>
  database.exec('DROP TRIGGER changes_are_never_edited; DROP TRIGGER changes_are_never_removed');

describe('verifying the log', () => {
  it('finds nothing in what the product wrote', async () => {
    expect(verifyLog(await filled())).toEqual({ changes: 6, findings: [] });
    expect(verifyLog(await testStore())).toEqual({ changes: 0, findings: [] });
  });

  it('is helped by a database that refuses to edit, remove or replace log entries', async () => {
    const database = await filled();
    expect(() => database.exec("UPDATE changes SET actor_name = 'nobody'")).toThrow('append-only');
    expect(() => database.exec('DELETE FROM changes WHERE seq = 6')).toThrow('append-only');
    expect(() => database.exec('INSERT OR REPLACE INTO changes SELECT * FROM changes WHERE seq = 1')).toThrow(
      'append-only',
    );
  });

  it.each([
    ['an author', "UPDATE changes SET actor_name = '别人' WHERE seq = 2", 'change 2: is not what was written'],
    ['a time', 'UPDATE changes SET at = at + 1 WHERE seq = 3', 'change 3: is not what was written'],
    [
      'a value',
      `UPDATE changes SET fields = replace(fields, '单位b', '单位c') WHERE seq = 2`,
      'change 2: is not what was written',
    ],
    ['a reason', "UPDATE changes SET reason = 'x' WHERE seq = 1", 'change 1: is not what was written'],
    ['an entry taken out', 'DELETE FROM changes WHERE seq = 3', 'change 4: change 3 is missing'],
    ['the first entry taken out', 'DELETE FROM changes WHERE seq = 1', 'change 2: change 1 is missing'],
    [
      'two entries that changed places',
      'UPDATE changes SET seq = 99 WHERE seq = 1; UPDATE changes SET seq = 1 WHERE seq = 2; UPDATE changes SET seq = 2 WHERE seq = 99',
      'change 1: does not continue the change before it',
    ],
    ['a text that is no JSON', "UPDATE changes SET fields = '{' WHERE seq = 2", 'change 2: '],
    [
      'an unknown register',
      "UPDATE changes SET register = 'secrets' WHERE seq = 2",
      'change 2: change 2 is not readable',
    ],
  ])('finds %s', async (_, sql, finding) => {
    const database = await filled();
    unguard(database);
    database.exec(sql);
    const { findings } = verifyLog(database);
    expect(findings).toContain('changes: the log is not protected against edits');
    expect(findings.some((each) => each.startsWith(finding))).toBe(true);
  });

  it.each([
    [
      'a value',
      "UPDATE units SET official_order = 1 WHERE id = 'b'",
      'units/b: officialOrder is not what the log says',
    ],
    [
      'a list',
      `UPDATE units SET other_names = '["乙"]' WHERE id = 'a'`,
      'units/a: otherNames is not what the log says',
    ],
    [
      'a broken list',
      "UPDATE units SET other_names = '[' WHERE id = 'a'",
      'units/a: otherNames is not what the log says',
    ],
    ['a revision', "UPDATE units SET revision = 1 WHERE id = 'b'", 'units/b: was written past the log'],
    ['a missing row', "DELETE FROM units WHERE id = 'b'", 'units/b: its row is missing'],
    [
      'a row of a deleted record',
      "INSERT INTO leaders (id, revision, changed_at, name, protocol_order) VALUES ('l', 6, 6, '领导l', 1)",
      'leaders/l: the log knows no such record',
    ],
    [
      'a broken reference',
      "PRAGMA foreign_keys = OFF; DELETE FROM units WHERE id = 'a'",
      'projects: row 1 refers to nothing',
    ],
  ])('finds %s in the rows', async (_, sql, finding) => {
    const database = await filled();
    database.exec(sql);
    expect(verifyLog(database).findings).toContain(finding);
  });
});
