import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { inOrder } from '../../../core/keyed-rows.ts';
import { explore, type ExploreOptions } from '../../../core/boards/explore.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { MEASURE_IDS } from '../../../core/measures/ids.ts';
import { parseDate, type IsoDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';
import { contextAt } from '../../support/projects-ledger.ts';

const demo = demoLedger();

const day = (text: string): IsoDate => {
  const date = parseDate(text);
  if (!date) throw new Error(text);
  return date;
};

const rowsAt = (date: string, options: ExploreOptions) => inOrder(explore(contextAt(demo, date), options).rows);

describe('the ranking by any measure', () => {
  it('by completion is the ranking of units, with exact and printed numbers', () => {
    for (const group of ['township', 'park', 'department'] as const) {
      const rows = rowsAt('2017-05-31', { measure: 'investmentCompletionRate', group });
      const ranking = unitRanking(contextAt(demo, '2017-05-31'), group).rows;
      const ranked = rows.filter(({ rank }) => rank !== undefined);
      expect(ranked.map(({ id, rank, value }) => [id, rank, value?.text])).toEqual(
        inOrder(ranking).map(({ id, rank, rate }) => [id, rank, rate?.text]),
      );
    }
    const [first] = rowsAt('2017-05-31', { measure: 'investmentCompletionRate', group: 'park' });
    expect(first).toMatchObject({ name: '商务中心区管委会', above: 998_000_000, below: 1_666_000_000 });
    expect(first?.value).toMatchObject({ exact: '998000000/1666000000', text: '59.90' });
  });

  it('puts rank and number of another date beside it', () => {
    const rows = rowsAt('2017-12-31', {
      measure: 'investmentCompletionRate',
      group: 'township',
      against: day('2017-08-31'),
    });
    expect(rows.slice(2, 4)).toMatchObject([
      { name: '柳园乡', rank: 3, before: { rank: 4, value: { text: '91.0' } }, change: { kind: 'up', by: 1 } },
      { name: '滨河路街道办', rank: 4, before: { rank: 3, value: { text: '94.9' } }, change: { kind: 'down', by: 1 } },
    ]);
    // 23 020 of 45 000: rounded once, not the 51.2 of the printed rates.
    expect(rows[2]?.grown).toBe('+51.1');
  });

  it('puts the fewest first where less is better', () => {
    const rows = rowsAt('2017-12-31', { measure: 'noticesIssued' }).filter(({ rank }) => rank !== undefined);
    const numbers = rows.map(({ value }) => Number(value?.text));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(rows[0]).toMatchObject({ rank: 1, tied: true });
    expect(numbers.at(-1)).toBeGreaterThan(0);
  });

  it('ranks projects too, all groups or one, and keeps what has no number at the end', () => {
    const rows = rowsAt('2017-12-31', { measure: 'scheduleVariance', of: 'projects' });
    expect(rows).toHaveLength(42);
    expect(rows.at(-1)).toMatchObject({ id: 'KP2017-037', value: { text: '-40.0' } });
    const parks = rowsAt('2017-12-31', { measure: 'milestoneRate', of: 'projects', group: 'park' });
    expect(parks).toHaveLength(18);
    const unranked = parks.map(({ rank }) => rank === undefined);
    expect(unranked.lastIndexOf(false)).toBe(unranked.filter((each) => !each).length - 1);
  });

  it('gives every measure a ranking whose ranks are dense', () => {
    const of = fc.constantFrom('units' as const, 'projects' as const);
    const date = fc.constantFrom('2017-01-31', '2017-05-31', '2017-12-31');
    fc.assert(
      fc.property(fc.constantFrom(...MEASURE_IDS), of, date, (measure, what, asOf) => {
        const ranks = rowsAt(asOf, { measure, of: what }).flatMap(({ rank }) => rank ?? []);
        ranks.forEach((rank, index) => {
          const before = ranks[index - 1] ?? 0;
          expect(rank === before || rank === before + 1).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });
});
