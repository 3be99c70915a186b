import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  compare,
  fraction,
  roundScaled,
  scaledText,
  showPoints,
  showRate,
  subtract,
  type Fraction,
} from '../../../core/exact.ts';
import { LIGHT_PRESETS } from '../../../core/metrics/light-rule.ts';
import { lightOf } from '../../../core/metrics/lights.ts';
import { timeProgress } from '../../../core/metrics/time-progress.ts';
import { rankByRate, rankChange, showRankedRates } from '../../../core/metrics/rank.ts';
import { parseDate, type IsoDate } from '../../../core/time.ts';

const date = (text: string): IsoDate => {
  const parsed = parseDate(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

const of = (numerator: number, denominator: number): Fraction => {
  const value = fraction(numerator, denominator);
  if (!value) throw new Error('no base');
  return value;
};

describe('rates', () => {
  it('agree with published figures of real offices', () => {
    expect(showRate(of(6290, 6474)).text).toBe('97.2');
    expect(showPoints(subtract(of(6290, 6474), of(10, 12))).text).toBe('+13.8');
    expect(showRate(of(405, 433 - 11), 2).text).toBe('95.97');
    expect(showRate(of(173, 857)).text).toBe('20.2');
    expect(showRate(of(18, 23)).text).toBe('78.3');
    expect(showRate(of(2878, 1900), 2).text).toBe('151.47');
    expect(showRate(of(7757, 6327)).text).toBe('122.6');
    expect(showRate(of(260, 238)).text).toBe('109.2');
    expect(showRate(of(140, 223), 2).text).toBe('62.78');
    expect(showPoints(subtract(of(3090, 10000), of(3, 12))).text).toBe('+5.9');
  });

  it('round half away from zero, as a spreadsheet does', () => {
    expect(showRate(of(125, 1000)).text).toBe('12.5');
    expect(showRate(of(12_345, 100_000)).text).toBe('12.3');
    expect(showRate(of(1225, 10_000)).text).toBe('12.3');
    expect(scaledText(roundScaled(of(-25, 1000), 2), 2)).toBe('-0.03');
  });

  it('have no value without a base', () => {
    expect(fraction(5, 0)).toBeNull();
  });

  it('never print 100 for what is below 100, at any number of decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 3 }), (plan, decimals) => {
        expect(Number(showRate(of(plan - 1, plan), decimals).text)).toBeLessThan(100);
      }),
    );
  });

  it('never print 0.0 points for a shortfall', () => {
    expect(showPoints(of(-1, 100_000)).text).toBe('-0.1');
    expect(showPoints(of(1, 100_000)).text).toBe('0.0');
  });
});

describe('time progress (M3)', () => {
  it('counts whole months by default', () => {
    expect(showRate(timeProgress({ timeProgress: 'linearMonth' }, date('2017-05-31'))).text).toBe('41.7');
    expect(showRate(timeProgress({ timeProgress: 'linearMonth' }, date('2017-05-30'))).text).toBe('33.3');
    expect(showRate(timeProgress({ timeProgress: 'linearMonth' }, date('2017-12-31'))).text).toBe('100.0');
    expect(showRate(timeProgress({ timeProgress: 'linearMonth' }, date('2016-02-28'))).text).toBe('8.3');
  });

  it('counts days out of 365 or 366 when asked', () => {
    expect(showRate(timeProgress({ timeProgress: 'linearDay' }, date('2017-05-31'))).text).toBe('41.4');
    expect(showRate(timeProgress({ timeProgress: 'linearDay' }, date('2016-12-31'))).text).toBe('100.0');
    expect(timeProgress({ timeProgress: 'linearDay' }, date('2016-12-31')).denominator).toBe(366n);
  });
});

const light = (top: number, bottom: number) => lightOf(LIGHT_PRESETS.standard.rule, of(top, bottom));

describe('the standard lights', () => {
  it('put the boundaries where the office does', () => {
    expect(light(1, 1000)).toBe('ahead');
    expect(light(0, 1)).toBe('onTime');
    expect(light(-999, 10_000)).toBe('watch');
    expect(light(-10, 100)).toBe('behind');
    expect(light(-30, 100)).toBe('behind');
    expect(light(-3001, 10_000)).toBe('severe');
  });
});

const rankable = fc.record({
  id: fc.uuid(),
  order: fc.integer({ min: 0, max: 50 }),
  rate: fc.option(
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 })).map(([a, b]) => of(a, b)),
    { nil: null },
  ),
});

describe('ranking', () => {
  it('does not depend on the order in which units come', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(rankable, { selector: ({ id }) => id })
          .chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
        ([items, shuffled]) => {
          expect(rankByRate(shuffled)).toEqual(rankByRate(items));
        },
      ),
    );
  });

  it('gives equal exact rates one rank and skips none, and ranks nothing without a rate', () => {
    fc.assert(
      fc.property(fc.uniqueArray(rankable, { selector: ({ id }) => id }), (items) => {
        const ranked = rankByRate(items);
        ranked.forEach(({ item, rank }, index) => {
          const next = ranked[index + 1];
          expect(rank === null).toBe(item.rate === null);
          if (!item.rate || !next?.item.rate || rank === null) return;
          const equal = compare(item.rate, next.item.rate) === 0;
          expect(next.rank).toBe(equal ? rank : rank + 1);
          expect(compare(item.rate, next.item.rate)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('adds decimals only where printed rates clash', () => {
    const shown = showRankedRates([of(59_904, 100_000), of(59_883, 100_000), of(53, 100), null]);
    expect(shown.map((each) => each?.text)).toEqual(['59.90', '59.88', '53.0', undefined]);
    expect(showRankedRates([of(1, 2), of(2, 4)]).map((each) => each?.text)).toEqual(['50.0', '50.0']);
  });

  it('tells how a rank moved', () => {
    expect(rankChange(4, 2)).toEqual({ kind: 'up', by: 2 });
    expect(rankChange(2, 4)).toEqual({ kind: 'down', by: 2 });
    expect(rankChange(3, 3)).toEqual({ kind: 'same' });
    expect(rankChange(undefined, 3)).toEqual({ kind: 'new' });
    expect(rankChange(null, 3)).toEqual({ kind: 'new' });
    expect(rankChange(3, null)).toBeNull();
  });
});
