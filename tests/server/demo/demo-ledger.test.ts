import { describe, expect, it } from 'vitest';
import { proposalsFor } from '../../../core/schemes/honours-at.ts';
import { valuesOf } from '../../../core/ledger/ledger.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import { prepareFirstStart } from '../../../server/cli/first-start.ts';
import { createRows } from '../../../server/store/rows.ts';
import { testParts } from '../../support/parts.ts';

/**
 * Registers that the demo leaves empty: nobody was criticised or excused, editions need people
 * who review and sign them, and the rest is the product's own.
 */
const EMPTY: readonly RegisterName[] = [
  'themes',
  'criticisms',
  'exemptions',
  'editions',
  'editionReviews',
  'delegations',
  'imports',
  'importTemplates',
  'users',
  'tokens',
];

describe('the first start in an empty folder', () => {
  it('loads the demo ledger with something in every register, and each row holds what the ledger does', async () => {
    const { parts, database } = await testParts([], { demo: 'auto' });
    await prepareFirstStart(parts);
    const { tables } = parts.changes.ledger();
    const rows = createRows(database);
    for (const name of Object.keys(REGISTERS) as RegisterName[]) {
      expect([name, tables[name].size > 0]).toEqual([name, !EMPTY.includes(name)]);
      expect([...rows(name).all()]).toHaveLength(tables[name].size);
    }
    const group = tables.workGroups.get('group-1');
    const stored = [...rows('workGroups').all()].find(({ id }) => id === 'group-1');
    expect(JSON.parse(String(stored?.['units']))).toEqual(group?.units);
    expect(group && valuesOf(registerNamed('workGroups'), group)['units']).toHaveLength(16);
  });

  it('has on its red boards whom the scheme in force proposes', async () => {
    const { parts } = await testParts([], { demo: 'auto' });
    await prepareFirstStart(parts);
    const ledger = parts.changes.ledger();
    for (const { board, group, asOf, scheme, units } of ledger.tables.boardSignoffs.values()) {
      expect([board, proposalsFor(ledger, scheme, asOf, group)?.red]).toEqual(['red', units]);
    }
  });

  it('names only people that are recognisably made up, and holds no number of a person', async () => {
    const { parts } = await testParts([], { demo: 'auto' });
    await prepareFirstStart(parts);
    const { leaders, projects, decisions, visits } = parts.changes.ledger().tables;
    expect([...leaders.values()].filter(({ name }) => !name.includes('例'))).toEqual([]);
    const persons = [
      ...[...projects.values()].flatMap(({ responsiblePerson, siteLead }) => [responsiblePerson, siteLead]),
      ...[...decisions.values()].map(({ person }) => person),
      ...[...visits.values()].flatMap(({ visitors }) => visitors ?? []),
    ];
    expect(persons.filter((name) => name !== undefined && !name.includes('试'))).toEqual([]);
    expect(parts.changes.secret('projects', 'KP2017-001', 'liaisonPhone')).toBeNull();
  });

  it('loads the public holidays and two drafts of schemes where the demo is declined, and nothing twice', async () => {
    const { parts } = await testParts([], { demo: 'never' });
    await prepareFirstStart(parts);
    const { tables, revision } = parts.changes.ledger();
    expect(tables.holidays.get('day-2026-02-28')).toMatchObject({ kind: 'workday', name: '春节' });
    expect([...tables.schemes.values()].map(({ id, state }) => [id, state])).toEqual([
      ['scheme-a', 'draft'],
      ['scheme-b', 'draft'],
    ]);
    expect(tables.holidays.size + 2).toBe(revision);
    await prepareFirstStart(parts);
    expect(parts.changes.ledger().revision).toBe(revision);
  });

  it('leaves a ledger alone that has begun', async () => {
    const { parts } = await testParts(undefined, { demo: 'auto' });
    const { revision } = parts.changes.ledger();
    await prepareFirstStart(parts);
    expect(parts.changes.ledger().revision).toBe(revision);
  });
});
