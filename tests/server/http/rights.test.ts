import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';
import { TWO_UNITS } from '../../support/two-units.ts';

let office: Office;
let reporter: Client;
let verifier: Client;

beforeEach(async () => {
  office = await openOffice({ requests: TWO_UNITS });
  reporter = await office.as('reporter');
  verifier = await office.as('verifier');
});

const REPORT = { project: 'p1', asOf: '2017-07-31', reportedYtdYuan: 36_000_000, state: 'submitted' };

/** A change of the first unit's open report. */
const update = (values: object) => ({ kind: 'update', register: 'reports', record: 'open1', values });

const note = (record: string) => ({ kind: 'update', register: 'reports', record, values: { note: '核对' } });

const verify = (client: Client) =>
  client.patch('/api/registers/reports/open1', { state: 'verified', completedYtdYuan: 35_000_000 });

const setFourEyes = (): void =>
  save(office.parts, { kind: 'update', register: 'settings', record: 'settings', values: { fourEyes: true } });

describe('reports of a unit', () => {
  it('are submitted on the office’s day, and sent again after a return still on the first', async () => {
    const made = await reporter.post('/api/registers/reports', REPORT);
    // The clock stands at 2017-06-01 06:53 UTC.
    expect([made.status, made.body.submittedOn]).toEqual([201, '2017-06-01']);
    office.pass(10 * 3_600_000);
    const id = String(made.body.id);
    await verifier.patch(`/api/registers/reports/${id}`, { state: 'returned', returnReason: '依据不足' });
    const again = await reporter.patch(`/api/registers/reports/${id}`, {
      reportedYtdYuan: 36_100_000,
      state: 'submitted',
    });
    expect([again.status, again.body.submittedOn]).toEqual([200, '2017-06-01']);
  });

  it('that the office typed and returned are submitted on the day on which the unit sends them', async () => {
    const typed = { project: 'p1', asOf: '2017-07-31', state: 'returned', returnReason: '依据不足' };
    const made = await verifier.post('/api/registers/reports', typed);
    expect([made.status, made.body.submittedOn]).toEqual([201, undefined]);
    const sent = await reporter.patch(`/api/registers/reports/${String(made.body.id)}`, {
      reportedYtdYuan: 36_100_000,
      state: 'submitted',
    });
    expect([sent.status, sent.body.submittedOn]).toEqual([200, '2017-06-01']);
  });

  it('name the fields that their unit may not write', async () => {
    const answer = await reporter.post('/api/registers/reports', {
      ...REPORT,
      completedYtdYuan: 1,
      submittedOn: '2017-01-01',
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect([...(answer.body.errors ?? [])].map(({ path, code }) => [path, code])).toEqual([
      ['completedYtdYuan', 'forbidden'],
      ['submittedOn', 'forbidden'],
    ]);
    const set = [{ kind: 'create', register: 'reports', values: { ...REPORT, project: 'p2' } }];
    expect((await reporter.post('/api/changes', { changes: set })).body.errors?.[0]).toMatchObject({
      path: 'changes/0/project',
      code: 'forbidden',
    });
  });

  it('of another unit are not there', async () => {
    for (const path of ['report2', 'report2/history', 'gone']) {
      expect([path, (await reporter.get(`/api/registers/reports/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await reporter.patch('/api/registers/reports/report2', { note: '改' })).status).toBe(404);
    const changes = [{ kind: 'update', register: 'reports', record: 'report2', values: { note: '改' } }];
    const answer = await reporter.post('/api/changes', { changes });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([404, 'changes/0']);
    const list = await reporter.get('/api/registers/reports');
    expect([...(list.body.records ?? [])].map(({ id }) => String(id))).toEqual(['open1', 'report1']);
  });

  it('cannot be touched once they are verified, nor deleted', async () => {
    expect((await reporter.patch('/api/registers/reports/report1', { note: '改' })).status).toBe(403);
    expect((await reporter.delete('/api/registers/reports/open1')).status).toBe(403);
    const changes = [{ kind: 'delete', register: 'reports', record: 'open1' }];
    expect((await reporter.post('/api/changes', { changes })).status).toBe(403);
  });

  it('are judged in the order of a set', async () => {
    const answer = await verifier.post('/api/changes', {
      changes: [
        update({ state: 'returned', returnReason: '重报' }),
        update({ state: 'verified', completedYtdYuan: 1 }),
      ],
      confirm: ['lower-than-before'],
      reason: '核减',
    });
    expect(answer.status).toBe(200);
  });
});

describe('the log', () => {
  it('does not give a unit the reason that stands for many', async () => {
    const editor = await office.as('editor');
    const set = { changes: [note('report1'), note('report2')], reason: '临河镇核减' };
    expect((await editor.post('/api/changes', set)).status).toBe(200);
    expect((await editor.get('/api/registers/reports/report1/history')).text).toContain('临河镇核减');
    const own = await reporter.get('/api/registers/reports/report1/history');
    expect(own.text).toContain('核对');
    expect(own.text).not.toContain('临河镇核减');
    expect((await reporter.get('/api/changes')).text).not.toContain('临河镇核减');
  });
});

describe('the units', () => {
  it('show a reporter all names and the own coordinator only', async () => {
    const { records = [] } = (await reporter.get('/api/registers/units')).body;
    expect([...records].map(({ name, coordinator }) => [name, coordinator])).toEqual([
      ['柳园乡', '自家'],
      ['临河镇', undefined],
      ['东风路街道办', undefined],
    ]);
    expect((await reporter.get('/api/registers/units?coordinator=自家')).body.records).toHaveLength(1);
    expect((await reporter.get('/api/registers/units/u2/history')).status).toBe(404);
  });
});

describe('declarations', () => {
  it('say per field whether the role writes it, and which steps it leads', async () => {
    const { registers = [] } = (await reporter.get('/api/registers')).body;
    const names = [...registers].map(({ name }) => String(name));
    expect(names).toContain('reports');
    for (const hidden of ['users', 'screens', 'tokens', 'visits']) expect(names).not.toContain(hidden);
    const reports = [...registers].find(({ name }) => String(name) === 'reports');
    const fields = new Map([...(reports?.fields ?? [])].map((field) => [String(field.name), field]));
    expect(fields.get('reportedYtdYuan')?.mayWrite).toBe(true);
    expect(fields.get('completedYtdYuan')?.mayWrite).toBe(false);
    expect(fields.get('state')?.flow).toEqual({
      starts: ['submitted'],
      moves: { submitted: [], returned: ['submitted'], verified: [] },
    });
  });
});

describe('four eyes', () => {
  it('forbid to verify what one has reported, until somebody else has', async () => {
    setFourEyes();
    expect((await verifier.patch('/api/registers/reports/open1', { reportedYtdYuan: 35_000_001 })).status).toBe(200);
    const own = await verify(verifier);
    expect([own.status, own.body.errors?.[0]?.path]).toEqual([403, 'state']);
    expect((await reporter.patch('/api/registers/reports/open1', { reportedYtdYuan: 35_000_000 })).status).toBe(200);
    expect((await verify(verifier)).status).toBe(200);
  });

  it('are not fooled by a set', async () => {
    setFourEyes();
    const changes = [
      update({ reportedYtdYuan: 35_000_001 }),
      update({ state: 'verified', completedYtdYuan: 35_000_000 }),
    ];
    const answer = await verifier.post('/api/changes', { changes });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([403, 'changes/1/state']);
  });

  it('are not closed afterwards: who reported does not touch what another found', async () => {
    setFourEyes();
    const editor = await office.as('editor');
    await verifier.patch('/api/registers/reports/open1', { reportedYtdYuan: 35_000_001 });
    expect((await verify(editor)).status).toBe(200);
    for (const values of [{ completedYtdYuan: 35_000_001 }, { asOf: '2017-07-31' }, { project: 'p2' }]) {
      const { status, body } = await verifier.patch('/api/registers/reports/open1', values);
      expect([status, body.errors?.[0]?.path]).toEqual([403, Object.keys(values)[0]]);
    }
    expect((await verifier.patch('/api/registers/reports/open1', { note: '核对' })).status).toBe(200);
    expect((await editor.patch('/api/registers/reports/open1', { completedYtdYuan: 35_000_001 })).status).toBe(200);
  });

  it('are the office’s choice', async () => {
    await verifier.patch('/api/registers/reports/open1', { reportedYtdYuan: 35_000_001 });
    expect((await verify(verifier)).status).toBe(200);
  });
});

describe('unlikely values', () => {
  const tooMuch = { completedYtdYuan: 95_000_000, state: 'verified' };
  const path = '/api/registers/reports/open1';

  it('are refused until they are confirmed with a reason', async () => {
    const refused = await verifier.patch(path, tooMuch);
    expect([refused.status, refused.body.code]).toEqual([422, 'needs-confirmation']);
    const codes = [...(refused.body.warnings ?? [])].map(({ code }) => String(code));
    expect(codes).toContain('over-total');
    expect(refused.body.warnings?.[0]).toMatchObject({ path: 'completedYtdYuan', comparedYuan: 90_000_000 });
    const query = `?confirm=${codes.join(',')}`;
    expect((await verifier.patch(`${path}?confirm=over-total`, tooMuch)).body.code).toBe('needs-confirmation');
    expect((await verifier.patch(`${path}${query}`, tooMuch)).body.errors?.[0]).toMatchObject({ path: 'reason' });
    const reason = encodeURIComponent('追加投资');
    expect((await verifier.patch(`${path}${query}&reason=${reason}`, tooMuch)).status).toBe(200);
    expect((await verifier.get('/api/changes?limit=1')).body.changes?.[0]).toMatchObject({ reason: '追加投资' });
  });

  it('are not explained with private numbers, which would stay in the log', async () => {
    const reason = '电话13800000000';
    const changes = [update({ note: '核对' })];
    const { seq } = office.parts.changes.history({ limit: 1 })[0] ?? {};
    const answers = [
      await verifier.post('/api/changes', { changes, reason }),
      await verifier.patch(`${path}?reason=${encodeURIComponent(reason)}`, { note: '核对' }),
    ];
    expect(answers.map(({ body }) => body.errors?.[0]?.code)).toEqual(['private-number', 'private-number']);
    expect(office.parts.changes.history({ limit: 1 })[0]?.seq).toBe(seq);
  });

  it('are named by their place in a set, and nothing of it is written', async () => {
    const before = office.parts.changes.ledger().revision;
    const rename = { kind: 'update', register: 'reports', record: 'report1', values: { note: '注' } };
    const changes = [rename, { kind: 'update', register: 'reports', record: 'open1', values: tooMuch }];
    const refused = await verifier.post('/api/changes', { changes });
    expect(refused.body.warnings?.[0]).toMatchObject({ path: 'changes/1/completedYtdYuan' });
    expect(office.parts.changes.ledger().revision).toBe(before);
    const confirm = [...(refused.body.warnings ?? [])].map(({ code }) => String(code));
    expect((await verifier.post('/api/changes', { changes, confirm })).body.errors?.[0]?.path).toBe('reason');
    expect((await verifier.post('/api/changes', { changes, confirm, reason: '追加' })).status).toBe(200);
  });
});
