import { beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});

const board = async (path: string) => (await office.stranger().get(`/api/boards/${path}`)).body;

describe('boards', () => {
  it('give exact values beside displayed text', async () => {
    const answer = await board('unitRanking?group=township');
    expect(answer).toMatchObject({
      board: 'unitRanking',
      group: 'township',
      asOf: '2017-05-31',
      baseline: '2017-04-30',
      revision: office.parts.changes.ledger().revision,
      basis: { timeProgress: 'linearMonth', source: '调度数', demo: false, time: { exact: '5/12', text: '41.7' } },
    });
    expect(answer.rows).toMatchObject({
      u2: {
        order: 0,
        rank: 1,
        name: '临河镇',
        rate: { exact: '20000000/30000000', text: '66.7' },
        completed: { yuan: 20_000_000, text: '0.20' },
        pace: 'ahead',
      },
      u1: {
        order: 1,
        rank: 2,
        name: '柳园乡',
        rate: { exact: '30000000/70000000', text: '42.9' },
        variance: { text: '+1.2' },
      },
    });
    expect(Object.keys(answer.rows ?? {})).toEqual(['u2', 'u1']);
  });

  it('sum up the whole list', async () => {
    expect(await board('summary')).toMatchObject({
      projects: 2,
      byLevel: { provincial: 1, municipal: 1, district: 0 },
      rate: { exact: '50000000/100000000', text: '50.0' },
      resumed: { done: 2, due: 2 },
    });
  });

  it('rank and filter projects', async () => {
    expect(Object.keys((await board('projectRanking')).rows ?? {})).toEqual(['p2', 'p1']);
    expect(Object.keys((await board('projectRanking?level=provincial')).rows ?? {})).toEqual(['p1']);
    expect(Object.keys((await board('projectRanking?sector=industry&top=1')).rows ?? {})).toEqual(['p2']);
    expect(Object.keys((await board('projects')).rows ?? {})).toEqual(['p2', 'p1']);
  });

  it('show one project without what is not public', async () => {
    const answer = await office.stranger().get('/api/boards/project?project=p1');
    expect(answer.body).toMatchObject({ board: 'project', name: '第1项目', unit: '柳园乡', milestones: {} });
    expect(answer.text).not.toContain('某某');
  });

  it('are computed at another date when asked', async () => {
    expect(await board('summary?asOf=2017-04-30')).toMatchObject({
      asOf: '2017-04-30',
      rate: { text: '0.0' },
      basis: { time: { exact: '4/12' } },
    });
  });

  it.each([
    ['unitRanking', 'group', 'not-a-choice'],
    ['unitRanking?group=moon', 'group', 'not-a-choice'],
    ['project', 'project', 'required'],
    ['summary?asOf=2017-02-30', 'asOf', 'bad-format'],
    ['summary?asOf=yesterday', 'asOf', 'bad-format'],
    ['projectRanking?top=0', 'top', 'too-small'],
    ['projectRanking?level=imperial', 'level', 'not-a-choice'],
  ])('refuse %s', async (path, at, code) => {
    const answer = await board(path);
    expect(answer).toMatchObject({ status: 422, errors: [{ path: at, code }] });
  });

  it('answer 404 to an unknown board and an unknown project', async () => {
    expect((await board('moon')).status).toBe(404);
    expect((await board('project?project=nobody')).status).toBe(404);
  });

  it('are described with their options', async () => {
    const { boards } = (await office.stranger().get('/api/boards')).body;
    const ranking = [...(boards ?? [])].find(({ name }) => name === 'unitRanking');
    expect(ranking?.label).toEqual({ zh: '单位排行', en: 'Unit ranking' });
    expect(ranking?.options?.[0]).toMatchObject({ name: 'group', kind: 'choice', optional: false });
  });

  it('are not sent again while the ledger stays, and are when it changes', async () => {
    const client = office.stranger();
    const path = '/api/boards/unitRanking?group=township';
    const tag = (await client.get(path)).headers.get('etag') ?? '';
    const again = await client.get(path, { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    save(office.parts, {
      kind: 'update',
      register: 'reports',
      record: 'report1',
      values: { completedYtdYuan: 70_000_000 },
    });
    const changed = await client.get(path, { headers: { 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    expect(changed.body.rows?.u1).toMatchObject({ rank: 1, rate: { text: '100.0' } });
  });
});

describe('boards of the office', () => {
  it('are not for strangers nor for reporters of units, and strangers do not see them in the list', async () => {
    const stranger = office.stranger();
    expect((await stranger.get('/api/boards/issues')).status).toBe(401);
    expect((await (await office.as('reporter')).get('/api/boards/issues')).status).toBe(403);
    const names = async (client: typeof stranger) => {
      const { boards } = (await client.get('/api/boards')).body;
      return [...(boards ?? [])].map(({ name }) => String(name));
    };
    const known = [...(await names(stranger))].sort();
    // Each board is made public on purpose: a new one is added here after somebody has looked at what it tells.
    expect(known).toEqual([
      'assessment',
      'commencements',
      'headToHead',
      'project',
      'projectRanking',
      'projects',
      'publicBreakdown',
      'publicDeclarations',
      'publicIssues',
      'publicLeaders',
      'publicMechanisms',
      'publicMilestones',
      'publicNotices',
      'publicPermits',
      'publicPhotos',
      'publicPipeline',
      'publicStarts',
      'publicTrend',
      'publicVisits',
      'redBlack',
      'summary',
      'unitRanking',
    ]);
    expect(await names(await office.as('reporter'))).toEqual(await names(stranger));
    expect(await names(await office.as('auditor'))).toEqual(
      expect.arrayContaining(['issues', 'yearSummary', 'series']),
    );
  });

  it('are described with their options, and refuse others', async () => {
    const auditor = await office.as('auditor');
    const { boards } = (await auditor.get('/api/boards')).body;
    const series = [...(boards ?? [])].find(({ name }) => name === 'series');
    expect(series).toMatchObject({ public: false, options: [{ name: 'by', kind: 'choice', optional: true }] });
    expect((await auditor.get('/api/boards/series?by=sector')).body).toMatchObject({ board: 'series', by: 'sector' });
    for (const [path, code] of [
      ['series?by=moon', 'not-a-choice'],
      ['photos?month=2017-13', 'bad-format'],
      ['pipeline?year=12', 'too-small'],
      ['issues?year=2017', 'unknown-field'],
    ]) {
      expect((await auditor.get(`/api/boards/${path}`)).body).toMatchObject({ status: 422, errors: [{ code }] });
    }
  });

  it('each answer an office that has only begun', async () => {
    const auditor = await office.as('auditor');
    const { boards } = (await auditor.get('/api/boards')).body;
    for (const { name } of [...(boards ?? [])].filter(
      ({ name, options }) => name !== 'headToHead' && [...(options ?? [])].every(({ optional }) => optional),
    )) {
      const { status, body } = await auditor.get(`/api/boards/${String(name)}`);
      expect([status, body.board]).toEqual([200, name]);
    }
  });

  it('are computed on the ledger as it was known then, in the office only', async () => {
    const auditor = await office.as('auditor');
    const { revision } = office.parts.changes.ledger();
    const rate = async (query: string) => (await auditor.get(`/api/boards/summary${query}`)).body;
    const before = await rate('');
    save(office.parts, {
      kind: 'update',
      register: 'reports',
      record: 'report2',
      values: { completedYtdYuan: 30_000_000 },
    });
    expect((await rate('')).completed?.yuan).not.toBe(before.completed?.yuan);
    expect(await rate(`?known=@${revision}`)).toMatchObject({ revision, completed: before.completed });
    expect(await rate(`?known=@${revision}&asOf=2017-04-30`)).toMatchObject({ revision, asOf: '2017-04-30' });
    expect((await rate('?known=2016-12-31')).code).toBe('no-settings');
    expect(await rate('?known=yesterday')).toMatchObject({
      status: 422,
      errors: [{ path: 'known', code: 'bad-format' }],
    });
    const stranger = await office.stranger().get(`/api/boards/summary?known=@${revision}`);
    expect([stranger.status, stranger.body.code]).toEqual([401, 'not-signed-in']);
  });

  it('are not kept by caches in between', async () => {
    const auditor = await office.as('auditor');
    expect((await auditor.get('/api/boards/issues')).headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('programmes', () => {
  it('are what the group’s screens receive, also with another playlist', async () => {
    const operator = await office.as('operator');
    const { programme } = (await operator.get('/api/groups/hall/programme')).body;
    expect(programme).toMatchObject({ group: 'hall', theme: 'red', slides: { all: { kind: 'projects', order: 0 } } });
    const made = await operator.post('/api/playlists', { name: '另一', entries: [] });
    const other = await operator.get(`/api/groups/hall/programme?playlist=${String(made.body.id)}`);
    expect(other.body.programme?.slides).toEqual({});
    expect((await operator.get('/api/groups/nobody/programme')).status).toBe(404);
    expect((await operator.get('/api/groups/hall/programme?playlist=nobody')).status).toBe(422);
  });

  it('are previewed from entries that are not saved', async () => {
    const auditor = await office.as('auditor');
    const entry = {
      id: 'rank',
      kind: 'unitRanking',
      options: { group: 'township', title: '榜' },
      seconds: 10,
      enabled: true,
    };
    const before = office.parts.changes.ledger().revision;
    const { body } = await auditor.post('/api/groups/hall/preview', { entries: [entry] });
    expect(body.programme).toMatchObject({
      anchor: office.parts.now(),
      slides: { rank: { kind: 'unitRanking', title: '榜', seconds: 10 } },
    });
    expect(office.parts.changes.ledger().revision).toBe(before);
    const wrong = await auditor.post('/api/groups/hall/preview', { entries: [{ ...entry, kind: 'moon' }] });
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'entries', code: 'bad-format' }] });
  });
});
