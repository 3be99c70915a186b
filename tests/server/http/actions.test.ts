import { beforeEach, describe, expect, it } from 'vitest';
import { districtTotals } from '../../../core/actions/amounts.ts';
import { ACTIONS } from '../../../core/actions/index.ts';
import type { ChangeRequest } from '../../../core/ledger/change-request.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { figuresAt } from '../../../core/metrics/figures.ts';
import type { IsoDate } from '../../../core/time.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;
let editor: Client;

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
});

const ledger = (): Ledger => office.parts.changes.ledger();
const create = (register: ChangeRequest['register'], record: string, values: object): void =>
  save(office.parts, { kind: 'create', register, record, values });

const run = (action: string, values: object, preview = false) =>
  editor.post(`/api/actions/${action}`, preview ? { values, preview } : { values });

const item = (code: string, more: object): void =>
  create('pipeline', code, {
    code,
    name: `谋划${code}`,
    year: 2018,
    sector: 'livelihood',
    leadUnit: 'u1',
    totalInvestmentYuan: 120_000_000,
    annualPlanYuan: 50_000_000,
    plannedStart: '2018-03',
    plannedFinish: '2019-10',
    intendedLevel: 'provincial',
    state: 'adopted',
    ...more,
  });

const milestone = (id: string, dueOn: string, more: object = {}): void =>
  create('milestones', id, { project: 'p1', name: `节点${id}`, baselineOn: dueOn, dueOn, weight: 1, ...more });

describe('an action', () => {
  it('moves adopted pipeline projects into the ledger with plan, level and lineage, once', async () => {
    item('A1', {});
    item('A2', { plannedStart: '2017-03' });
    create('declarations', 'd1', { item: 'A1', year: 2018, level: 'municipal', state: 'accepted' });
    create('declarations', 'd2', { item: 'A2', year: 2018, level: 'municipal', state: 'submitted' });
    const answer = await run('convertPipeline', { year: 2018, items: ['A1', 'A2'] });
    expect(answer.status).toBe(200);
    const projects = [...ledger().tables.projects.values()].filter(({ code }) => code.startsWith('A'));
    expect(projects).toMatchObject([
      { code: 'A1', keyLevel: 'municipal', sector: 'social', plannedStartInYear: true, carriedOver: false },
      { code: 'A2', keyLevel: 'district', plannedStartInYear: false, carriedOver: true, lifecycle: 'preparatory' },
    ]);
    const [first] = projects;
    expect(ledger().tables.pipeline.get('A1')).toMatchObject({ state: 'converted', project: first?.id });
    expect([...ledger().tables.plans.values()].find(({ project }) => project === first?.id)).toMatchObject({
      year: 2018,
      amountYuan: 50_000_000,
    });
    const again = await run('convertPipeline', { year: 2018, items: ['A1'] });
    expect(again.status).toBe(422);
    expect(again.body).toMatchObject({ errors: [{ path: 'values/items', code: 'inconsistent' }] });
  });

  it('starts the projects of a commencement that was held, and only those that were not started', async () => {
    save(office.parts, {
      kind: 'update',
      register: 'projects',
      record: 'p1',
      values: { lifecycle: 'preparatory', resumedOn: null },
    });
    create('commencements', 'c1', { year: 2017, number: 1, name: '第一次', heldOn: '2017-03-28', state: 'planned' });
    const entry = (name: string, project?: string): void =>
      create('commencementEntries', name, {
        commencement: 'c1',
        name,
        totalInvestmentYuan: 1,
        annualPlanYuan: 1,
        ...(project === undefined ? {} : { project }),
      });
    entry('e1', 'p1');
    entry('e2', 'p2');
    entry('e3');
    await run('holdCommencement', { commencement: 'c1', heldOn: '2017-03-29' });
    expect(ledger().tables.commencements.get('c1')).toMatchObject({ state: 'held', heldOn: '2017-03-29' });
    expect(ledger().tables.projects.get('p1')).toMatchObject({ lifecycle: 'started', actualStart: '2017-03' });
    expect(ledger().tables.projects.get('p2')).not.toHaveProperty('actualStart');
  });

  it('drafts a notice for each missed milestone, with the next number, and never twice', async () => {
    milestone('m1', '2017-05-20');
    milestone('m2', '2017-05-10', { doneOn: '2017-05-09' });
    milestone('m3', '2017-06-30');
    milestone('m4', '2017-05-01', { waivedOn: '2017-04-30', waiverReason: '不可抗力' });
    const values = { asOf: '2017-05-31', dueOn: '2017-06-15' };
    const preview = await run('draftNotices', values, true);
    expect(preview.body).toMatchObject({ writes: [{ kind: 'create', title: '督办〔2017〕1号' }] });
    expect(ledger().tables.notices.size).toBe(0);
    await run('draftNotices', values);
    expect([...ledger().tables.notices.values()]).toMatchObject([
      {
        number: '督办〔2017〕1号',
        unit: 'u1',
        milestone: 'm1',
        state: 'draft',
        matter: '第1项目原定2017年5月20日完成“节点m1”，截至2017年5月31日未完成，逾期11天。',
      },
    ]);
    expect((await run('draftNotices', values)).body).toMatchObject({ writes: [] });
  });

  it('begins the next year: completed joins the years before, flags are set anew, in one set that can be undone', async () => {
    save(office.parts, {
      kind: 'update',
      register: 'projects',
      record: 'p1',
      values: { actualStart: '2016-03', plannedFinish: '2018-11' },
    });
    const before = ledger().tables.projects.get('p1');
    const answer = await run('rollOverYear', { asOf: '2018-01-31' });
    expect(answer.status).toBe(200);
    expect(ledger().tables.settings.get('settings')).toMatchObject({ year: 2018, asOf: '2018-01-31' });
    expect(ledger().tables.projects.get('p1')).toMatchObject({
      investedBeforeYuan: 30_000_000,
      carriedOver: true,
      plannedCompletionInYear: true,
    });
    expect((await run('rollOverYear', { asOf: '2018-02-28' })).status).toBe(422);
    await editor.post(`/api/changes/${answer.body['set'] as number}/undo`, { reason: '点错了' });
    expect(ledger().tables.projects.get('p1')).toMatchObject({
      investedBeforeYuan: before?.investedBeforeYuan,
      resumedOn: '2017-02-13',
    });
  });

  it('plans the next dispatch meeting around a holiday and rolls over what is overdue', async () => {
    create('holidays', 'h', { on: '2017-06-02', kind: 'holiday', name: '假' });
    create('meetings', 'm', { kind: 'dispatch', number: 21, name: '第21次周调度会', heldOn: '2017-05-26' });
    const decision = (id: string, dueOn: string, more: object = {}): void =>
      create('decisions', id, {
        source: 'meeting',
        meeting: 'm',
        decidedOn: '2017-05-19',
        task: `事项${id}`,
        owner: 'u1',
        dueOn,
        state: 'open',
        ...more,
      });
    decision('late', '2017-05-31');
    decision('open', '2017-06-30');
    decision('done', '2017-05-31', { state: 'done', doneOn: '2017-05-30' });
    await run('planMeeting', { after: '2017-05-26' });
    expect([...ledger().tables.meetings.values()].at(-1)).toMatchObject({ number: 22, heldOn: '2017-06-01' });
    expect(ledger().tables.decisions.get('late')).toMatchObject({ rolledOver: 1, originallyDueOn: '2017-05-31' });
    expect(ledger().tables.decisions.get('open')).not.toHaveProperty('rolledOver');
    expect(ledger().tables.decisions.get('done')).not.toHaveProperty('rolledOver');
    expect((await run('planMeeting', { after: '2017-05-26' })).body).toMatchObject({ writes: [] });
  });

  it('is checked like a record and kept to its roles', async () => {
    expect((await run('holdCommencement', { commencement: 'nothing', heldOn: '2017-13-01' })).body).toMatchObject({
      code: 'invalid',
      errors: [
        { path: 'values/commencement', code: 'unknown-reference' },
        { path: 'values/heldOn', code: 'bad-format' },
      ],
    });
    const operator = await office.as('operator');
    expect((await operator.post('/api/actions/rollOverYear', { values: { asOf: '2018-01-31' } })).status).toBe(403);
    expect((await operator.get('/api/actions')).body).toEqual({ actions: [] });
    const offered = ACTIONS.filter(({ roles }) => roles.includes('editor'));
    expect((await editor.get('/api/actions')).body['actions']).toMatchObject(offered.map(({ name }) => ({ name })));
  });
});

const WAN = 10_000;
const part = (code: string, total: number, plan: number, completed: number) => ({
  code,
  name: `部分${code}`,
  totalInvestmentYuan: total * WAN,
  planYuan: plan * WAN,
  completedYuan: completed * WAN,
});

const listedOn = (on: IsoDate): readonly string[] => figuresAt(ledger(), on).map(({ project }) => project.code);
const on = '2017-06-01' as IsoDate;
const split = { project: 'p1', on, parts: [part('A', 5000, 4000, 1000), part('B', 4000, 3000, 2000)] };

describe('a step in the lineage of projects', () => {
  it('splits a project in one set under four eyes, says so in the log, and is undone as one', async () => {
    save(office.parts, { kind: 'update', register: 'settings', record: 'settings', values: { fourEyes: true } });
    const before = districtTotals(ledger(), on);
    const preview = await run('splitProject', split, true);
    expect(preview.body).toMatchObject({ warnings: [] });
    expect(preview.body['writes']).toHaveLength(7);
    expect(preview.body['writes']?.[1]).toMatchObject({ register: 'plans', title: '部分A' });
    const done = await run('splitProject', { ...split, document: '示重〔2017〕8号' });
    expect(done.status).toBe(200);
    expect(listedOn('2017-05-31' as IsoDate)).toEqual(['XM-2', 'XM-1']);
    expect(listedOn(on)).toEqual(['XM-2', 'A', 'B']);
    expect(districtTotals(ledger(), on)).toEqual(before);
    const set = done.body['set'] as number;
    expect(office.parts.changes.setOf(set).map(({ reason }) => reason)).toEqual(Array(7).fill('拆分“第1项目”'));
    const { plans, projects, reports } = ledger().tables;
    const undone = await editor.post(`/api/changes/${set}/undo`, { reason: '点错了' });
    expect(undone.status).toBe(200);
    const now = ledger().tables;
    expect([now.plans.size, now.projects.size, now.reports.size]).toEqual([
      plans.size - 2,
      projects.size - 2,
      reports.size - 2,
    ]);
    expect(now.projects.get('p1')).toMatchObject({ lifecycle: 'started' });
    expect(now.projects.get('p1')).not.toHaveProperty('delistedOn');
    expect((await run('splitProject', split)).status).toBe(200);
  });

  it('names the difference of the totals, and keeps the explanation in the log', async () => {
    const parts = [part('A', 5000, 4000, 1000), part('B', 3000, 3000, 2000)];
    const refused = await run('splitProject', { ...split, parts });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [
        {
          path: 'values/explanation',
          code: 'inconsistent',
          words: { zh: '前后总数不符，请改正或说明差额：总投资 9000 → 8000（-1000 万元）' },
        },
      ],
    });
    const explained = await run('splitProject', { ...split, parts, explanation: '核减配套道路' });
    const [first] = office.parts.changes.setOf(explained.body['set'] as number);
    expect(first?.reason).toBe('拆分“第1项目”。差额说明：核减配套道路');
  });

  it('says what is doubtful with the preview, and writes it when that is confirmed with a reason', async () => {
    const parts = [part('A', 5000, 7000, 3000), part('B', 4000, 0, 0)];
    const warnings = [{ path: 'writes/1/amountYuan', code: 'plan-over-total' }];
    expect((await run('splitProject', { ...split, parts }, true)).body).toMatchObject({ warnings });
    const refused = await run('splitProject', { ...split, parts });
    expect(refused.body).toMatchObject({ code: 'needs-confirmation', warnings });
    const body = { values: { ...split, parts }, confirm: ['plan-over-total'] };
    expect((await editor.post('/api/actions/splitProject', body)).body).toMatchObject({
      errors: [{ path: 'reason', code: 'required' }],
    });
    const done = await editor.post('/api/actions/splitProject', { ...body, reason: '计划含征迁' });
    const [first] = office.parts.changes.setOf(done.body['set'] as number);
    expect(first?.reason).toBe('拆分“第1项目”；计划含征迁');
  });

  it('merges and bundles, each undone as one set', async () => {
    const before = districtTotals(ledger(), on);
    for (const [action, values, codes] of [
      ['mergeProjects', { projects: ['p2'], into: 'p1', on }, ['XM-1']],
      ['mergeProjects', { projects: ['p1', 'p2'], code: 'N', name: '新项目', on }, ['N']],
      ['bundleProjects', { sites: ['p1', 'p2'], code: 'K', name: '打包', on }, ['XM-2', 'XM-1']],
    ] as const) {
      const done = await run(action, values);
      expect([done.status, listedOn(on)]).toEqual([200, codes]);
      expect(districtTotals(ledger(), on)).toEqual(before);
      const undone = await editor.post(`/api/changes/${done.body['set'] as number}/undo`, { reason: '点错了' });
      expect([undone.status, listedOn(on)]).toEqual([200, ['XM-2', 'XM-1']]);
    }
  });
});
