import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { makeToken } from '../../support/tokens.ts';

let office: Office;
let admin: Client;
let machine: Client;

beforeEach(async () => {
  office = await openOffice();
  admin = await office.as('admin');
  machine = office.stranger();
});

const NEW = { name: '数据共享', role: 'editor', rights: 'write', expiresOn: '2017-12-31' };
const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${String(token)}` } });

describe('an API token', () => {
  it('is shown once and kept as a hash', async () => {
    const made = await admin.post('/api/tokens', { ...NEW, registers: ['units'] });
    expect(made.status).toBe(201);
    expect(made.body.token).toMatch(/^pb_[\w-]{43}$/);
    const id = String(made.body.id);
    const later = [
      await admin.get('/api/tokens'),
      await admin.get(`/api/tokens/${id}`),
      await admin.get(`/api/tokens/${id}/history`),
      await admin.get('/api/events'),
      await admin.get('/api/changes'),
    ];
    for (const { status, text } of later) {
      expect(status).toBe(200);
      expect(text).not.toContain(String(made.body.token));
    }
    expect(JSON.stringify(office.database.prepare('SELECT * FROM tokens').all())).not.toContain(
      String(made.body.token),
    );
    expect(later[0]?.body.records?.[0]).toMatchObject({ id, name: '数据共享', disabled: false, registers: ['units'] });
  });

  it('writes in its own name, without a cookie', async () => {
    const { body } = await admin.post('/api/tokens', NEW);
    const asked = bearer(body.token);
    expect((await machine.get('/api/session', asked)).body.user).toMatchObject({
      id: body.id,
      displayName: '数据共享',
    });
    expect((await machine.patch('/api/registers/units/u1', { shortName: '柳' }, asked)).status).toBe(200);
    const [last] = office.parts.changes.history({ limit: 1 });
    expect(last?.actor).toEqual({ id: body.id, name: '数据共享' });
  });

  it('counts instead of the cookie that comes with it', async () => {
    const { headers } = makeToken(office.parts, { role: 'auditor' });
    expect((await admin.patch('/api/registers/units/u1', { shortName: '柳' }, { headers })).status).toBe(403);
    expect((await admin.get('/api/session', bearer('pb_wrong'))).status).toBe(401);
  });

  it.each([
    ['for a reporter', { role: 'reporter' }, 'role', 'not-a-choice'],
    ['for registers that there are not', { registers: ['dragons'] }, 'registers', 'unknown-reference'],
    ['that is over already', { expiresOn: '2017-05-31' }, 'expiresOn', 'too-small'],
    ['that nobody will end', { expiresOn: '2018-06-03' }, 'expiresOn', 'too-large'],
    ['with a hash from outside', { tokenHash: 'x' }, 'tokenHash', 'unknown-field'],
    ['with rights that there are not', { rights: 'all' }, 'rights', 'not-a-choice'],
  ])('is not made %s', async (_what, values, path, code) => {
    const answer = await admin.post('/api/tokens', { ...NEW, ...values });
    expect([answer.status, answer.body.errors?.[0]?.path, answer.body.errors?.[0]?.code]).toEqual([422, path, code]);
  });

  it('is not made by any other way, and never gets another secret', async () => {
    const values = { ...NEW, disabled: false };
    expect((await admin.post('/api/registers/tokens', values)).status).toBe(405);
    const create = (more: object) => ({
      changes: [{ kind: 'create', register: 'tokens', values: { ...values, ...more } }],
    });
    expect((await admin.post('/api/changes', create({}))).status).toBe(403);
    expect((await admin.post('/api/changes', create({ tokenHash: 'x' }))).status).toBe(422);
    const { id } = makeToken(office.parts, { role: 'editor' });
    expect((await admin.patch(`/api/tokens/${id}`, { tokenHash: 'x' })).status).toBe(422);
    expect((await admin.patch(`/api/tokens/${id}`, { role: 'reporter' })).status).toBe(422);
    expect((await admin.patch(`/api/tokens/${id}`, { registers: ['units'] })).status).toBe(200);
  });

  it.each([
    ['once it is over', { expiresOn: '2017-05-31' }],
    ['while it is disabled', { disabled: true }],
  ])('is refused %s', async (_when, wanted) => {
    const { headers } = makeToken(office.parts, { role: 'editor', ...wanted });
    const answer = await machine.get('/api/session', { headers });
    expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('works through the last day of the office and not a moment longer', async () => {
    const { headers } = makeToken(office.parts, { role: 'editor', expiresOn: '2017-06-01' });
    // 06:53 UTC is 14:53 in the office.
    office.pass((9 * 60 + 6) * 60_000);
    expect((await machine.get('/api/session', { headers })).status).toBe(200);
    office.pass(2 * 60_000);
    expect((await machine.get('/api/session', { headers })).status).toBe(401);
  });

  it('is gone when it is deleted or disabled', async () => {
    const { id, headers } = makeToken(office.parts, { role: 'editor' });
    expect((await machine.get('/api/session', { headers })).status).toBe(200);
    expect((await admin.patch(`/api/tokens/${id}`, { disabled: true })).status).toBe(200);
    expect((await machine.get('/api/session', { headers })).status).toBe(401);
    expect((await admin.delete(`/api/tokens/${id}`)).status).toBe(204);
    expect((await machine.get('/api/session', { headers })).status).toBe(401);
  });
});

describe('the scope of a token', () => {
  it('limits it to reading', async () => {
    const { headers } = makeToken(office.parts, { role: 'admin', rights: 'read' });
    expect((await machine.get('/api/registers/units', { headers })).status).toBe(200);
    expect((await machine.patch('/api/registers/units/u1', { shortName: '柳' }, { headers })).status).toBe(403);
    expect((await machine.post('/api/changes', { changes: [] }, { headers })).status).toBe(403);
  });

  it('limits it to some registers, in every route', async () => {
    const { headers } = makeToken(office.parts, { role: 'admin', registers: ['units'] });
    const asked = { headers };
    expect((await machine.get('/api/registers/units/u1', asked)).status).toBe(200);
    expect((await machine.patch('/api/registers/units/u1', { shortName: '柳' }, asked)).status).toBe(200);
    for (const path of ['/api/registers/projects', '/api/users', '/api/screens', '/api/events', '/api/settings']) {
      expect([path, (await machine.get(path, asked)).status]).toEqual([path, 403]);
    }
    const { registers = [] } = (await machine.get('/api/registers', asked)).body;
    expect([...registers].map(({ name }) => name)).toEqual(['units']);
    const log = (await machine.get('/api/changes?limit=1000', asked)).body.changes ?? [];
    expect(new Set([...log].map(({ register }) => String(register)))).toEqual(new Set(['units']));
    const changes = [{ kind: 'update', register: 'projects', record: 'p1', values: { remark: '改' } }];
    const set = await machine.post('/api/changes', { changes }, asked);
    expect([set.status, set.body.errors?.[0]?.path]).toEqual([403, 'changes/0']);
  });

  it('keeps it from files, which hold and show records of every register', async () => {
    const { headers } = makeToken(office.parts, { role: 'editor', registers: ['imports', 'units'] });
    const raw = new TextEncoder().encode('ID,项目名称\r\np1,改名\r\n');
    const file = { raw, headers: { ...headers, 'content-type': 'text/csv' } };
    const asked = { headers };
    expect((await machine.get('/api/imports', asked)).status).toBe(200);
    const answers = [
      await machine.post('/api/imports?name=a.csv', undefined, file),
      await machine.patch('/api/imports/a', {}, asked),
      await machine.post('/api/imports/a/commit', {}, asked),
      await machine.post('/api/imports/a/undo', { reason: '错' }, asked),
      await machine.get('/api/imports/a/file', asked),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    const whole = makeToken(office.parts, { role: 'editor' });
    const admitted = { raw, headers: { ...whole.headers, 'content-type': 'text/csv' } };
    expect((await machine.post('/api/imports?name=a.csv', undefined, admitted)).status).toBe(201);
  });

  it('hides what refers to a record from elsewhere', async () => {
    const { headers } = makeToken(office.parts, { role: 'admin', registers: ['projects'] });
    const answer = await machine.delete('/api/registers/projects/p1', { headers });
    expect([answer.status, answer.body.by]).toEqual([409, []]);
    expect((await admin.delete('/api/registers/projects/p1')).body.by).toEqual(['plans/plan1', 'reports/report1']);
  });

  it('never holds accounts and tokens', async () => {
    const { headers } = makeToken(office.parts, { role: 'admin' });
    expect((await machine.post('/api/tokens', NEW, { headers })).status).toBe(403);
    expect((await machine.patch('/api/users/editor', { disabled: true }, { headers })).status).toBe(403);
    const changes = [{ kind: 'update', register: 'users', record: 'editor', values: { disabled: true } }];
    expect((await machine.post('/api/changes', { changes }, { headers })).status).toBe(403);
    const own = { current: 'x', password: 'another password' };
    expect((await machine.post('/api/session/password', own, { headers })).status).toBe(403);
  });
});

describe('guessing at tokens', () => {
  it('has to wait per address, and locks nobody out who has one', async () => {
    const { headers } = makeToken(office.parts, { role: 'editor' });
    let answer = await machine.get('/api/session', bearer('pb_guess'));
    for (let guess = 0; answer.status === 401 && guess < 50; guess += 1) {
      answer = await machine.get('/api/session', bearer(`pb_guess${guess}`));
    }
    expect([answer.status, answer.body.code]).toEqual([429, 'throttled']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await machine.get('/api/session', { headers })).status).toBe(200);
    expect((await machine.get('/api/session', { ...bearer('pb_guess'), address: '192.0.2.9' })).status).toBe(401);
    const { events = [] } = (await admin.get('/api/events?kind=token-refused&limit=1000')).body;
    expect([...events].length).toBeLessThan(30);
    expect(JSON.stringify(events)).not.toContain('pb_');
  });
});
