import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { OFFICE_ROLES } from '../../../core/register/role.ts';
import { demoRequests } from '../../../server/demo/demo-ledger.ts';
import { openOffice, type Client, type Json, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;
let auditor: Client;

beforeAll(async () => {
  office = await openOffice({ requests: demoRequests() });
  auditor = await office.as('auditor');
});

const get = async (path: string) => (await auditor.get(`/api/schemes${path}`)).body;

const listed = (list: Json | undefined): readonly Json[] => list ?? [];

const nodes = (node: Json): readonly Json[] => [node, ...listed(node['children']).flatMap(nodes)];

describe('schemes over HTTP', () => {
  it('are listed with the one in force', async () => {
    expect((await get(''))['schemes']).toMatchObject([
      { id: 'scheme-a', version: 1, state: 'approved', inForce: true },
      { id: 'scheme-b', version: 1, state: 'draft', inForce: false },
    ]);
  });

  it('stay on record once they are approved', async () => {
    const own = await openOffice({ requests: demoRequests() });
    const editor = await own.as('editor');
    const refused = await editor.delete('/api/registers/schemes/scheme-a');
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'frozen' }] } });
    expect((await editor.delete('/api/registers/schemes/scheme-b')).status).toBe(204);
  });

  it('are the office’s: of everybody there, of no reporter and no stranger', async () => {
    const paths = ['/scores', '/explain/unit-03', '/rise/unit-03', '/sensitivity', '/honours'].map(
      (end) => `/api/schemes/scheme-a${end}`,
    );
    const reporter = await office.as('reporter');
    for (const path of ['/api/schemes', ...paths]) {
      expect([path, (await office.stranger().get(path)).status]).toEqual([path, 401]);
      expect([path, (await reporter.get(path)).status]).toEqual([path, 403]);
    }
    for (const role of OFFICE_ROLES) {
      const client = await office.as(role);
      expect([role, (await client.get('/api/schemes/scheme-a/scores')).status]).toEqual([role, 200]);
      expect([role, (await client.post('/api/schemes/try', { body: SCHEME_A })).status]).toEqual([role, 200]);
    }
    expect((await office.stranger().post('/api/schemes/try', { body: SCHEME_A })).status).toBe(401);
    expect((await reporter.post('/api/schemes/try', { body: SCHEME_A })).status).toBe(403);
  });

  it('give scores by group with every item', async () => {
    const answer = await get('/scheme-a/scores?asOf=2017-12-31');
    expect(answer).toMatchObject({
      scheme: { id: 'scheme-a', name: '年度综合考核办法（百分制）', version: 1 },
      asOf: '2017-12-31',
      revision: office.parts.changes.ledger().revision,
      lists: [
        {
          group: 'township',
          rows: [
            { unit: 'unit-04', rank: 1 },
            { rank: 2 },
            {
              unit: 'unit-03',
              rank: 3,
              total: { text: '88.42' },
              items: { A1: { text: '25.00', max: '25.00', state: 'scored' } },
              gates: [],
            },
            {},
            {},
          ],
        },
        { group: 'park' },
        { group: 'department' },
      ],
    });
    expect(answer['items']?.[0]).toMatchObject({ id: 'A1', part: 'base', max: { main: 25, department: 15 } });
  });

  it('explain a score down to the records and the people behind them', async () => {
    const { unit, tree = {} as Json } = await get('/scheme-a/explain/unit-03?asOf=2017-12-31');
    expect(unit).toBe('unit-03');
    expect(tree).toMatchObject({ kind: 'total', value: '88.42' });
    const sources = nodes(tree).filter((node) => node['register'] !== undefined);
    expect(sources.length).toBeGreaterThan(20);
    const report = sources.find((node) => String(node['register']) === 'reports');
    expect(report).toMatchObject({ entered: { name: '系统', seq: expect.any(Number) }, verified: { name: '系统' } });
  });

  it('say what it takes to rise', async () => {
    expect(await get('/scheme-a/rise/unit-05?asOf=2017-12-31')).toMatchObject({
      unit: 'unit-05',
      gap: { text: '0.69' },
      rise: { above: [{ unit: 'unit-04', name: '东风路' }], wan: 3500, project: { id: 'KP2017-018' } },
      byRate: { rise: { above: [{ unit: 'unit-01' }], wan: 277 } },
    });
    expect(await get('/scheme-a/rise/unit-04?asOf=2017-12-31')).toMatchObject({
      gap: null,
      rise: null,
      reason: 'first',
      words: { zh: '已是第一名' },
    });
  });

  it('say how firm a ranking is and what the red and black rules propose', async () => {
    expect((await get('/scheme-a/sensitivity?asOf=2017-12-31'))['variants']).toHaveLength(13);
    const { groups, rules } = await get('/scheme-a/honours?asOf=2017-05-31');
    expect(rules).toMatchObject({ rankBy: 'score' });
    expect(groups?.[0]).toMatchObject({ group: 'township', units: expect.any(Array) });
    expect(JSON.stringify(groups)).toContain('"distinction":"warning"');
  });

  it.each([
    '/none/scores',
    '/none/explain/unit-03',
    '/scheme-a/explain/nobody',
    '/scheme-a/rise/nobody',
    '/none/rise/unit-03',
    '/none/honours',
    '/none/sensitivity',
  ])('answer 404 for %s', async (path) => {
    expect((await auditor.get(`/api/schemes${path}`)).status).toBe(404);
  });

  it.each(['asOf=2017-02-30', 'asOf=', 'known=gestern', 'colour=red'])('refuse %s', async (query) => {
    expect((await auditor.get(`/api/schemes/scheme-a/scores?${query}`)).status).toBe(422);
  });

  it('do not show a token of one register what rests on all', async () => {
    const admin = await office.as('admin');
    const token = await admin.post('/api/tokens', {
      name: '方案',
      role: 'editor',
      rights: 'read',
      registers: ['schemes'],
      expiresOn: '2017-12-31',
    });
    const headers = { authorization: `Bearer ${String(token.body['token'])}` };
    expect(token.status).toBe(201);
    expect((await office.stranger().get('/api/registers/schemes', { headers })).status).toBe(200);
    expect((await office.stranger().get('/api/schemes/scheme-a/scores', { headers })).status).toBe(403);
  });
});

const attempt = async (json: object) => auditor.post('/api/schemes/try', json);

describe('trying a scheme', () => {
  it('puts it beside the one in force, unit by unit, and saves nothing', async () => {
    const { revision } = office.parts.changes.ledger();
    const items = SCHEME_A.items.map((item) =>
      item.id === 'A2' ? { ...item, max: { main: 10, department: 8 } } : item,
    );
    const { status, body } = await attempt({ body: { ...SCHEME_A, items }, asOf: '2017-12-31' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      asOf: '2017-12-31',
      against: { id: 'scheme-a' },
      warnings: [
        { path: 'profiles/township', code: 'inconsistent' },
        { path: 'profiles/park' },
        { path: 'profiles/department/approving' },
        { path: 'profiles/department/others' },
      ],
    });
    const own = listed(body['units']).find(({ unit }) => String(unit) === 'unit-03');
    expect(own).toMatchObject({ before: { rank: 3, total: { text: '88.42' } }, name: '文化路' });
    const changed = listed(own?.['items']).filter((item) => String(item['difference']?.['text']) !== '0.00');
    expect(changed).toMatchObject([
      { id: 'A2', before: { text: '5.00' }, after: { text: '10.00' }, difference: { text: '5.00' } },
    ]);
    expect(office.parts.changes.ledger().revision).toBe(revision);
  });

  it('compares with another scheme when asked to', async () => {
    const { body } = await attempt({ body: SCHEME_A, against: 'scheme-b', asOf: '2017-12-31' });
    const own = listed(body['units']).find(({ unit }) => String(unit) === 'unit-03');
    expect(own).toMatchObject({ before: { rank: 5, total: { text: '134.00' } } });
    expect((await attempt({ body: SCHEME_A, against: 'none' })).status).toBe(404);
  });

  it('names every place that is wrong', async () => {
    const [first, ...others] = SCHEME_A.items;
    const items = [{ ...first, formula: { type: 'proportional', measure: 'luck', target: 0 } }, ...others];
    const { status, body } = await attempt({ body: { ...SCHEME_A, items, rankOn: 'mood' } });
    expect(status).toBe(422);
    expect((body['errors'] as readonly Json[]).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['rankOn', 'items/0/formula/measure']),
    );
    expect((await attempt({ body: null })).status).toBe(422);
    expect((await attempt({})).status).toBe(422);
    expect((await attempt({ body: JSON.parse('{"__proto__": {"items": []}}') as object })).status).toBe(422);
  });
});

describe('scores and the log', () => {
  let fresh: Office;
  let editor: Client;

  beforeEach(async () => {
    fresh = await openOffice({ requests: demoRequests() });
    editor = await fresh.as('editor');
  });

  const reportOf = (project: string, asOf: string) =>
    [...fresh.parts.changes.ledger().tables.reports.values()].find(
      (each) => each.project === project && each.asOf === asOf,
    );

  it('are those of the ledger as it was known then', async () => {
    const { revision } = fresh.parts.changes.ledger();
    const report = reportOf('KP2017-018', '2017-12-31');
    if (!report) throw new Error('no report');
    const more = (report.completedYtdYuan ?? 0) + 40_000_000;
    save(fresh.parts, { kind: 'update', register: 'reports', record: report.id, values: { completedYtdYuan: more } });
    const rank = async (query: string) => {
      const { body } = await editor.get(`/api/schemes/scheme-a/scores?asOf=2017-12-31${query}`);
      return listed(body['lists']?.[0]?.['rows']).find(({ unit }) => String(unit) === 'unit-05')?.['rank'];
    };
    expect(await rank('')).toBe(1);
    expect(await rank(`&known=@${revision}`)).toBe(2);
    expect((await editor.get('/api/schemes/scheme-a/scores?known=@1')).status).toBe(404);
  });

  it('name who entered a figure and who verified it', async () => {
    const verifier = await fresh.as('verifier');
    const report = { project: 'KP2017-018', asOf: '2017-05-30', reportedYtdYuan: 72_000_000, state: 'submitted' };
    const written = await editor.post('/api/registers/reports', report);
    expect([written.status, written.text]).toEqual([201, expect.any(String)]);
    const id = String(written.body['id']);
    const headers = { 'if-match': written.headers.get('etag') ?? '' };
    const verified = await verifier.patch(
      `/api/registers/reports/${id}`,
      { completedYtdYuan: 71_000_000, state: 'verified' },
      { headers },
    );
    expect(verified.status).toBe(200);
    const { body } = await editor.get('/api/schemes/scheme-a/explain/unit-05?asOf=2017-05-30');
    const source = nodes(body['tree'] ?? ({} as Json)).find((node) => String(node['record']) === id);
    expect(source).toMatchObject({ entered: { name: 'editor某' }, verified: { name: 'verifier某' } });
  });
});
