import { describe, expect, it } from 'vitest';
import { flagHolderAfter } from '../../../core/contests/flag.ts';
import { pairNeighbours, unitsByRank } from '../../../core/contests/pairing.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';

const YEAR_END = '2017-12-31' as IsoDate;

const contest = (id: string, asOf: string, values: object): ChangeRequest => ({
  kind: 'create',
  register: 'contests',
  record: id,
  values: { season: '2017', round: 1, kind: 'rival', measure: '完成率', asOf, ...values },
});

describe('pairing', () => {
  it('lets neighbours meet and gives an odd last one a bye', () => {
    expect(pairNeighbours(['a', 'b', 'c', 'd', 'e'])).toEqual([
      { first: 'a', second: 'b' },
      { first: 'c', second: 'd' },
      { first: 'e' },
    ]);
    expect(pairNeighbours([])).toEqual([]);
  });

  it('takes the ranking of the group at the date, without units that have no rank', () => {
    const names = unitsByRank(demoLedger(), 'township', YEAR_END).map(
      (id) => demoLedger().tables.units.get(id)?.shortName ?? '',
    );
    expect(names[0]).toBe('文化路');
    expect(names).toHaveLength(5);
    expect(unitsByRank(ledgerWith(OFFICE), 'township', '2017-05-31' as IsoDate)).toEqual(['u2', 'u1']);
  });
});

describe('the flag', () => {
  const ledger = ledgerWith([
    ...OFFICE,
    contest('old', '2017-03-31', { firstUnit: 'u1', secondUnit: 'u2', result: 'first', flagHolder: 'u1' }),
    contest('later', '2017-04-30', { round: 2, firstUnit: 'u2', secondUnit: 'u3', result: 'second', flagHolder: 'u3' }),
  ]);
  const now = { id: 'now', round: 3, asOf: '2017-05-31' as IsoDate };

  it('goes to the winner', () => {
    expect(flagHolderAfter(ledger, now, { result: 'second', firstUnit: 'u1', secondUnit: 'u2' })).toBe('u2');
    expect(flagHolderAfter(ledger, now, { result: 'first', firstUnit: 'u1', secondUnit: 'u2' })).toBe('u1');
  });

  it('stays after a draw with whoever came with it', () => {
    expect(flagHolderAfter(ledger, now, { result: 'draw', firstUnit: 'u2', secondUnit: 'u1' })).toBe('u1');
    expect(flagHolderAfter(ledger, now, { result: 'bye', firstUnit: 'u3' })).toBe('u3');
  });

  it('is with nobody where neither came with one, or both did', () => {
    expect(flagHolderAfter(ledger, now, { result: 'bye', firstUnit: 'u2' })).toBeNull();
    expect(flagHolderAfter(ledger, now, { result: 'draw', firstUnit: 'u1', secondUnit: 'u3' })).toBeNull();
  });

  it('does not look at contests of a later date', () => {
    const before = { id: 'then', round: 1, asOf: '2017-02-28' as IsoDate };
    expect(flagHolderAfter(ledger, before, { result: 'draw', firstUnit: 'u1', secondUnit: 'u2' })).toBeNull();
  });
});
