import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../../server/store/storage-error.ts';
import { createApp } from '../../../server/http/app.ts';
import { Client, openOffice, type Office } from '../../support/http-client.ts';
import { PASSWORD } from '../../support/parts.ts';
import { PHONE, TWO_UNITS } from '../../support/two-units.ts';

let office: Office;
let admin: Client;

beforeEach(async () => {
  office = await openOffice({ requests: TWO_UNITS });
  admin = await office.as('admin');
});

const kinds = async (query = ''): Promise<readonly unknown[]> =>
  [...((await admin.get(`/api/events?${query}`)).body.events ?? [])].map(({ kind, actor, subject }) => [
    kind,
    actor?.id,
    subject,
  ]);

const full = (): never => {
  throw new StorageError('disk-full', new Error('full'));
};

describe('events', () => {
  it('tell who came, who was refused, who left', async () => {
    const editor = await office.as('editor');
    await office.stranger().post('/api/session', { username: 'editor', password: 'not this one' });
    await office.stranger().post('/api/session', { username: 'my secret password', password: 'x' });
    await editor.delete('/api/session');
    expect(await kinds()).toEqual([
      ['logout', 'editor', 'editor'],
      ['login-refused', 'stranger', undefined],
      ['login-refused', 'stranger', 'editor'],
      ['login', 'editor', 'editor'],
      ['login', 'admin', 'admin'],
    ]);
    const { text } = await admin.get('/api/events');
    expect(text).toContain('192.0.2.1');
    for (const secret of ['not this one', 'my secret password', PASSWORD]) expect(text).not.toContain(secret);
  });

  it('tell of passwords and the sessions that they ended', async () => {
    const editor = await office.as('editor');
    const changed = await editor.post('/api/session/password', { current: PASSWORD, password: 'another password' });
    expect(changed.status).toBe(200);
    await admin.patch('/api/users/editor', { disabled: true });
    expect(await kinds('limit=3')).toEqual([
      ['session-ended', 'admin', 'editor'],
      ['password-changed', 'editor', 'editor'],
      ['login', 'editor', 'editor'],
    ]);
  });

  it('can be looked through', async () => {
    await office.as('editor');
    await office.as('auditor');
    expect(await kinds('kind=login&actor=editor')).toEqual([['login', 'editor', 'editor']]);
    const [newest] = (await admin.get('/api/events?limit=1')).body.events ?? [];
    const older = (await admin.get(`/api/events?before=${Number(newest?.seq)}&limit=1`)).body.events ?? [];
    expect([...older].map(({ actor }) => actor?.id)).toEqual(['editor']);
    expect((await admin.get('/api/events?kind=party')).status).toBe(422);
    expect((await (await office.as('auditor')).get('/api/events')).status).toBe(200);
    expect((await (await office.as('editor')).get('/api/events')).status).toBe(403);
  });
});

describe('private values', () => {
  it('are told to those who may ask, and each asking is noted', async () => {
    const verifier = await office.as('verifier');
    const told = await verifier.get('/api/registers/units/u2/private');
    expect(told.body).toMatchObject({ id: 'u2', values: { phone: PHONE } });
    expect((await verifier.get('/api/registers/units/u3/private')).body).toMatchObject({ id: 'u3', values: {} });
    expect((await verifier.get('/api/registers/units/gone/private')).status).toBe(404);
    const noted = (await admin.get('/api/events?kind=private-read')).body.events ?? [];
    expect([...noted].map(({ actor, subject, detail }) => [actor?.id, subject, detail?.fields])).toEqual([
      ['verifier', 'units/u3', ['phone']],
      ['verifier', 'units/u2', ['phone']],
    ]);
    expect(JSON.stringify(noted)).not.toContain(PHONE);
    for (const role of ['operator', 'reporter', 'auditor'] as const) {
      expect([role, (await (await office.as(role)).get('/api/registers/units/u1/private')).status]).toEqual([
        role,
        403,
      ]);
    }
    expect((await verifier.get('/api/registers/leaders/leader1/private')).status).toBe(403);
    expect((await admin.get('/api/registers/users/admin/private')).status).toBe(404);
  });
});

describe('a full disk', () => {
  it('lets people in and nothing private out', async () => {
    const { parts } = office;
    const app = createApp({ ...parts, metrics: new Registry(), events: { ...parts.events, record: full } });
    const client = new Client(app);
    expect((await client.post('/api/session', { username: 'admin', password: PASSWORD })).status).toBe(200);
    const answer = await client.get('/api/registers/units/u2/private');
    expect([answer.status, answer.body.code]).toEqual([507, 'disk-full']);
    expect(answer.text).not.toContain(PHONE);
  });
});
