import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../core/actions/action.ts';
import { districtTotals } from '../../../core/actions/amounts.ts';
import { bundleProjects } from '../../../core/actions/bundle-projects.ts';
import { mergeProjects } from '../../../core/actions/merge-projects.ts';
import { splitProject } from '../../../core/actions/split-project.ts';
import type { ChangeRequest } from '../../../core/ledger/change-request.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { figuresAt } from '../../../core/metrics/figures.ts';
import type { IsoDate } from '../../../core/time.ts';
import { ledgerWith } from '../../support/ledger.ts';

const TODAY = '2017-06-20' as IsoDate;
const ON = '2017-06-01' as IsoDate;
const DAY_BEFORE = '2017-05-31' as IsoDate;
const LATER = '2017-12-31' as IsoDate;

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

interface Given {
  readonly total: number;
  readonly before: number;
  /** Null for no plan. */
  readonly plan: number | null;
  /** Null for no report. */
  readonly completed: number | null;
}

const project = (id: string, { total, before, plan, completed }: Given): readonly ChangeRequest[] => [
  create('projects', id, {
    code: `XM-${id}`,
    name: `项目${id}`,
    listOrder: 1,
    keyLevel: 'municipal',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    actualStart: '2016-03',
    totalInvestmentYuan: total,
    investedBeforeYuan: before,
    leadUnit: 'u1',
  }),
  ...(plan === null
    ? []
    : [
        create('plans', `plan-${id}`, {
          project: id,
          year: 2017,
          version: 1,
          effectiveFrom: '2017-01-01',
          amountYuan: plan,
        }),
      ]),
  ...(completed === null
    ? []
    : [
        create('reports', `report-${id}`, {
          project: id,
          asOf: '2017-05-31',
          completedYtdYuan: completed,
          state: 'verified',
        }),
      ]),
];

const BASE: readonly ChangeRequest[] = [
  create('settings', 'settings', {
    office: '重点办',
    district: '示范区',
    year: 2017,
    asOf: '2017-05-31',
    timeProgress: 'linearMonth',
    source: '调度数',
    demo: false,
  }),
  create('units', 'u1', { name: '柳园乡', shortName: '柳园乡', group: 'township', officialOrder: 1 }),
];

const districtOf = (projects: readonly Given[]): Ledger =>
  ledgerWith([...BASE, ...projects.flatMap((given, index) => project(`p${index + 1}`, given))]);

const THREE = districtOf([
  { total: 9000, before: 1000, plan: 5000, completed: 2000 },
  { total: 4000, before: 0, plan: 3000, completed: 500 },
  { total: 700, before: 0, plan: null, completed: null },
]);

const outcome = (action: Action, values: object, ledger: Ledger = THREE) =>
  action.run(ledger, values, TODAY, () => ledger);

/** The ledger after a step that must be accepted; every record is checked as the server checks it. */
function after(action: Action, values: object, ledger: Ledger = THREE): Ledger {
  const result = outcome(action, values, ledger);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return ledgerWith(result.value, ledger);
}

const problemsOf = (action: Action, values: object, ledger: Ledger = THREE) => {
  const result = outcome(action, values, ledger);
  return result.ok ? [] : result.problem;
};

const listed = (ledger: Ledger, asOf: IsoDate): readonly string[] =>
  figuresAt(ledger, asOf).map(({ project: { code } }) => code);

const part = (code: string, total: number, before: number, plan: number, completed: number) => ({
  code,
  name: `部分${code}`,
  totalInvestmentYuan: total,
  investedBeforeYuan: before,
  planYuan: plan,
  completedYuan: completed,
});

const TWO_PARTS = [part('A', 6000, 1000, 2000, 1500), part('B', 3000, 0, 3000, 500)];

const checkRows = (parts: unknown) => splitProject.fields['parts']?.check(parts);

describe('a split', () => {
  it('takes the old project off the list on the date and puts the parts there, with plan, verified figure and origin', () => {
    const ledger = after(splitProject, { project: 'p1', on: ON, parts: TWO_PARTS, document: '示重〔2017〕8号' });
    expect(listed(ledger, DAY_BEFORE)).toEqual(['XM-p1', 'XM-p2', 'XM-p3']);
    expect(listed(ledger, ON)).toEqual(['A', 'B', 'XM-p2', 'XM-p3']);
    expect(ledger.tables.projects.get('p1')).toMatchObject({ lifecycle: 'split', delistedOn: ON });
    const [a] = figuresAt(ledger, ON);
    expect(a).toMatchObject({
      planYuan: 2000,
      completedYuan: 1500,
      project: { splitFrom: 'p1', listedFrom: ON, lifecycle: 'started', leadUnit: 'u1', actualStart: '2016-03' },
    });
    const of = a?.project.id;
    expect([...ledger.tables.plans.values()].find((each) => each.project === of)).toMatchObject({
      version: 1,
      effectiveFrom: ON,
      document: '示重〔2017〕8号',
      reason: '由“项目p1”拆分',
    });
    expect([...ledger.tables.reports.values()].find((each) => each.project === of)).toMatchObject({
      asOf: ON,
      state: 'verified',
      note: '结转截至2017-05-31的核实数。由“项目p1”拆分',
    });
  });

  it('is refused with the difference named, unless it is explained where it is found later', () => {
    const parts = [part('A', 6000, 1000, 2000, 1500), part('B', 2500, 0, 3100, 500)];
    const values = { project: 'p1', on: ON, parts };
    expect(problemsOf(splitProject, values)).toMatchObject([
      {
        path: 'explanation',
        code: 'inconsistent',
        words: {
          zh: '前后总数不符，请改正或说明差额：总投资 0.9 → 0.85（-0.05 万元）；年度计划 0.5 → 0.51（+0.01 万元）',
        },
      },
    ]);
    const explained = { ...values, explanation: '核减配套道路' };
    const ledger = after(splitProject, explained);
    const origin = '由“项目p1”拆分。差额说明：核减配套道路';
    expect([...ledger.tables.plans.values()].at(-1)).toMatchObject({ reason: origin });
    expect(figuresAt(ledger, ON)[0]?.project.remark).toBe(origin);
    expect(splitProject.reason?.(THREE, explained)).toBe('拆分“项目p1”。差额说明：核减配套道路');
  });

  it('does not change a verified figure where another person must verify, even with an explanation', () => {
    const strict = ledgerWith(
      [{ kind: 'update', register: 'settings', record: 'settings', values: { fourEyes: true } }],
      THREE,
    );
    const parts = [part('A', 6000, 1000, 2000, 1500), part('B', 3000, 0, 3000, 400)];
    const values = { project: 'p1', on: ON, parts, explanation: '重新核算' };
    expect(problemsOf(splitProject, values, strict)).toMatchObject([{ path: 'explanation' }]);
    expect(problemsOf(splitProject, values)).toEqual([]);
    expect(problemsOf(splitProject, { ...values, parts: TWO_PARTS }, strict)).toEqual([]);
  });

  it('passes over nothing that was said for the date or later, or waits to be verified', () => {
    const values = { project: 'p1', on: ON, parts: TWO_PARTS };
    const report = (asOf: string, more: object): Ledger =>
      ledgerWith([create('reports', 'r', { project: 'p1', asOf, ...more })], THREE);
    const words = (ledger: Ledger): unknown => problemsOf(splitProject, values, ledger)[0]?.words?.zh;
    expect(words(report('2017-06-10', { state: 'verified', completedYtdYuan: 2100 }))).toBe(
      '“项目p1”已有截至2017-06-10的填报，生效日期不能早于它',
    );
    const waiting = ledgerWith(
      [
        { kind: 'delete', register: 'reports', record: 'report-p1' },
        create('reports', 'r', { project: 'p1', asOf: '2017-05-20', state: 'submitted', reportedYtdYuan: 2000 }),
      ],
      THREE,
    );
    expect(words(waiting)).toBe('“项目p1”截至2017-05-20的填报尚未核实，请先核实或退回');
    const plan = { project: 'p1', year: 2017, version: 2, effectiveFrom: '2017-07-01', amountYuan: 1 };
    expect(words(ledgerWith([create('plans', 'x', plan)], THREE))).toContain('2017-07-01起生效');
    expect(problemsOf(splitProject, values, after(splitProject, values))[0]?.words?.zh).toBe(
      '“项目p1”在2017-06-01不在册',
    );
  });

  it('needs two usable rows, codes of its own and a day of the year that has come', () => {
    expect(checkRows([TWO_PARTS[0]])).toMatchObject({ ok: false, problem: { message: 'needs at least 2 parts' } });
    expect(checkRows([TWO_PARTS[0], TWO_PARTS[0]])).toMatchObject({
      problem: { message: 'row 2: Code is used by an earlier row' },
    });
    expect(checkRows([TWO_PARTS[0], { ...TWO_PARTS[1], planYuan: '三千' }])).toMatchObject({
      problem: { message: 'row 2: Annual plan is not usable' },
    });
    expect(checkRows([TWO_PARTS[0], { code: 'B', name: '乙' }])).toMatchObject({
      problem: { message: 'row 2: Total investment is missing' },
    });
    const values = { project: 'p1', on: ON, parts: TWO_PARTS };
    const taken = [part('XM-p2', 6000, 1000, 2000, 1500), part('B', 3000, 0, 3000, 500)];
    expect(problemsOf(splitProject, { ...values, parts: taken })).toMatchObject([{ path: 'parts', code: 'duplicate' }]);
    for (const on of ['2016-12-31', '2017-06-21']) {
      expect(problemsOf(splitProject, { ...values, on })).toMatchObject([{ path: 'on' }]);
    }
  });
});

describe('a merger', () => {
  it('adds the amounts to an existing project from the date, which before it is as it was', () => {
    const ledger = after(mergeProjects, { projects: ['p2', 'p3'], into: 'p1', on: ON });
    expect(listed(ledger, ON)).toEqual(['XM-p1']);
    expect(figuresAt(ledger, ON)).toMatchObject([
      { planYuan: 8000, completedYuan: 2500, project: { totalInvestmentYuan: 13_700, investedBeforeYuan: 1000 } },
    ]);
    expect(figuresAt(ledger, DAY_BEFORE)[0]?.project).toMatchObject({ totalInvestmentYuan: 9000 });
    expect(districtTotals(ledger, DAY_BEFORE)).toEqual(districtTotals(THREE, DAY_BEFORE));
    expect(ledger.tables.projects.get('p2')).toMatchObject({ lifecycle: 'merged', mergedInto: 'p1', delistedOn: ON });
    expect([...ledger.tables.plans.values()].at(-1)).toMatchObject({
      project: 'p1',
      version: 2,
      reason: '“项目p2”等2个项目合并',
    });
  });

  it('makes a new project after the model of the first', () => {
    const ledger = after(mergeProjects, { projects: ['p2', 'p3'], code: 'N', name: '新项目', on: ON });
    expect(listed(ledger, ON)).toEqual(['XM-p1', 'N'].sort());
    const made = figuresAt(ledger, ON).find(({ project: { code } }) => code === 'N');
    expect(made).toMatchObject({ planYuan: 3000, completedYuan: 500, project: { listedFrom: ON, leadUnit: 'u1' } });
    expect(ledger.tables.projects.get('p3')?.mergedInto).toBe(made?.project.id);
  });

  it('asks for two projects, one successor, and why an amount is not the sum', () => {
    const values = { projects: ['p2', 'p3'], on: ON };
    expect(problemsOf(mergeProjects, values)).toMatchObject([{ path: 'into' }]);
    expect(problemsOf(mergeProjects, { ...values, into: 'p1', code: 'N' })).toMatchObject([{ path: 'into' }]);
    expect(problemsOf(mergeProjects, { ...values, code: 'N' })).toMatchObject([{ path: 'into' }]);
    expect(problemsOf(mergeProjects, { ...values, projects: ['p1'], into: 'p1' })).toMatchObject([
      { path: 'projects' },
    ]);
    expect(problemsOf(mergeProjects, { ...values, into: 'p1', on: DAY_BEFORE })).toMatchObject([{ path: 'on' }]);
    expect(problemsOf(mergeProjects, { ...values, code: 'N', name: '新项目', on: DAY_BEFORE })).toEqual([]);
    const less = { ...values, into: 'p1', totalInvestmentYuan: 13_000 };
    expect(problemsOf(mergeProjects, less)[0]?.words?.zh).toContain('总投资 1.37 → 1.3（-0.07 万元）');
    const ledger = after(mergeProjects, { ...less, explanation: '去掉重复部分' });
    expect(districtTotals(ledger, ON).totalInvestmentYuan).toBe(13_000);
  });
});

describe('a bundle', () => {
  it('is an entry without money of its own; its sites are counted and it is not', () => {
    const ledger = after(bundleProjects, { sites: ['p2', 'p3'], code: 'K', name: '打包', on: ON });
    expect(listed(ledger, ON)).toEqual(['XM-p1', 'XM-p2', 'XM-p3']);
    expect(districtTotals(ledger, ON)).toEqual(districtTotals(THREE, ON));
    const bundle = [...ledger.tables.projects.values()].find(({ code }) => code === 'K');
    expect(bundle).toMatchObject({ totalInvestmentYuan: 0, listedFrom: ON, leadUnit: 'u1' });
    expect(ledger.tables.projects.get('p2')?.parent).toBe(bundle?.id);
    const values = { sites: ['p1'], bundle: bundle?.id, on: ON };
    expect(listed(after(bundleProjects, values, ledger), ON)).toEqual(['XM-p1', 'XM-p2', 'XM-p3']);
    expect(problemsOf(splitProject, { project: bundle?.id, on: ON, parts: TWO_PARTS }, ledger)).toMatchObject([
      { path: 'project', words: { zh: '“打包”是打包项目，请先处理其子项目' } },
    ]);
  });

  it('wants an explanation when an existing entry has amounts that no longer count, and keeps it with the entry', () => {
    const values = { sites: ['p2', 'p3'], bundle: 'p1', on: ON };
    expect(problemsOf(bundleProjects, values)[0]?.words?.zh).toContain('总投资 0.9 → 0（-0.9 万元）');
    const ledger = after(bundleProjects, { ...values, explanation: '原数为子项目之和' });
    expect(listed(ledger, ON)).toEqual(['XM-p2', 'XM-p3']);
    expect(ledger.tables.projects.get('p1')?.remark).toBe('打包。差额说明：原数为子项目之和');
    expect(problemsOf(bundleProjects, { sites: ['p1'], code: 'K', name: '打包', on: ON }, ledger)).toMatchObject([
      { path: 'sites' },
    ]);
  });
});

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const given: fc.Arbitrary<Given> = fc.record({
  total: amount,
  before: amount,
  plan: fc.option(amount),
  completed: fc.option(amount),
});

const several = fc.array(given, { minLength: 1, maxLength: 4 });

/** So many shares of an amount that add up to it. */
const shares = (whole: number, cuts: readonly number[]): readonly number[] => {
  const edges = [0, ...cuts.map((cut) => Math.floor((whole * cut) / 1000)).sort((a, b) => a - b), whole];
  return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
};

const cuts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 4 });

const expectSameTotals = (ledger: Ledger, start: Ledger): void => {
  for (const asOf of ['2017-01-15' as IsoDate, DAY_BEFORE, ON, LATER]) {
    expect(districtTotals(ledger, asOf)).toEqual(districtTotals(start, asOf));
  }
};

describe('the totals of the district', () => {
  it('are on every day what they were without the split', () => {
    fc.assert(
      fc.property(several, cuts, fc.nat(), fc.constantFrom(DAY_BEFORE, ON), (projects, where, pick, on) => {
        const start = districtOf(projects);
        const index = pick % projects.length;
        const { total, before, plan, completed } = projects[index] as Given;
        const columns = [total, before, plan ?? 0, completed ?? 0].map((whole) => shares(whole, where));
        const parts = where.concat(0).map((_, at) => {
          const [t = 0, b = 0, p = 0, c = 0] = columns.map((column) => column[at] ?? 0);
          return part(`S${at}`, t, b, p, c);
        });
        const ledger = after(splitProject, { project: `p${index + 1}`, on, parts }, start);
        expectSameTotals(ledger, start);
        expect(listed(ledger, on)).toHaveLength(projects.length + where.length);
      }),
    );
  });

  it('are on every day what they were without the merger, also of what was split and merged before', () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 3, maxLength: 6 }), fc.boolean(), (projects, isNew) => {
        const start = districtOf(projects);
        const into = isNew ? { code: 'N', name: '新项目' } : { into: 'p1' };
        const first = after(mergeProjects, { projects: ['p1', 'p2'], on: '2017-06-01', ...into }, start);
        const successor = first.tables.projects.get('p2')?.mergedInto ?? '';
        const ledger = after(mergeProjects, { projects: [successor], into: 'p3', on: '2017-06-05' }, first);
        expectSameTotals(ledger, start);
        expect(listed(ledger, LATER)).toHaveLength(projects.length - 2);
      }),
    );
  });
});
