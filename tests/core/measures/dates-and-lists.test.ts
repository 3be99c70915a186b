import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { issues } from '../../../core/boards/issues.ts';
import { permits } from '../../../core/boards/permits.ts';
import { quarterStarts } from '../../../core/boards/quarter-starts.ts';
import { reporting } from '../../../core/boards/reporting.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { MeasureId } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import type { Scope } from '../../../core/measures/measure.ts';
import type { RegisterName } from '../../../core/registers/index.ts';
import { inPeriod } from '../../../core/schemes/readings.ts';
import { toNumber } from '../../../core/exact.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';

const create = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});
const update = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

const at = (ledger: Ledger, date: string): BoardContext => {
  const context = boardContext(ledger, date as IsoDate);
  if (!context) throw new Error('no settings');
  return context;
};

const ALL: Scope = { kind: 'all' };

const read = (context: BoardContext, id: MeasureId, scope: Scope = ALL): string => {
  const { value, above, below } = MEASURES[id].of(context, scope);
  if (above !== undefined) return `${above}/${below}`;
  return value ? String(toNumber(value)) : 'none';
};

/** Numbers of measures at each of several dates. */
const over = (ledger: Ledger, id: MeasureId, dates: readonly string[]): readonly string[] =>
  dates.map((date) => read(at(ledger, date), id));

/** The numbers of a measure without and with the year as its period. */
const byPeriod = (ledger: Ledger, id: MeasureId, date: string): readonly string[] => [
  read(at(ledger, date), id),
  read(inPeriod(at(ledger, date)), id),
];

const demo = demoLedger();

const begun = ['p1', 'p2'].map((record) => update('projects', record, { actualStart: '2016-03' }));
/** The office with both projects under construction; both reports are of May, without the day on which they were sent. */
const working = ledgerWith([...OFFICE, ...begun]);

const sent = (record: string, on: string): ChangeRequest => update('reports', record, { submittedOn: on });

const project = (id: string, more: object = {}): ChangeRequest =>
  create('projects', id, {
    code: id,
    name: id,
    listOrder: 20,
    keyLevel: 'municipal',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    totalInvestmentYuan: 10_000_000,
    investedBeforeYuan: 0,
    leadUnit: 'u1',
    ...more,
  });

const december = (number: number, submittedOn: string) =>
  create('reports', `december${number}`, {
    project: `p${number}`,
    asOf: '2017-12-31',
    completedYtdYuan: 1,
    state: 'verified',
    submittedOn,
  });

describe('reporting in time', () => {
  it('is judged for the last period whose last day has passed', () => {
    expect(over(demo, 'reportTimeliness', ['2017-05-31', '2017-08-31', '2017-12-31'])).toEqual([
      '34/36',
      '37/39',
      '32/35',
    ]);
    const ledger = ledgerWith([sent('report1', '2017-06-03'), sent('report2', '2017-06-04')], working);
    expect(over(ledger, 'reportTimeliness', ['2017-06-03', '2017-06-04'])).toEqual(['0/0', '1/2']);
  });

  it('finds nothing late or missing on the last day itself, and what was sent later missing until then', () => {
    const ledger = ledgerWith([sent('report1', '2017-06-01'), sent('report2', '2017-06-10')], working);
    const dates = ['2017-06-03', '2017-06-04', '2017-06-09', '2017-06-10', '2017-06-30'];
    expect(over(ledger, 'missingReports', dates)).toEqual(['0', '1', '1', '0', '0']);
    expect(over(ledger, 'lateReports', dates)).toEqual(['0', '0', '0', '1', '1']);
    expect(reporting(at(ledger, '2017-06-09'))).toMatchObject({ reported: { done: 1, due: 2 }, late: true });
    expect(reporting(at(ledger, '2017-06-10'))).toMatchObject({ reported: { done: 2, due: 2 }, late: false });
  });

  it('counts December’s reports in the year in which their last day lies', () => {
    const all = ['06', '07', '08', '09', '10', '11'].map((month) =>
      create('reports', `m${month}`, {
        project: 'p2',
        asOf: `2017-${month}-15`,
        completedYtdYuan: 1,
        state: 'verified',
      }),
    );
    const ledger = ledgerWith([december(1, '2018-01-20'), ...all], working);
    expect(over(ledger, 'missingReports', ['2017-12-31', '2018-01-03', '2018-01-04', '2018-01-20'])).toEqual([
      '6',
      '0',
      '2',
      '1',
    ]);
    expect(over(ledger, 'lateReports', ['2018-01-19', '2018-01-20', '2018-01-31'])).toEqual(['0', '1', '1']);
  });

  it('asks nothing before the ledger’s first report', () => {
    expect(over(working, 'missingReports', ['2017-05-31', '2017-12-31'])).toEqual(['0', '12']);
    expect(over(demo, 'missingReports', ['2017-01-31', '2017-12-31'])).toEqual(['0', '0']);
    expect(over(working, 'reportTimeliness', ['2017-05-31'])).toEqual(['0/0']);
  });

  it('reminds units of the newest period, and rates the one before while there is time', () => {
    const board = reporting(at(demo, '2017-05-31'));
    expect(board).toMatchObject({
      from: '2017-05-01',
      dueOn: '2017-06-03',
      reported: { done: 0 },
      late: false,
      inTime: { done: 34, due: 36 },
      judged: { from: '2017-04-01', to: '2017-04-30', dueOn: '2017-05-03' },
    });
  });
});

describe('a bundle', () => {
  const sites = ['s1', 's2'].map((id) => project(id, { parent: 'p1', actualStart: '2017-01' }));
  const starts = { plannedStartInYear: true, carriedOver: false, plannedStart: '2017-01' };
  const ledger = ledgerWith(
    [...sites, update('projects', 'p1', { name: '打包项目', ...starts }), update('projects', 's1', starts)],
    working,
  );

  it('owes no reports and pictures beside its sites', () => {
    expect(reporting(at(ledger, '2017-06-30')).reported.due).toBe(3);
    expect(read(at(ledger, '2017-06-30'), 'photoCoverage')).toBe('0/3');
    expect(read(at(ledger, '2017-06-30'), 'photoMonths')).toBe('0/18');
    expect(read(at(ledger, '2017-06-30'), 'missingReports')).toBe('2');
  });

  it('is not counted beside them where projects are counted', () => {
    expect(quarterStarts(at(ledger, '2017-06-30')).rows['q1']?.started).toMatchObject({ done: 1, due: 1 });
  });
});

const notice = (id: string, more: object): ChangeRequest =>
  create('notices', id, {
    number: id,
    unit: 'u1',
    urgency: 'ordinary',
    stage: 'first',
    basis: '计划',
    matter: '事项',
    demand: '要求',
    issuedOn: '2017-05-02',
    dueOn: '2017-05-16',
    state: 'issued',
    ...more,
  });

describe('notices', () => {
  it('wait for their answer to the end of the last day', () => {
    const ledger = ledgerWith([notice('n1', {})], working);
    expect(over(ledger, 'noticeFeedbackRate', ['2017-05-16', '2017-05-17'])).toEqual(['0/0', '0/1']);
    expect(over(ledger, 'noticesOverdue', ['2017-05-16', '2017-05-17'])).toEqual(['0', '1']);
  });

  it('of earlier years count unless only the year is judged', () => {
    const old = notice('n0', { issuedOn: '2016-11-01', dueOn: '2016-11-15' });
    const ledger = ledgerWith([old, notice('n1', {})], working);
    expect(byPeriod(ledger, 'noticeFeedbackRate', '2017-06-30')).toEqual(['0/2', '0/1']);
    expect(byPeriod(ledger, 'noticeClosureRate', '2017-06-30')).toEqual(['0/2', '0/1']);
  });
});

const item = (id: string): ChangeRequest =>
  create('permitItems', id, { name: id, itemOrder: 1, limitDays: 3, authority: 'higher' });

const permit = (id: string, more: object): ChangeRequest =>
  create('permits', id, {
    project: 'p1',
    item: id,
    state: 'inProgress',
    authority: 'higher',
    acceptedOn: '2017-06-12',
    limitDays: 3,
    ...more,
  });

describe('permits of a higher level', () => {
  const ledger = ledgerWith(
    [
      ...['h1', 'h2', 'h3'].map(item),
      permit('h1', { reportedUpOn: '2017-06-14' }),
      permit('h2', { state: 'done', reportedUpOn: '2017-06-15', finishedOn: '2017-07-20' }),
      permit('h3', { state: 'done', finishedOn: '2017-06-20' }),
    ],
    working,
  );

  it('are docked when they are reported upward, and done when they are decided', () => {
    const dates = ['2017-06-14', '2017-06-19', '2017-06-20', '2017-07-20'];
    expect(over(ledger, 'dockingOnTimeRate', dates)).toEqual(['1/1', '2/3', '2/3', '2/3']);
    expect(over(ledger, 'approvalOnTimeRate', dates)).toEqual(['1/1', '2/3', '2/3', '2/3']);
    expect(over(ledger, 'approvalCompletionRate', dates)).toEqual(['0/3', '0/3', '1/3', '2/3']);
    expect(over(ledger, 'fullyPermittedShare', dates)).toEqual(['0/1', '0/1', '0/1', '0/1']);
  });

  it('are still open on the board while they are only docked', () => {
    const [row] = Object.values(permits(at(ledger, '2017-12-31')).rows);
    expect(row?.open).toEqual([{ item: 'h1', standing: 'docked', elapsedDays: 2 }]);
  });
});

const milestone = (id: string, dueOn: string, more: object = {}): ChangeRequest =>
  create('milestones', id, { project: 'p1', name: id, baselineOn: dueOn, dueOn, weight: 10, ...more });

const issue = (id: string, foundOn: string, more: object = {}): ChangeRequest =>
  create('issues', id, {
    category: 'site',
    description: id,
    foundOn,
    dueOn: '2017-03-01',
    ownerUnit: 'u1',
    state: 'open',
    ...more,
  });

describe('what only the year is asked for', () => {
  it('leaves out milestones that fell due and issues that were found before it', () => {
    const ledger = ledgerWith(
      [
        milestone('m0', '2016-12-31'),
        milestone('m1', '2017-01-01', { doneOn: '2017-01-01' }),
        issue('i0', '2016-12-31'),
        issue('i1', '2017-01-01', { state: 'resolved', measure: '措施', resolvedOn: '2017-02-01' }),
      ],
      working,
    );
    for (const id of ['milestoneRate', 'milestoneOnTimeRate', 'issueResolutionRate', 'issueOnTimeRate'] as const) {
      expect(byPeriod(ledger, id, '2017-06-30')).toEqual(['1/2', '1/1']);
    }
  });

  it('leaves out permits that were decided before it, and keeps those that are overdue since', () => {
    const district = { authority: 'district', limitDays: 1, acceptedOn: '2016-12-01' };
    const ledger = ledgerWith(
      [
        ...['a', 'b', 'c'].map(item),
        permit('a', { ...district, state: 'done', finishedOn: '2016-12-02' }),
        permit('b', { ...district }),
        permit('c', { ...district, acceptedOn: '2017-02-06', state: 'done', finishedOn: '2017-02-07' }),
        permit('d', { ...district, project: 'p2', item: 'a', state: 'done', finishedOn: '2016-12-02' }),
      ],
      working,
    );
    expect(byPeriod(ledger, 'approvalOnTimeRate', '2017-06-30')).toEqual(['3/4', '1/2']);
    expect(byPeriod(ledger, 'approvalCompletionRate', '2017-06-30')).toEqual(['3/4', '1/2']);
    expect(byPeriod(ledger, 'fullyPermittedShare', '2017-06-30')).toEqual(['1/2', '0/1']);
  });

  it('gives a department that decided nothing in it the permits of its projects', () => {
    const district = { authority: 'district', limitDays: 1, state: 'done' };
    const ledger = ledgerWith(
      [
        ...['a', 'b'].map(item),
        create('units', 'd1', { name: '区住建局', shortName: '住建局', group: 'department', officialOrder: 9 }),
        update('projects', 'p2', { leadUnit: 'd1' }),
        permit('a', { ...district, department: 'd1', acceptedOn: '2016-12-01', finishedOn: '2016-12-02' }),
        permit('b', { ...district, project: 'p2', acceptedOn: '2017-02-06', finishedOn: '2017-02-10' }),
      ],
      working,
    );
    const unit: Scope = { kind: 'unit', unit: 'd1' };
    expect(read(at(ledger, '2017-06-30'), 'approvalOnTimeRate', unit)).toBe('1/1');
    expect(read(inPeriod(at(ledger, '2017-06-30')), 'approvalOnTimeRate', unit)).toBe('0/1');
  });

  it('is said in words wherever it makes a difference', () => {
    const context = at(demo, '2018-12-31');
    const differing = Object.values(MEASURES).filter(({ of }) => {
      const [whole, year] = [of(context, ALL), of(inPeriod(context), ALL)];
      return whole.below !== year.below;
    });
    expect(differing.length).toBeGreaterThan(5);
    expect(differing.filter(({ inYear }) => inYear === undefined)).toEqual([]);
    expect(MEASURES.approvalOnTimeRate.inYear?.zh).toContain('本年');
    expect(MEASURES.noticeFeedbackRate.inYear?.zh).toContain('本年');
  });
});

describe('records of a project that left the list', () => {
  const withdrawn = update('projects', 'p1', { lifecycle: 'withdrawn', delistedOn: '2017-06-01' });
  const ledger = ledgerWith(
    [
      withdrawn,
      issue('i1', '2017-03-01', { project: 'p1' }),
      issue('i2', '2017-03-01', { project: 'p2' }),
      issue('i3', '2017-03-01'),
      item('h1'),
      permit('h1', {}),
    ],
    working,
  );

  it('count to the day on which it left, and issues without a project always', () => {
    expect(over(ledger, 'issueResolutionRate', ['2017-05-31', '2017-06-01'])).toEqual(['0/3', '0/2']);
    expect(over(ledger, 'approvalCompletionRate', ['2017-05-31', '2017-06-01'])).toEqual(['0/1', '0/0']);
    expect(read(at(ledger, '2017-06-30'), 'issueResolutionRate', { kind: 'unit', unit: 'u1' })).toBe('0/2');
  });

  it('are not on the board of issues either', () => {
    expect(issues(at(ledger, '2017-05-31')).resolved.due).toBe(3);
    expect(Object.keys(issues(at(ledger, '2017-06-01')).rows)).toEqual(['i2', 'i3']);
  });
});

const candidate = (id: string, more: object = {}): ChangeRequest =>
  create('pipeline', id, {
    code: id,
    name: id,
    year: 2018,
    sector: 'industry',
    leadUnit: 'u1',
    totalInvestmentYuan: 200_000_000,
    annualPlanYuan: 1_000_000,
    intendedLevel: 'provincial',
    state: 'adopted',
    ...more,
  });

const round = (number: number, on: string) => create('pipelineRounds', `r${number}`, { year: 2018, number, on });

const declared = (id: string, of: string, more: object = {}): ChangeRequest =>
  create('declarations', id, { item: of, year: 2018, level: 'provincial', state: 'accepted', ...more });

describe('the pipeline', () => {
  const ledger = ledgerWith(
    [
      round(1, '2017-07-20'),
      round(2, '2017-12-08'),
      candidate('k1', { round: 1 }),
      candidate('k2', { round: 2 }),
      candidate('k3'),
      candidate('k4', { round: 7, state: 'converted', project: 'p1' }),
    ],
    working,
  );

  it('counts from the day of the round, and always where none is known', () => {
    const dates = ['2017-07-19', '2017-07-20', '2017-12-07', '2017-12-08'];
    expect(over(ledger, 'pipelineProjects', dates)).toEqual(['2', '3', '3', '4']);
    expect(over(ledger, 'pipelineShare100MPlus', dates)).toEqual(['2/2', '3/3', '3/3', '4/4']);
  });

  it('has no number for scopes that its items do not have', () => {
    const context = at(ledger, '2017-12-31');
    const scopes: readonly Scope[] = [
      { kind: 'sector', sector: 'industry' },
      { kind: 'leader', leader: 'leader1' },
      { kind: 'project', project: 'p1' },
    ];
    for (const scope of scopes) {
      expect(MEASURES.pipelineProjects.of(context, scope).value).toBeNull();
      expect(MEASURES.pipelineShare100MPlus.of(context, scope).value).toBeNull();
      expect(MEASURES.acceptedProvincial.of(context, scope).value).toBeNull();
    }
    expect(read(context, 'pipelineProjects', { kind: 'unit', unit: 'u1' })).toBe('4');
    expect(read(context, 'pipelineProjects', { kind: 'group', group: 'township' })).toBe('4');
  });

  it('has accepted declarations from the day of the answer, without it from the end of the year', () => {
    const answered = ledgerWith([declared('d1', 'k1', { answeredOn: '2017-10-10' }), declared('d2', 'k2')], ledger);
    const dates = ['2017-10-09', '2017-10-10', '2017-12-30', '2017-12-31', '2018-01-31'];
    expect(over(answered, 'acceptedProvincial', dates)).toEqual(['0', '1', '1', '2', '0']);
  });
});
