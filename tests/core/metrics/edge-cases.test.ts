import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../core/keyed-rows.ts';
import { toNumber } from '../../../core/exact.ts';
import { allProjects, projectRanking } from '../../../core/boards/project-ranking.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { MeasureId } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import type { Measured } from '../../../core/measures/measure.ts';
import { AS_OF, contextAt, create, ledgerOf, type Given } from '../../support/projects-ledger.ts';

const at = (ledger: Ledger, id: MeasureId, date = AS_OF): Measured =>
  MEASURES[id].of(contextAt(ledger, date), { kind: 'all' });

const parts = (ledger: Ledger, id: MeasureId, date = AS_OF): string => {
  const { above, below } = at(ledger, id, date);
  return `${above}/${below}`;
};

const number = (ledger: Ledger, id: MeasureId, date = AS_OF): number | null => {
  const { value } = at(ledger, id, date);
  return value && toNumber(value);
};

const done = (plan: number | undefined, completed: number, values: object = {}): Given => ({
  ...(plan === undefined ? {} : { plan }),
  completed: { [AS_OF]: completed },
  values: { ...values },
});

const lastYear = (id: string, completedYtdYuan: number) =>
  create('reports', `before-${id}`, { project: id, asOf: '2016-12-31', completedYtdYuan, state: 'verified' });

describe('edge cases', () => {
  it('a project without a plan has no rate, no rank and no light; what it completed is in the total', () => {
    const ledger = ledgerOf([done(1000, 500), done(0, 300), done(undefined, 200), { plan: 0 }]);
    expect(parts(ledger, 'investmentCompletionRate')).toBe('1000/1000');
    const rows = projectRanking(contextAt(ledger), {});
    expect(inOrder(rows).map(({ rank, rate, pace, plan }) => [rank, rate?.text, pace, plan?.yuan])).toEqual([
      [1, '50.0', 'severe', 1000],
      [undefined, undefined, 'none', 0],
      [undefined, undefined, 'unissued', undefined],
      [undefined, undefined, 'none', 0],
    ]);
    expect(summary(contextAt(ledger)).completed.yuan).toBe(1000);
  });

  it('a negative month takes off what was completed, and leaves the month’s own figure below the one before', () => {
    const ledger = ledgerOf([{ plan: 1000, completed: { '2017-05-31': 600 } }], {}, [
      create('reports', 'correction', {
        project: 'p1',
        asOf: '2017-06-30',
        completedYtdYuan: 450,
        completedMonthYuan: -150,
        correctionReason: '核减',
        state: 'verified',
      }),
    ]);
    expect([
      parts(ledger, 'investmentCompletionRate', '2017-05-31'),
      parts(ledger, 'investmentCompletionRate'),
    ]).toEqual(['600/1000', '450/1000']);
  });

  it('a project in preparation is on the list, and in no base of money, starts or resumptions', () => {
    const ledger = ledgerOf([
      done(1000, 500, { carriedOver: true, resumedOn: '2017-02-20' }),
      { values: { lifecycle: 'preparatory' } },
    ]);
    expect(number(ledger, 'projectCount')).toBe(2);
    expect(parts(ledger, 'investmentCompletionRate')).toBe('500/1000');
    expect(parts(ledger, 'annualStartRate')).toBe('0/0');
    expect(parts(ledger, 'startResumeRate')).toBe('1/1');
    expect(allProjects(contextAt(ledger))['p2']?.pace).toBe('unissued');
    const due = ledgerOf([{ values: { lifecycle: 'preparatory', plannedStartInYear: true } }]);
    expect(parts(due, 'startResumeRate')).toBe('0/1');
  });

  it('what a withdrawn project completed leaves the totals with it or stays, as the office sets it', () => {
    const withdrawn: Given = {
      plan: 1000,
      completed: { '2017-05-31': 300, '2017-09-30': 350 },
      values: { lifecycle: 'withdrawn', delistedOn: '2017-08-15' },
    };
    const projects = [done(1000, 500, { leadUnit: 'u2' }), withdrawn, { ...withdrawn, completed: {} }];
    const dropped = ledgerOf(projects);
    const kept = ledgerOf(projects, { withdrawn: 'keepCompleted' });
    expect(parts(dropped, 'investmentCompletionRate')).toBe('500/1000');
    // The report after it left does not count.
    expect(parts(kept, 'investmentCompletionRate')).toBe('800/1000');
    expect(summary(contextAt(kept)).completed.yuan).toBe(800);
    expect([number(kept, 'projectCount'), number(dropped, 'projectCount')]).toEqual([1, 1]);
    for (const ledger of [kept, dropped]) {
      expect(parts(ledger, 'investmentCompletionRate', '2017-08-14')).toBe('300/3000');
      expect(summary(contextAt(ledger)).projects).toBe(1);
    }
    expect(
      at(kept, 'investmentCompletionRate')
        .sources()
        .map(({ record }) => record),
    ).toContain('report-p2-2017-05-31');
  });

  it('an added project enters at its addition', () => {
    const ledger = ledgerOf([done(1000, 500), { ...done(500, 100), values: { listedFrom: '2017-07-01' } }]);
    expect(parts(ledger, 'plannedInvestment', '2017-06-30')).toBe('undefined/undefined');
    expect(number(ledger, 'plannedInvestment', '2017-06-30')).toBe(1000);
    expect(number(ledger, 'plannedInvestment', '2017-07-01')).toBe(1500);
  });

  it('a suspended project counts as not resumed until it is, and its time does not pause', () => {
    const values = {
      carriedOver: true,
      lifecycle: 'suspended',
      resumedOn: '2017-02-20',
      suspendedOn: '2017-04-10',
      suspensionReason: '扬尘管控',
    };
    const ledger = ledgerOf([done(1000, 500, values)]);
    expect(parts(ledger, 'resumptionRate', '2017-03-31')).toBe('1/1');
    expect(parts(ledger, 'resumptionRate', '2017-04-10')).toBe('0/1');
    expect(parts(ledger, 'startResumeRate')).toBe('0/1');
    expect(number(ledger, 'timeProgress')).toBe(1);
    const again = ledgerOf([done(1000, 500, { ...values, lifecycle: 'resumed', resumedOn: '2017-05-02' })]);
    expect(parts(again, 'resumptionRate', '2017-12-31')).toBe('1/1');
  });

  it('the first of one has its rank and says that it is alone', () => {
    const ledger = ledgerOf([done(1000, 500), { values: { leadUnit: 'u2' } }]);
    const rows = inOrder(unitRanking(contextAt(ledger), 'township').rows);
    expect(rows.map(({ id, rank, alone }) => [id, rank, alone])).toEqual([
      ['u1', 1, true],
      ['u2', undefined, undefined],
    ]);
    const two = ledgerOf([done(1000, 500), done(1000, 400, { leadUnit: 'u2' })]);
    expect(inOrder(unitRanking(contextAt(two), 'township').rows).some(({ alone }) => alone)).toBe(false);
  });

  it('growth over last year is said to compare different lists where it does, and is none without a base', () => {
    const same = ledgerOf([done(1000, 500)], {}, [lastYear('p1', 400)]);
    expect([parts(same, 'completedYearOnYear'), at(same, 'completedYearOnYear').remark]).toEqual([
      '100/400',
      undefined,
    ]);
    const other = ledgerOf([done(1000, 500), { ...done(1000, 100), values: { listedFrom: '2017-03-01' } }], {}, [
      lastYear('p1', 400),
    ]);
    expect([parts(other, 'completedYearOnYear'), at(other, 'completedYearOnYear').remark?.zh]).toEqual([
      '200/400',
      '非同口径：两年的项目清单不同',
    ]);
    expect(number(ledgerOf([done(1000, 500)]), 'completedYearOnYear')).toBeNull();
  });
});

const unit = (number: number) =>
  create('units', `u${number}`, {
    name: `单位${number}`,
    shortName: `单${number}`,
    group: 'township',
    officialOrder: number,
  });
const projects = (completed: readonly number[]) =>
  completed.map((amount, index): Given => done(1000, amount, { leadUnit: `u${(index % 3) + 1}` }));

const ranks = (rules: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const six = [4, 5, 6].flatMap((number) => [
    unit(number),
    create('projects', `q${number}`, {
      code: `q${number}`,
      name: `q${number}`,
      listOrder: number,
      keyLevel: 'municipal',
      sector: 'industry',
      plannedStartInYear: false,
      carriedOver: false,
      plannedCompletionInYear: false,
      lifecycle: 'started',
      totalInvestmentYuan: 1,
      investedBeforeYuan: 0,
      leadUnit: `u${number}`,
    }),
    ...(number === 6
      ? []
      : [
          create('plans', `q${number}`, {
            project: `q${number}`,
            year: 2017,
            version: 1,
            effectiveFrom: '2017-01-01',
            amountYuan: 1000,
          }),
        ]),
  ]);
  const ledger = ledgerOf(projects([900, 800, 700]), rules, six);
  return inOrder(unitRanking(contextAt(ledger), 'township').rows).map(({ order, rank }) => `${order}:${rank}`);
};

describe('a ranking of units that is public in part', () => {
  it('shows the first, or the first and the last, with their true ranks', () => {
    expect(ranks({})).toEqual(['0:1', '1:2', '2:3', '3:4', '4:4', '5:undefined']);
    expect(ranks({ boardMode: 'topOnly', boardTop: 2 })).toEqual(['0:1', '1:2']);
    expect(ranks({ boardMode: 'topAndBottom', boardTop: 1 })).toEqual(['0:1', '1:4', '2:4']);
    expect(ranks({ boardMode: 'topOnly' })).toEqual(['0:1', '1:2', '2:3']);
  });
});
