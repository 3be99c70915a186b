import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { compare, fraction, showRate, type Fraction } from '../../../core/exact.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { shownFiguresAt, type ProjectFigures } from '../../../core/metrics/figures.ts';
import { checkLightRule, LIGHT_PRESETS, type LightPreset, type LightRule } from '../../../core/metrics/light-rule.ts';
import { lightOf, paceOf, paceOfAll, projectPace, standingOf } from '../../../core/metrics/lights.ts';
import { timeProgressOf } from '../../../core/metrics/time-progress.ts';
import { contextAt, ledgerOf, times, type Given } from '../../support/projects-ledger.ts';

const figuresOf = (ledger: Ledger, date: string): readonly ProjectFigures[] =>
  shownFiguresAt(ledger, contextAt(ledger, date).asOf);

const timeOf = (ledger: Ledger, date: string): string =>
  showRate(timeProgressOf(contextAt(ledger, date), figuresOf(ledger, date)), 2).text;

const paceAt = (ledger: Ledger, date: string, index = 0): string => {
  const figures = figuresOf(ledger, date)[index];
  if (!figures) throw new Error('no such project');
  return projectPace(contextAt(ledger, date), figures);
};

/** A slow winter: a quarter of the year at the end of April. */
const CURVE = [300, 700, 1500, 2500, 3500, 4500, 5500, 6500, 7500, 8500, 9500, 10_000];

const MILLION = 1_000_000;
const newStart = (month: string, more: Partial<Given> = {}): Given => ({
  plan: MILLION,
  ...more,
  values: { plannedStartInYear: true, plannedStart: month, ...more.values },
});

describe('time progress (M3)', () => {
  it('follows a curve at the ends of months, and stands still within them', () => {
    const ledger = ledgerOf([{ plan: MILLION }], { timeProgress: 'curve', timeCurve: CURVE });
    const dates = ['2017-01-30', '2017-01-31', '2017-04-30', '2017-05-30', '2017-12-31'];
    expect(dates.map((date) => timeOf(ledger, date))).toEqual(['0.00', '3.00', '25.00', '25.00', '100.00']);
  });

  it('by curve needs the curve', () => {
    expect(() => ledgerOf([], { timeProgress: 'curve' })).toThrow('timeCurve');
  });

  it('of projects with plans by month is Σ plan to date ÷ Σ annual plan, by month where there is none', () => {
    const monthly = [0, 0, 0, 0, 400_000, 500_000, 600_000, 700_000, 800_000, 900_000, 950_000, MILLION];
    const projects: readonly Given[] = [{ plan: MILLION, monthly }, { plan: 2 * MILLION }, {}];
    const ledger = ledgerOf(projects, { timeProgress: 'projectPlan' });
    // (400 000 + 2 000 000 × 5/12) ÷ 3 000 000
    expect(timeOf(ledger, '2017-05-31')).toBe('41.11');
    expect(timeOf(ledger, '2017-05-30')).toBe('22.22');
    const own = contextAt(ledger, '2017-05-31');
    const [planned, plain, none] = figuresOf(ledger, '2017-05-31');
    expect([planned, plain, none].map((each) => each && showRate(timeProgressOf(own, [each])).text)).toEqual([
      '40.0',
      '41.7',
      '41.7',
    ]);
    expect(showRate(own.time, 2).text).toBe('41.11');
  });

  it('counts a new start from its planned month where the office wants it so, weighted by plan with the others', () => {
    const ledger = ledgerOf([newStart('2017-03'), { plan: 3 * MILLION }], { newStarts: 'activeMonths' });
    const context = contextAt(ledger, '2017-05-31');
    const [start] = figuresOf(ledger, '2017-05-31');
    // (5 − 3 + 1) ÷ (13 − 3)
    expect(start && timeProgressOf(context, [start])).toEqual({ numerator: 3n, denominator: 10n });
    expect(timeOf(ledger, '2017-05-31')).toBe('38.75');
    expect(timeOf(ledger, '2017-12-31')).toBe('100.00');
    expect(timeOf(ledgerOf([newStart('2017-12')], { newStarts: 'activeMonths' }), '2017-11-30')).toBe('0.00');
  });

  it('asks nothing of a new start before it is due, and as much as of others once the year is over', () => {
    const ledger = ledgerOf([newStart('2017-06')], { newStarts: 'activeMonths' });
    expect(paceAt(ledger, '2017-05-31')).toBe('notDue');
    expect(paceAt(ledger, '2017-06-15')).toBe('notDue');
    // The first of seven months: 14.3 points behind.
    expect(paceAt(ledger, '2017-06-30')).toBe('behind');
    const same = ledgerOf([newStart('2017-06')]);
    expect(paceAt(same, '2017-05-31')).toBe('notDue');
    expect(paceAt(same, '2017-06-15')).toBe('severe');
    const early = ledgerOf([newStart('2017-06', { completed: { '2017-04-30': 1 } })], { newStarts: 'activeMonths' });
    expect(paceAt(early, '2017-05-31')).toBe('ahead');
  });

  it('of any set lies between the least and the greatest of its projects', () => {
    const start = fc.integer({ min: 1, max: 12 }).map((month) => `2017-${String(month).padStart(2, '0')}`);
    const given = fc
      .tuple(start, fc.integer({ min: 1, max: 5 * MILLION }), fc.boolean())
      .map(([month, plan, isNew]) => (isNew ? newStart(month, { plan }) : { plan }));
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 8 }), start, (projects, month) => {
        const ledger = ledgerOf(projects, { newStarts: 'activeMonths' });
        const context = contextAt(ledger, `${month}-28`);
        const figures = figuresOf(ledger, context.asOf);
        const own = figures.map((each) => timeProgressOf(context, [each]));
        const all = timeProgressOf(context, figures);
        expect(own.some((each) => compare(each, all) <= 0)).toBe(true);
        expect(own.some((each) => compare(each, all) >= 0)).toBe(true);
        const weighted = figures.reduce((sum, { planYuan }, index) => {
          const { numerator, denominator } = own[index] as Fraction;
          return sum + ((planYuan ?? 0) * Number(numerator)) / Number(denominator);
        }, 0);
        const plans = figures.reduce((sum, { planYuan }) => sum + (planYuan ?? 0), 0);
        expect(Number(all.numerator) / Number(all.denominator)).toBeCloseTo(weighted / plans, 9);
      }),
      { numRuns: 50 },
    );
  });
});

const points = (hundredths: number): Fraction => fraction(hundredths, 10_000) as Fraction;

const lights = (preset: LightPreset, ...hundredths: readonly number[]): readonly string[] =>
  hundredths.map((each) => lightOf(LIGHT_PRESETS[preset].rule, points(each)));

describe('lights', () => {
  it('are those that offices published, to the hundredth of a point', () => {
    expect(lights('standard', 1, 0, -999, -1000, -3000, -3001)).toEqual([
      'ahead',
      'onTime',
      'watch',
      'behind',
      'behind',
      'severe',
    ]);
    expect(lights('yinchuan', 500, 0, -999, -1000, -3000, -3001)).toEqual([
      'onTime',
      'onTime',
      'onTime',
      'behind',
      'behind',
      'severe',
    ]);
    expect(lights('sanya', 10_000, 9999, 5000, 4999)).toEqual(['onTime', 'behind', 'behind', 'severe']);
    expect(lights('xinhuang', 10_000, 9999, 8000, 7999, 6000, 5999)).toEqual([
      'onTime',
      'watch',
      'watch',
      'behind',
      'behind',
      'severe',
    ]);
    expect(lights('chuanshan', 1, 0, -1000, -1001)).toEqual(['ahead', 'onTime', 'onTime', 'behind']);
  });

  it('are compared exactly, however near a bound', () => {
    const justBelow: Fraction = { numerator: -300_000_000_000_000_001n, denominator: 1_000_000_000_000_000_000n };
    expect(lightOf(LIGHT_PRESETS.standard.rule, justBelow)).toBe('severe');
    expect(showRate(justBelow).text).toBe('-30.0');
  });

  it('go by the office’s own rule before a preset', () => {
    const own: LightRule = {
      basis: 'attainment',
      steps: [{ light: 'ahead', from: 99.5, included: true }],
      below: 'watch',
    };
    expect(checkLightRule(own)).toEqual({ ok: true, value: own });
    const project: Given = { plan: MILLION, completed: { '2017-12-31': 994_999 } };
    const paces = [{}, { lights: 'sanya' }, { lights: 'sanya', lightRule: own }].map((rules) =>
      paceAt(ledgerOf([project], rules), '2017-12-31'),
    );
    expect(paces).toEqual(['watch', 'behind', 'watch']);
    expect(
      paceAt(ledgerOf([{ ...project, completed: { '2017-12-31': 995_000 } }], { lightRule: own }), '2017-12-31'),
    ).toBe('ahead');
  });

  it('by relative attainment are not those by points: 20 of 40 % are half, and 20 points behind', () => {
    const project: Given = { plan: 10 * MILLION, completed: { '2017-06-30': 2_500_000 } };
    expect(paceAt(ledgerOf([project], { lights: 'sanya' }), '2017-06-30')).toBe('behind');
    expect(paceAt(ledgerOf([project], { lights: 'yinchuan' }), '2017-06-30')).toBe('behind');
    const worse: Given = { plan: 10 * MILLION, completed: { '2017-06-30': 2_499_999 } };
    expect(paceAt(ledgerOf([worse], { lights: 'sanya' }), '2017-06-30')).toBe('severe');
    expect(paceAt(ledgerOf([worse], { lights: 'yinchuan' }), '2017-06-30')).toBe('behind');
  });

  it('judge nothing without a plan, and nobody while nothing is asked for', () => {
    const rule = LIGHT_PRESETS.sanya.rule;
    expect(paceAt(ledgerOf([{}, { plan: 0 }]), '2017-06-30')).toBe('unissued');
    expect(paceAt(ledgerOf([{}, { plan: 0 }]), '2017-06-30', 1)).toBe('none');
    const ledger = ledgerOf([{ plan: MILLION }]);
    const standing = standingOf(contextAt(ledger, '2017-01-15'), figuresOf(ledger, '2017-01-15'));
    expect(standing.attainment).toBeNull();
    expect(paceOf(rule, standing)).toBe('onTime');
  });

  it('of a set judge its sums against its own time', () => {
    const ledger = ledgerOf(
      [newStart('2017-06'), ...times(2, { plan: MILLION, completed: { '2017-05-31': 400_000 } })],
      {
        newStarts: 'activeMonths',
      },
    );
    // 800 000 of 3 000 000 is 26.7 %; the two that run owe 41.7 %, the one to come nothing: 27.8 % of all.
    expect(paceOfAll(contextAt(ledger, '2017-05-31'), figuresOf(ledger, '2017-05-31'))).toBe('watch');
    expect(timeOf(ledger, '2017-05-31')).toBe('27.78');
  });
});
