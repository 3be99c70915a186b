import { beforeEach, describe, expect, it } from 'vitest';
import type { Timeline } from '../../../core/history/timeline.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';

let office: Office;
let editor: Client;

beforeEach(async () => {
  office = await openOffice();
  editor = await office.as('editor');
});

const ledger = (): Ledger => office.parts.changes.ledger();
const setOfLast = (): number => office.parts.changes.history({ limit: 1 })[0]?.set ?? 0;
const values = (record: object | undefined): object => {
  const rest: Record<string, unknown> = { ...record };
  delete rest['revision'];
  delete rest['changedAt'];
  return rest;
};

const contents = (of: Ledger, name: 'projects' | 'milestones' | 'units' | 'leaders'): object =>
  Object.fromEntries([...of.tables[name]].map(([id, record]) => [id, values(record)]));

const change = (changes: readonly object[]) => editor.post('/api/changes', { changes, reason: '调整' });

describe('undo', () => {
  it('takes a whole set back as a new set with its reason', async () => {
    const before = ledger();
    const made = await change([
      { kind: 'update', register: 'projects', record: 'p1', values: { name: '新名', remark: '备注' } },
      { kind: 'update', register: 'projects', record: 'p1', values: { name: '更新的名' } },
      { kind: 'create', register: 'milestones', record: 'm1', values: milestone() },
      { kind: 'delete', register: 'leaders', record: 'leader1' },
    ]);
    expect(made.status).toBe(422);
    expect(made.body.code).toBe('invalid');
    const answer = await change([
      { kind: 'update', register: 'projects', record: 'p1', values: { name: '新名', remark: '备注' } },
      { kind: 'update', register: 'projects', record: 'p1', values: { name: '更新的名' } },
      { kind: 'create', register: 'milestones', record: 'm1', values: { ...milestone(), weight: 10 } },
      { kind: 'delete', register: 'units', record: 'u3' },
    ]);
    expect(answer.status).toBe(200);
    const undone = await editor.post(`/api/changes/${setOfLast()}/undo`, { reason: '录错了' });
    expect(undone.status).toBe(200);
    for (const name of ['projects', 'milestones', 'units', 'leaders'] as const) {
      expect(contents(ledger(), name)).toEqual(contents(before, name));
    }
    expect(office.parts.changes.history({ limit: 1 })[0]).toMatchObject({ reason: '录错了', actor: { id: 'editor' } });
  });

  it('is refused when somebody built on the change, naming what stands in the way', async () => {
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { name: '新名' } }]);
    const set = setOfLast();
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { name: '又改' } }]);
    const { revision } = ledger();
    const answer = await editor.post(`/api/changes/${set}/undo`, { reason: '撤销' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'changed-since',
      conflicts: [{ register: 'projects', record: 'p1', code: 'changed-since', fields: ['name'] }],
    });
    expect(ledger().revision).toBe(revision);
  });

  it('leaves later changes of other fields alone', async () => {
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { name: '新名' } }]);
    const set = setOfLast();
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { remark: '备注' } }]);
    expect((await editor.post(`/api/changes/${set}/undo`, { reason: '撤销' })).status).toBe(200);
    expect(ledger().tables.projects.get('p1')).toMatchObject({ name: '第1项目', remark: '备注' });
  });

  it('leaves secrets as they are and takes the rest of the change back', async () => {
    const values = { phone: '0371-1111', title: '新职务' };
    await change([{ kind: 'update', register: 'leaders', record: 'leader1', values }]);
    expect((await editor.post(`/api/changes/${setOfLast()}/undo`, { reason: '撤销' })).status).toBe(200);
    expect(ledger().tables.leaders.get('leader1')).not.toHaveProperty('title');
    expect(office.parts.changes.secret('leaders', 'leader1', 'phone')).toBe('0371-1111');
  });

  it('says that secrets alone cannot be brought back', async () => {
    await change([{ kind: 'update', register: 'leaders', record: 'leader1', values: { phone: '0371-1111' } }]);
    const answer = await editor.post(`/api/changes/${setOfLast()}/undo`, { reason: '撤销' });
    expect(answer.body).toMatchObject({ conflicts: [{ code: 'secret', fields: ['phone'] }] });
  });

  it('needs a reason, a known set and the right to write its registers', async () => {
    expect((await editor.post('/api/changes/1/undo', {})).status).toBe(422);
    expect((await editor.post('/api/changes/999999/undo', { reason: '撤销' })).status).toBe(404);
    const operator = await office.as('operator');
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { name: '新名' } }]);
    expect((await operator.post(`/api/changes/${setOfLast()}/undo`, { reason: '撤销' })).status).toBe(403);
  });
});

const milestone = (): object => ({ project: 'p1', name: '封顶', baselineOn: '2017-04-30', dueOn: '2017-04-30' });

describe('the time line of a project', () => {
  it('tells what was due, what was written and who held which post then', async () => {
    office.pass(86_400_000);
    editor = await office.as('editor');
    await change([
      { kind: 'create', register: 'milestones', record: 'm1', values: { ...milestone(), weight: 10 } },
      {
        kind: 'update',
        register: 'projects',
        record: 'p1',
        values: { sponsorLeader: 'leader1', sponsorSince: '2017-03-01' },
      },
    ]);
    office.pass(86_400_000);
    editor = await office.as('editor');
    await change([{ kind: 'delete', register: 'milestones', record: 'm1' }]);
    const { status, body } = await editor.get('/api/timeline/p1');
    expect(status).toBe(200);
    const { entries, posts, name } = body as unknown as Timeline;
    expect(name).toBe('第1项目');
    expect(posts).toEqual([
      { leadUnit: '柳园乡', responsiblePerson: '某某' },
      { from: '2017-03-01', sponsorLeader: '张某', leadUnit: '柳园乡', responsiblePerson: '某某' },
    ]);
    const resumed = entries.find(({ on }) => on === '2017-02-13');
    expect(resumed).toMatchObject({ source: 'fact', date: { zh: '复工日期' }, posts: posts[0] });
    const log = entries.filter(({ source }) => source === 'log').map(({ on, register, kind }) => [on, register, kind]);
    expect(log).toContainEqual(['2017-06-02', 'milestones', 'create']);
    expect(log).toContainEqual(['2017-06-03', 'milestones', 'delete']);
    expect(log).not.toContainEqual(expect.arrayContaining(['units']));
  });

  it('marks deadlines that passed without what was due', async () => {
    const { entries: none } = (await editor.get('/api/timeline/p1')).body as unknown as Timeline;
    expect(none.filter(({ missed }) => missed)).toEqual([]);
    await change([{ kind: 'create', register: 'milestones', record: 'm1', values: { ...milestone(), weight: 10 } }]);
    const { entries } = (await editor.get('/api/timeline/p1')).body as unknown as Timeline;
    expect(entries.filter(({ missed }) => missed)).toMatchObject([{ on: '2017-04-30', title: '封顶' }]);
  });

  it('leaves as a spreadsheet, and each reading is on record', async () => {
    await change([
      { kind: 'update', register: 'projects', record: 'p1', values: { name: '=1+1', liaisonPhone: '13800000000' } },
    ]);
    await editor.get('/api/timeline/p1');
    const { status, text } = await editor.get('/api/exports/timeline/p1.csv');
    expect(status).toBe(200);
    expect(text).toContain('项目名称: 第1项目 → =1+1');
    expect(text).toContain(',调整,');
    expect(text).not.toContain('13800000000');
    expect((await editor.get('/api/exports/timeline/p1.xlsx')).status).toBe(200);
    expect((await editor.get('/api/exports/timeline/nothing.csv')).status).toBe(404);
    const kinds = office.parts.events.list({ limit: 5 }).map(({ kind, subject }) => `${kind} ${subject}`);
    expect(kinds).toContain('timeline-read p1');
    expect(kinds).toContain('export timeline-p1');
  });

  it('is for those who answer for figures or look into them', async () => {
    expect((await (await office.as('operator')).get('/api/timeline/p1')).status).toBe(403);
    expect((await (await office.as('reporter')).get('/api/timeline/p1')).status).toBe(403);
    expect((await (await office.as('auditor')).get('/api/timeline/p1')).status).toBe(200);
    expect((await editor.get('/api/timeline/nothing')).status).toBe(404);
  });
});

describe('past ledgers', () => {
  it('are what was known after a change or at a moment', async () => {
    const start = ledger();
    const at = office.parts.now();
    office.pass(1000);
    await change([{ kind: 'update', register: 'projects', record: 'p1', values: { name: '甲' } }]);
    const middle = ledger();
    await change([{ kind: 'delete', register: 'units', record: 'u3' }]);
    const { ledgerAt } = office.parts.changes;
    for (const past of [ledgerAt({ seq: start.revision }), ledgerAt({ at })]) {
      expect(past.revision).toBe(start.revision);
      expect(past.tables.projects).toEqual(start.tables.projects);
      expect(past.tables.units).toEqual(start.tables.units);
    }
    expect(ledgerAt({ seq: middle.revision }).tables).toEqual(middle.tables);
    expect(ledgerAt({ seq: 10_000 })).toBe(ledger());
    expect(ledgerAt({ seq: 0 }).revision).toBe(0);
  });
});
