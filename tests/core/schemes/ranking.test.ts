import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStandings, placeStandings, type Standing } from '../../../core/schemes/ranking.ts';
import type { RankMethod } from '../../../core/schemes/scheme.ts';
import { exact } from './hand-inputs.ts';

const standing = (id: string, score: number, more: Partial<Standing> = {}): Standing => ({
  id,
  officialOrder: id.charCodeAt(0),
  score: exact(score),
  chain: [],
  drop: 0,
  ...more,
});

const ranksOf = (standings: readonly Standing[], method: RankMethod = 'dense') =>
  placeStandings(standings, method).map(({ standing: { id }, rank }) => `${rank}${id}`);

const FOUR = [standing('d', 70), standing('c', 80), standing('b', 80), standing('a', 90)];

describe('ranks', () => {
  it.each([
    ['dense', ['1a', '2b', '2c', '3d']],
    ['competition', ['1a', '2b', '2c', '4d']],
    ['ordinal', ['1a', '2b', '3c', '4d']],
  ] as const)('of equals by the method %s', (method, ranks) => {
    expect(ranksOf(FOUR, method)).toEqual(ranks);
  });

  it('say who shares one', () => {
    expect(placeStandings(FOUR, 'ordinal').map(({ tied }) => tied)).toEqual([false, true, true, false]);
  });

  it('among equal scores go by the first measure that differs; what is missing comes last', () => {
    const chained = [
      standing('a', 80, { chain: [exact(1), exact(5)] }),
      standing('b', 80, { chain: [exact(1), exact(6)] }),
      standing('c', 80, { chain: [null, exact(9)] }),
      standing('d', 80, { chain: [exact('1/3'), null] }),
      standing('e', 80, { chain: [exact('2/6'), null] }),
    ];
    expect(ranksOf(chained)).toEqual(['1b', '2a', '3d', '3e', '4c']);
  });

  it('see a difference that no decimal shows', () => {
    expect(ranksOf([standing('a', 80), { ...standing('b', 0), score: exact('800000000001/10000000000') }])).toEqual([
      '1b',
      '2a',
    ]);
  });
});

const dropping = (drops: Readonly<Record<string, number>>, method?: RankMethod) =>
  ranksOf(
    FOUR.map((each) => ({ ...each, drop: drops[each.id] ?? 0 })),
    method,
  );

describe('places lost by a gate', () => {
  it('are counted behind the classes that pass', () => {
    expect(dropping({ a: 1 })).toEqual(['1b', '1c', '2a', '3d']);
    expect(dropping({ a: 2 })).toEqual(['1b', '1c', '2d', '3a']);
    expect(dropping({ a: 9 })).toEqual(['1b', '1c', '2d', '3a']);
    expect(dropping({ d: 1 })).toEqual(['1a', '2b', '2c', '3d']);
  });

  it('put who shared a rank behind its former equals', () => {
    expect(dropping({ b: 1 })).toEqual(['1a', '2c', '3b', '4d']);
    expect(dropping({ b: 1 }, 'competition')).toEqual(['1a', '2c', '3b', '4d']);
    expect(dropping({ b: 2 })).toEqual(['1a', '2c', '3d', '4b']);
    expect(dropping({ b: 1, c: 1 })).toEqual(['1a', '2d', '3b', '3c']);
  });
});

const standings = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 3 }),
      chain: fc.tuple(
        fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
        fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
      ),
      drop: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ score, chain, drop }, index) =>
      standing(String.fromCharCode(97 + index), score, {
        chain: chain.map((each) => (each === null ? null : exact(each))),
        drop,
      }),
    ),
  );

describe('any standings', () => {
  it('are a total preorder', () => {
    const three = standings.filter((all) => all.length >= 3).map((all) => all.slice(0, 3));
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        if (!a || !b || !c) throw new Error('three');
        expect(Math.sign(compareStandings(a, b)) + Math.sign(compareStandings(b, a))).toBe(0);
        expect(compareStandings(a, a)).toBe(0);
        const isChain = compareStandings(a, b) <= 0 && compareStandings(b, c) <= 0;
        expect(isChain && compareStandings(a, c) > 0).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('get the same ranks in any order of the rows', () => {
    const shuffled = standings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const methods = fc.constantFrom<RankMethod>('dense', 'competition', 'ordinal');
    fc.assert(
      fc.property(shuffled, methods, ([all, other], method) => {
        expect(ranksOf(other, method)).toEqual(ranksOf(all, method));
      }),
    );
  });

  it('have no gap in dense ranks, and a place for each in ordinal ones', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const dense = placeStandings(all, 'dense').map(({ rank }) => rank);
        expect([...new Set(dense)]).toEqual(Array.from({ length: Math.max(...dense) }, (_, index) => index + 1));
        expect(placeStandings(all, 'ordinal').map(({ rank }) => rank)).toEqual(all.map((_, index) => index + 1));
      }),
    );
  });

  it('leave nobody better off by losing places', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const without = new Map(
          placeStandings(
            all.map((each, index) => (index === 0 ? { ...each, drop: 0 } : each)),
            'competition',
          ).map(({ standing: { id }, rank }) => [id, rank]),
        );
        const first = placeStandings(all, 'competition').find(({ standing: { id } }) => id === all[0]?.id);
        expect(first?.rank).toBeGreaterThanOrEqual(without.get(first?.standing.id ?? '') ?? 0);
      }),
    );
  });
});
