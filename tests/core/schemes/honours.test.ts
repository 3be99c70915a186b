import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctionsOf, type Candidate } from '../../../core/schemes/honours.ts';
import type { Honours } from '../../../core/schemes/scheme.ts';

const RULES: Honours = {
  target: { measure: 'investmentCompletionRate', value: 100 },
  red: { rank: 3, small: 2, smallBelow: 6 },
  black: { last: 2, small: 1, smallBelow: 6 },
  rankBy: 'score',
};

const candidate = (
  unit: string,
  rank: number | null,
  met: boolean | null,
  more: Partial<Candidate> = {},
): Candidate => ({
  unit,
  rank,
  met,
  exempt: false,
  noRed: false,
  ...more,
});

const on = (candidates: readonly Candidate[], which: 'honour' | 'warning'): readonly string[] =>
  [...distinctionsOf(candidates, RULES)].flatMap(([unit, distinction]) => (distinction === which ? [unit] : []));

/** Seven units in order; the first four met the target. */
const SEVEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((unit, at) => candidate(unit, at + 1, at < 4));

const changed = (unit: string, more: Partial<Candidate>): readonly Candidate[] =>
  SEVEN.map((each) => (each.unit === unit ? { ...each, ...more } : each));

describe('the rules of red and black boards', () => {
  it('praise the first three who met the target and warn the last two who missed it', () => {
    expect(on(SEVEN, 'honour')).toEqual(['a', 'b', 'c']);
    expect(on(SEVEN, 'warning')).toEqual(['f', 'g']);
  });

  it('take two and one in a group of fewer than six', () => {
    const five = SEVEN.slice(0, 5);
    expect(on(five, 'honour')).toEqual(['a', 'b']);
    expect(on(five, 'warning')).toEqual(['e']);
    expect(on([...five, candidate('z', 6, false)], 'warning')).toEqual(['e', 'z']);
  });

  it('leave places empty where a leading unit missed the target or a last one met it', () => {
    expect(on(changed('b', { met: false }), 'honour')).toEqual(['a', 'c']);
    expect(on(changed('g', { met: true }), 'warning')).toEqual(['f']);
    expect(
      on(
        SEVEN.map((each) => ({ ...each, met: false })),
        'honour',
      ),
    ).toEqual([]);
    expect(
      on(
        SEVEN.map((each) => ({ ...each, met: true })),
        'warning',
      ),
    ).toEqual([]);
  });

  it('never warn who missed the target by accepted force majeure, and take nobody in the place', () => {
    expect(on(changed('g', { exempt: true }), 'warning')).toEqual(['f']);
  });

  it('keep who is under a veto off the red board, and take nobody in the place', () => {
    expect(on(changed('a', { noRed: true }), 'honour')).toEqual(['b', 'c']);
  });

  it('take all who share the rank at the border', () => {
    const shared = [1, 2, 3, 3, 4, 5, 5].map((rank, at) => candidate(`u${at}`, rank, at < 4));
    expect(on(shared, 'honour')).toEqual(['u0', 'u1', 'u2', 'u3']);
    expect(on(shared, 'warning')).toEqual(['u5', 'u6']);
    const lastShared = [1, 2, 3, 4, 5, 5, 6].map((rank, at) => candidate(`u${at}`, rank, at < 4));
    expect(on(lastShared, 'warning')).toEqual(['u4', 'u5', 'u6']);
  });

  it('say nothing of a unit alone, without a rank, or without a base of the target', () => {
    expect(on([candidate('a', 1, true)], 'honour')).toEqual([]);
    expect(on([candidate('a', 1, false)], 'warning')).toEqual([]);
    expect(on(changed('g', { rank: null }), 'warning')).toEqual(['e', 'f']);
    expect(on(changed('g', { met: null }), 'warning')).toEqual(['f']);
    expect(on(changed('a', { met: null }), 'honour')).toEqual(['b', 'c']);
  });

  it('take a group for small by those who can be on a board: ranked, with a base, excused or not', () => {
    const six = SEVEN.slice(0, 6);
    expect(on(six, 'honour')).toEqual(['a', 'b', 'c']);
    const judged = (more: Partial<Candidate>) => six.map((each) => (each.unit === 'd' ? { ...each, ...more } : each));
    expect(on(judged({ met: null }), 'honour')).toEqual(['a', 'b']);
    expect(on(judged({ rank: null }), 'honour')).toEqual(['a', 'b']);
    expect(on(judged({ met: false, exempt: true }), 'honour')).toEqual(['a', 'b', 'c']);
    expect(on(judged({ met: null }), 'warning')).toEqual(['f']);
    expect(on([candidate('a', 1, true), candidate('b', 2, null)], 'honour')).toEqual([]);
  });

  it('never put a unit on both, warn only who missed, and praise only who met, whatever the ranks', () => {
    const one = fc.record({
      rank: fc.option(fc.integer({ min: 1, max: 9 })),
      met: fc.option(fc.boolean()),
      exempt: fc.boolean(),
      noRed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (drawn) => {
        const candidates = drawn.map((each, at) => ({ unit: `u${at}`, ...each }));
        const [red, black] = [on(candidates, 'honour'), on(candidates, 'warning')];
        const of = (unit: string) => candidates.find((each) => each.unit === unit);
        expect(red.filter((unit) => black.includes(unit))).toEqual([]);
        for (const unit of black) expect(of(unit)).toMatchObject({ met: false, exempt: false });
        for (const unit of red) expect(of(unit)).toMatchObject({ met: true, noRed: false });
        // Whoever shares a rank with somebody on a board is on it, unless the person's own state keeps it off.
        for (const unit of black) {
          const equals = candidates.filter(
            (each) => each.rank === of(unit)?.rank && each.met === false && !each.exempt,
          );
          expect(black).toEqual(expect.arrayContaining(equals.map((each) => each.unit)));
        }
      }),
    );
  });
});
