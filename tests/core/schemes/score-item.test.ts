import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../core/exact.ts';
import { bounded, boundsOf } from '../../../core/schemes/bounds.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import type { Item } from '../../../core/schemes/scheme.ts';
import { formulaFor, maxFor, scoreItem, withGroupMean, type ItemScore } from '../../../core/schemes/score-item.ts';
import { exact, handInputs, shown, type Hand } from './hand-inputs.ts';

const M1 = 'investmentCompletionRate';

/** An item of a profile with hand-made inputs and the item's own bounds. */
function scored(item: Item, hand: Hand, profile = 'main'): ItemScore {
  const max = maxFor(item, profile);
  const formula = formulaFor(item, profile);
  if (!max || !formula) throw new Error(`${item.id} has no ${profile}`);
  return scoreItem(item, formula, max, handInputs({ ...hand, bounds: boundsOf(item, max) }));
}

const ofSchemeA = (id: string): Item => {
  const item = SCHEME_A.items.find((each) => each.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};

const proportional: Item = {
  id: 'X1',
  label: { zh: '项', en: 'Item' },
  part: 'base',
  max: { main: 10 },
  formula: { type: 'proportional', measure: M1, target: 100 },
  na: 'renormalise',
};

describe('A1 of scheme A and the bonus beyond the plan', () => {
  it.each([
    [60, '5', '0'],
    [78, '14', '0'],
    [99.96, '1249/50', '0'],
    [100, '25', '0'],
    [130, '25', '3'],
    [150, '25', '4'],
    [160, '25', '4'],
  ])('at %d %% come to %s and %s', (rate, points, bonus) => {
    const values = { [M1]: rate };
    expect(shown(scored(ofSchemeA('A1'), { values }).points)).toBe(points);
    expect(shown(scored(ofSchemeA('B1'), { values }).points)).toBe(bonus);
  });

  it('write the calculation out, and tell a cap that is met from one that cuts', () => {
    expect(scored(ofSchemeA('A1'), { values: { [M1]: 78 } }).calculation).toBe('25 − 0.5 × (100 − 78) = 14');
    expect(scored(ofSchemeA('A1'), { values: { [M1]: 40 } })).toMatchObject({
      state: 'floored',
      calculation: '25 − 0.5 × (100 − 40) = −5; max(0, −5) = 0',
    });
    expect(scored(ofSchemeA('B1'), { values: { [M1]: 150 } }).state).toBe('scored');
    expect(scored(ofSchemeA('B1'), { values: { [M1]: 160 } })).toMatchObject({ state: 'capped' });
  });

  it('take less off in the profile of departments', () => {
    expect(shown(scored(ofSchemeA('A1'), { values: { [M1]: 90 } }, 'department').points)).toBe('12');
  });
});

const late = (count: number) => scored(ofSchemeA('A4'), { values: { annualStartRate: 95, lateStarts: count } });

const permits = (rate: number) => scored(ofSchemeA('A11'), { values: { approvalOnTimeRate: rate } });

describe('an item', () => {
  it('takes things off after its formula, down to 0', () => {
    expect(late(2)).toMatchObject({ calculation: '8 × min(1, 95 ÷ 100) = 7.6; 7.6 − 1 × 2 = 5.6' });
    expect(late(9)).toMatchObject({ state: 'floored', calculation: expect.stringContaining('max(0, −1.4) = 0') });
  });

  it('gives nothing below its bound, and says by how little', () => {
    expect(permits(80)).toMatchObject({ state: 'scored', calculation: '10 × min(1, 80 ÷ 100) = 8' });
    expect(permits(79.999999)).toMatchObject({ state: 'zeroed', calculation: '79.999999 < 80 ⇒ 0' });
  });

  it('is rounded only where the scheme says so', () => {
    const values = { [M1]: '200/3' };
    expect(shown(scored(proportional, { values }).points)).toBe('20/3');
    expect(scored({ ...proportional, decimals: 2 }, { values })).toMatchObject({
      points: exact(6.67),
      calculation: '10 × min(1, 66.6667 ÷ 100) ≈ 6.6667; ≈ 6.67',
    });
  });

  it('has bounds of its own where it names them', () => {
    const formula = { type: 'countPoints', counts: [{ measure: 'contestsWon', points: 4 }] } as const;
    const won = (item: Partial<Item>, count: number) =>
      scored({ ...proportional, formula, ...item }, { values: { contestsWon: count } });
    expect(shown(won({ cap: 'none' }, 50).points)).toBe('200');
    expect(shown(won({ cap: 6 }, 50).points)).toBe('6');
    expect(shown(won({ min: 3 }, 0).points)).toBe('3');
    expect(shown(won({}, 50).points)).toBe('10');
  });

  it('of a penalty runs from −cap to 0', () => {
    const counts = [{ measure: 'criticisms', points: -3 }] as const;
    const item: Item = { ...proportional, part: 'penalty', formula: { type: 'countPoints', counts }, cap: 5 };
    const taken = (count: number) => shown(scored(item, { values: { criticisms: count } }).points);
    expect([taken(0), taken(1), taken(2)]).toEqual(['0', '-3', '-5']);
    expect(shown(scored({ ...item, cap: 'none' }, { values: { criticisms: 100 } }).points)).toBe('-300');
    const wrong: Item = { ...item, formula: { type: 'countPoints', counts: [{ measure: 'criticisms', points: 3 }] } };
    expect(scored(wrong, { values: { criticisms: 1 } })).toMatchObject({ state: 'capped', points: exact(0) });
  });
});

const without = (na: Item['na']) => scored({ ...proportional, na }, {});

const other = (rate: number | null) => scored({ ...proportional, na: 'groupMean' }, { values: { [M1]: rate } });

describe('an item without a base', () => {
  it('follows its policy', () => {
    expect(without('renormalise')).toMatchObject({ state: 'notApplicable', leavesSum: true, points: exact(0) });
    expect(without('full')).toMatchObject({ points: exact(10), policy: 'full', calculation: '— ⇒ 10' });
    expect(without('zero')).toMatchObject({ points: exact(0), policy: 'zero', state: 'notApplicable' });
    expect(without({ base: 2 })).toMatchObject({ points: exact(2), calculation: '— ⇒ 2' });
    expect(without('full').leavesSum).toBeUndefined();
  });

  it('is one, too, whose needed measure has none, whatever its formula would give', () => {
    const counted: Item = {
      ...proportional,
      formula: { type: 'countPoints', counts: [{ measure: 'monthsOnSchedule', points: 1 }] },
      needs: { measure: M1 },
    };
    const values = { monthsOnSchedule: 0 };
    expect(scored(counted, { values })).toMatchObject({ state: 'notApplicable', leavesSum: true });
    expect(scored(counted, { values: { ...values, [M1]: 0 } })).toMatchObject({ state: 'scored', points: exact(0) });
  });

  it('takes the mean of the other units that have one, or leaves the sum', () => {
    const others = new Map([
      ['u2', other(40)],
      ['u3', other(90)],
      ['u4', other(null)],
    ]);
    const mean = withGroupMean(without('groupMean'), others);
    expect(mean).toMatchObject({ points: exact(6.5), calculation: '— ⇒ (4 + 9) ÷ 2 = 6.5', state: 'notApplicable' });
    expect(mean.leavesSum).toBeUndefined();
    expect(mean.inputs.filter(({ kind }) => kind === 'unit')).toHaveLength(2);
    expect(withGroupMean(without('groupMean'), new Map()).leavesSum).toBe(true);
  });
});

describe('the score of a proportional item', () => {
  const rate = fc.integer({ min: -500_000_000, max: 500_000_000 }).map((millionths) => millionths / 1_000_000);

  it('never falls when the measure rises, and stays between 0 and the maximum', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const less = scored(proportional, { values: { [M1]: `${Math.round(low * 1e6)}/1000000` } }).points;
        const more = scored(proportional, { values: { [M1]: `${Math.round(high * 1e6)}/1000000` } }).points;
        expect(compare(less, more)).toBeLessThanOrEqual(0);
        expect(compare(exact(0), less) <= 0 && compare(more, exact(10)) <= 0).toBe(true);
      }),
    );
  });

  it('keeps any points within any bounds', () => {
    const points = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(points, points, points, (value, a, b) => {
        const bounds = { low: exact(Math.min(a, b)), high: exact(Math.max(a, b)) };
        const within = bounded(exact(value), bounds);
        expect(compare(within.points, bounds.low) >= 0 && compare(within.points, bounds.high) <= 0).toBe(true);
        expect(within.state === 'scored').toBe(compare(within.points, exact(value)) === 0);
      }),
    );
  });
});
