import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { divide, whole } from '../../../core/exact.ts';
import { SCHEME_A, SCHEME_A_NAME } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B, SCHEME_B_NAME } from '../../../core/schemes/scheme-b.ts';
import { score, showScore, type SchemeScores, type UnitScore } from '../../../core/schemes/score.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';
import { DATES, goldenFile, goldenOf, SCHEMES } from './golden/lines.ts';

const ledger = demoLedger();
const YEAR_END = '2017-12-31' as IsoDate;

const contextAt = (asOf: IsoDate) => {
  const context = boardContext(ledger, asOf);
  if (!context) throw new Error('the demo has settings');
  return context;
};

const unitIn = ({ byUnit }: SchemeScores, name: string): UnitScore => {
  const found = [...byUnit.values()].find(({ unit }) => unit.name === name);
  if (!found) throw new Error(`${name} is not scored`);
  return found;
};

const cases = Object.keys(SCHEMES).flatMap((scheme) => DATES.map((asOf) => [scheme, asOf] as const));

describe('the scores of the demo ledger', () => {
  it.each(cases)('by %s at %s are those of the golden file', (scheme, asOf) => {
    const file = readFileSync(join(import.meta.dirname, 'golden', goldenFile(scheme, asOf)), 'utf8');
    const now = JSON.stringify(goldenOf(ledger, scheme, asOf));
    expect(JSON.parse(now)).toEqual(JSON.parse(file));
  });
});

describe('scheme B at the end of the year', () => {
  const scores = score(contextAt(YEAR_END), SCHEME_B, { name: SCHEME_B_NAME });

  it('has the known sums of B1 to B6', () => {
    const sums = scores.lists.map(({ rows }) =>
      [...rows].map(({ unit, base }) => `${unit.name} ${showScore(base.points, 2).text}`).sort(),
    );
    expect(sums.map((each) => each.join('，'))).toEqual(
      [
        ['东风路街道办 232.00', '临河镇 309.00', '文化路街道办 134.00', '柳园乡 285.40', '滨河路街道办 196.00'],
        ['产业集聚区管委会 1093.25', '商务中心区管委会 595.00', '现代农业园区管委会 427.40'],
        ['区交通运输局 257.20', '区住建局 326.98', '区卫计委 167.60', '区教体局 343.70'],
      ].map((each) => [...each].sort().join('，')),
    );
    expect(showScore(unitIn(scores, '区住建局').base.points, 3)).toEqual({ text: '326.976', exact: '40872/125' });
  });

  it('puts the unit last that stands first by its completion rate', () => {
    expect(unitIn(scores, '文化路街道办').rank).toBe(5);
  });

  it('has a mean of 121.47 for nine projects', () => {
    const { base, items } = unitIn(scores, '产业集聚区管委会');
    expect(items[0]?.inputs).toHaveLength(9);
    const mean = divide(base.points, whole(9));
    expect(mean && showScore(mean, 2).text).toBe('121.47');
  });

  it('counts approved entries with evidence, and not proposed ones', () => {
    expect(showScore(unitIn(scores, '产业集聚区管委会').total, 2).text).toBe('1123.25');
    expect(unitIn(scores, '区住建局').calculation).toBe('326.976 + 0 − 5 = 321.976');
    expect(showScore(unitIn(scores, '临河镇').bonus.points, 2).text).toBe('0.00');
    expect(
      showScore(
        unitIn(score(contextAt('2017-01-31' as IsoDate), SCHEME_B, { name: SCHEME_B_NAME }), '产业集聚区管委会').bonus
          .points,
        0,
      ).text,
    ).toBe('0');
  });

  it('does not rank units without a project', () => {
    expect(scores.notAssessed.map(({ unit }) => unit.name)).toEqual([
      '区发改委',
      '区国土资源局',
      '区规划局',
      '区环保局',
    ]);
  });
});

describe('scheme A', () => {
  it('explains 滨河路街道办 at the end of the year by hand-checked lines', () => {
    const row = unitIn(score(contextAt(YEAR_END), SCHEME_A, { name: SCHEME_A_NAME }), '滨河路街道办');
    const lines = Object.fromEntries(row.items.map(({ item, calculation }) => [item.id, calculation]));
    expect(lines).toMatchObject({
      A1: '141.6667 ⇒ 25',
      A2: '#2/5 ⇒ 5 × 0.8 = 4',
      A4: '8 × min(1, 100 ÷ 100) = 8; 8 − 1 × 0 = 8',
      A5: '—',
      A8: '5 × min(1, 32 ÷ 20) = 5',
      A9: '53.125 ≥ 50 ⇒ 6 × 2/3 = 4',
      B1: '0 + 0.1 × (130 − 100) + 0.05 × (141.6667 − 130) ≈ 3.5833',
    });
  });
});
