import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { unitRanksAt } from '../../../core/boards/unit-ranking.ts';
import { fractionText, subtract } from '../../../core/exact.ts';
import { settingsOf, type Ledger } from '../../../core/ledger/ledger.ts';
import { withValues } from '../../../core/ledger/what-if.ts';
import { MEASURE_IDS, type MeasureId } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import { figuresAt, reportsOf } from '../../../core/metrics/figures.ts';
import { ON_COMPLETED, riseByRate, riseByScheme, type Rise } from '../../../core/schemes/rise.ts';
import { SCHEME_A, SCHEME_A_NAME } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B, SCHEME_B_NAME } from '../../../core/schemes/scheme-b.ts';
import type { Scheme } from '../../../core/schemes/scheme.ts';
import { score } from '../../../core/schemes/score.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';
import { finished } from '../../../core/stepwise.ts';

const WAN = 10_000;
const demo = demoLedger();

const at = (asOf: string, ledger: Ledger = demo): BoardContext => {
  const context = boardContext(ledger, asOf as IsoDate);
  if (!context) throw new Error('no settings');
  return context;
};

/** The ledger with so much more completed by the project, by the report that counts; written anew, without the code under test. */
function withMore(context: BoardContext, { project }: Rise, wan: number): BoardContext {
  const { asOf } = context;
  const { reportedAsOf } = figuresAt(context.ledger, asOf).find((each) => each.project.id === project) ?? {};
  const report = reportsOf(context.ledger, project).find(
    (each) => each.asOf === reportedAsOf && each.state === 'verified',
  );
  if (!report) throw new Error(`no report of ${project}`);
  const requests: readonly ChangeRequest[] = [
    {
      kind: 'update',
      register: 'reports',
      record: report.id,
      values: { completedYtdYuan: (report.completedYtdYuan ?? 0) + wan * WAN },
    },
  ];
  return at(asOf, ledgerWith(requests, context.ledger));
}

const units = [...demo.tables.units.keys()];

describe('rising one place by a scheme', () => {
  it('costs unit 05 as many 万元 as pass unit 04, and one fewer does not', () => {
    const context = at('2017-12-31');
    const { rise, gap } = finished(riseByScheme(context, SCHEME_A, SCHEME_A_NAME, 'unit-05')) ?? {};
    if (!rise?.ok || !gap) throw new Error('no rise');
    const rankWith = (wan: number) =>
      score(withMore(context, rise.value, wan), SCHEME_A, { name: SCHEME_A_NAME }).byUnit.get('unit-05')?.rank;
    expect(rankWith(0)).toBe(2);
    expect(rankWith(rise.value.wan - 1)).toBe(2);
    expect(rankWith(rise.value.wan)).toBe(1);
    const totals = score(context, SCHEME_A, { name: SCHEME_A_NAME }).byUnit;
    expect(rise.value.above).toEqual(['unit-04']);
    expect(Number(fractionText(gap, 6))).toBeCloseTo(
      Number(fractionText(totals.get('unit-04')?.total ?? gap, 8)) -
        Number(fractionText(totals.get('unit-05')?.total ?? gap, 8)),
      5,
    );
  });

  it('is exact at the border for every unit, in both schemes and at several dates', () => {
    const cases: readonly (readonly [string, Scheme, string])[] = [
      ['2017-05-31', SCHEME_A, SCHEME_A_NAME],
      ['2017-08-31', SCHEME_A, SCHEME_A_NAME],
      ['2017-12-31', SCHEME_B, SCHEME_B_NAME],
    ];
    let risen = 0;
    for (const [date, scheme, name] of cases) {
      const context = at(date);
      for (const unit of units) {
        const outcome = finished(riseByScheme(context, scheme, name, unit))?.rise;
        if (!outcome?.ok) continue;
        risen += 1;
        const { above, wan } = outcome.value;
        const passes = (more: number): boolean => {
          const { byUnit } = score(withMore(context, outcome.value, more), scheme, { name });
          const own = byUnit.get(unit)?.rank ?? Infinity;
          return above.every((other) => (byUnit.get(other)?.rank ?? Infinity) > own);
        };
        expect([date, unit, wan, passes(wan - 1), passes(wan)]).toEqual([date, unit, wan, false, true]);
      }
    }
    expect(risen).toBeGreaterThan(15);
  });

  it('says why it is impossible', () => {
    const context = at('2017-12-31');
    const reason = (unit: string, scheme: Scheme = SCHEME_A) => {
      const outcome = finished(riseByScheme(context, scheme, SCHEME_A_NAME, unit))?.rise;
      return outcome && !outcome.ok ? outcome.problem : null;
    };
    expect(reason('unit-04')).toBe('first');
    // 160 % completed: over-completion earns no more than its cap.
    expect(reason('unit-03')).toBe('outOfReach');
    // Decides permits and builds nothing.
    expect(reason('unit-16')).toBe('notRanked');
    const { rankNeeds: _, ...allRanked } = SCHEME_A;
    expect(reason('unit-16', allRanked)).toBe('noReport');
    expect(finished(riseByScheme(context, SCHEME_A, SCHEME_A_NAME, 'unit-99'))).toBeNull();
  });

  it('is not ranked for who is under a veto', () => {
    const veto: Scheme = {
      ...SCHEME_A,
      gates: [{ id: 'V', label: { zh: '否决', en: 'Veto' }, when: 'entry', effect: { type: 'veto' } }],
    };
    const ledger = ledgerWith(
      [
        {
          kind: 'create',
          register: 'scoreEntries',
          record: 'veto',
          values: {
            scheme: '试',
            item: 'V',
            unit: 'unit-05',
            on: '2017-06-01',
            reason: '例',
            state: 'approved',
            approver: '例',
          },
        },
      ],
      demo,
    );
    const outcome = finished(riseByScheme(at('2017-12-31', ledger), veto, '试', 'unit-05'));
    expect(outcome).toMatchObject({ gap: null, rise: { ok: false, problem: 'notRanked' } });
  });

  it('lists the points still to be had, most first', () => {
    const { open = [] } = finished(riseByScheme(at('2017-12-31'), SCHEME_A, SCHEME_A_NAME, 'unit-03')) ?? {};
    expect(open.map(({ item, points }) => [item, fractionText(points, 2)])).toEqual([
      ['A7', '4.00'],
      ['A10', '4.00'],
      ['A8', '1.00'],
      ['A3', '0.83'],
      ['A13', '0.20'],
    ]);
  });

  it('leaves the ledger as it is', () => {
    const before = figuresAt(demo, '2017-12-31' as IsoDate).map(({ completedYuan }) => completedYuan);
    finished(riseByScheme(at('2017-12-31'), SCHEME_A, SCHEME_A_NAME, 'unit-05'));
    expect(figuresAt(demo, '2017-12-31' as IsoDate).map(({ completedYuan }) => completedYuan)).toEqual(before);
    expect(settingsOf(demo)).not.toBeNull();
  });
});

describe('what is taken as unmoved while a unit completes more', () => {
  it('is what does not move: other measures of the unit, and all of the others but their ranks', () => {
    const moved = new Set<string>();
    for (const [date, report] of [
      ['2017-05-31', 'KP2017-018'],
      ['2017-12-31', 'KP2017-003'],
    ] as const) {
      const context = at(date);
      const then = withMore(context, { project: report, above: [], wan: 0 }, 30_000);
      const own = demo.tables.projects.get(report)?.leadUnit;
      for (const id of MEASURE_IDS) {
        for (const unit of units) {
          const of = (where: BoardContext) => MEASURES[id].of(where, { kind: 'unit', unit }).value;
          const [before, after] = [of(context), of(then)];
          const same = before && after ? subtract(before, after).numerator === 0n : before === after;
          if (!same) moved.add(unit === own ? id : `${id} of another`);
        }
      }
    }
    expect([...moved].filter((id) => !ON_COMPLETED.has(id as MeasureId) && id !== 'rankChange of another')).toEqual([]);
    expect(moved).toContain('investmentCompletionRate');
  });
});

describe('rising one place by completion rate', () => {
  it('is the least whole 万元 that gives a higher rate than the unit above', () => {
    // 3 of 7 against 2 of 3: more than 7 × 2/3 = 4.6666… thousand 万元 in all.
    const context = at('2017-05-31', ledgerWith(OFFICE));
    expect(finished(riseByRate(context, 'u1'))).toEqual({
      ok: true,
      value: { above: ['u2'], wan: 1667, project: 'p1' },
    });
    expect(finished(riseByRate(context, 'u2'))).toEqual({ ok: false, problem: 'first' });
    expect(finished(riseByRate(context, 'u3'))).toEqual({ ok: false, problem: 'notRanked' });
  });

  it('is minimal whatever the figures are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000 }), fc.integer({ min: 0, max: 90_000_000 }), (first, second) => {
        const one = withValues(ledgerWith(OFFICE), 'reports', 'report1', { completedYtdYuan: first });
        const context = at('2017-05-31', withValues(one, 'reports', 'report2', { completedYtdYuan: second }));
        const ranks = unitRanksAt(context, 'township', context.asOf);
        const isLower = first * 3 < second * 7;
        const outcome = finished(riseByRate(context, 'u1'));
        expect(outcome.ok).toBe(ranks.get('u1') === 2);
        expect(outcome.ok).toBe(isLower);
        if (!outcome.ok) return;
        const { wan } = outcome.value;
        const isAbove = (more: number): boolean => (first + more * WAN) * 3 > second * 7;
        expect([isAbove(wan - 1), isAbove(wan)]).toEqual([false, true]);
      }),
      { numRuns: 40 },
    );
  });
});
