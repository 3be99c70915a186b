import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { Client, openOffice, type Office } from '../../support/http-client.ts';
import { PASSWORD, testParts } from '../../support/parts.ts';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot use, and says who one is', async () => {
    const client = office.stranger();
    const answer = await client.post('/api/session', { username: 'editor', password: PASSWORD });
    expect(answer.body).toEqual({
      user: { id: 'editor', username: 'editor', displayName: 'editor某', role: 'editor' },
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^paceboard_session=[\w-]{20,};/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Secure');
    expect((await client.get('/api/session')).body).toEqual(answer.body);
  });

  it('marks the cookie secure behind a trusted proxy that speaks TLS', async () => {
    const { app } = await openOffice({ config: { trustProxy: true } });
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await new Client(app).post('/api/session', { username: 'admin', password: PASSWORD }, { headers });
    expect(answer.headers.getSetCookie()[0]).toContain('Secure');
  });

  it('answers a wrong name as a wrong password', async () => {
    const wrongPassword = await office
      .stranger()
      .post('/api/session', { username: 'editor', password: 'not this one' });
    const wrongName = await office.stranger().post('/api/session', { username: 'nobody', password: 'not this one' });
    expect(wrongPassword.status).toBe(401);
    expect(wrongName.body).toEqual(wrongPassword.body);
    expect(wrongName.headers.getSetCookie()).toEqual([]);
  });

  it('makes those who guess wait, and says how long', async () => {
    const client = office.stranger();
    let answer = await client.post('/api/session', { username: 'editor', password: 'guess' });
    for (let guess = 0; answer.status === 401 && guess < 50; guess += 1) {
      answer = await client.post('/api/session', { username: 'editor', password: 'guess' });
    }
    expect([answer.status, answer.body.code]).toEqual([429, 'throttled']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('ends the session that the browser had before', async () => {
    const client = await office.as('editor');
    const old = new Client(office.app);
    for (const [name, value] of client.cookies) old.cookies.set(name, value);
    await client.post('/api/session', { username: 'admin', password: PASSWORD });
    expect((await old.get('/api/session')).status).toBe(401);
    expect((await client.get('/api/session')).body.user?.username).toBe('admin');
  });
});

describe('signing out', () => {
  it('ends the session at the server and takes the cookie away', async () => {
    const client = await office.as('editor');
    const copy = new Client(office.app);
    for (const [name, value] of client.cookies) copy.cookies.set(name, value);
    expect((await client.delete('/api/session')).status).toBe(204);
    expect(client.cookies.size).toBe(0);
    expect((await copy.get('/api/session')).body.code).toBe('not-signed-in');
    expect((await client.delete('/api/session')).status).toBe(204);
  });
});

const change = (client: Client, current: string, password: string) =>
  client.post('/api/session/password', { current, password });

describe('a body that arrives slowly', () => {
  it('writes nothing when the session ended on the way', async () => {
    const editor = await office.as('editor');
    const twin = office.stranger();
    for (const [name, value] of editor.cookies) twin.cookies.set(name, value);
    const body = new TextEncoder().encode('{"name":"改"}');
    const raw = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          await twin.delete('/api/session');
          controller.enqueue(body);
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await editor.ask('PATCH', '/api/registers/units/u1', { raw, headers });
    expect(answer.body.code).toBe('not-signed-in');
    expect(office.parts.changes.ledger().tables.units.get('u1')?.name).not.toBe('改');
  });
});

describe('one’s own password', () => {
  it('is changed by who knows the old one, and ends the account’s other sessions', async () => {
    const client = await office.as('auditor');
    const other = await office.as('auditor');
    expect((await change(client, PASSWORD, 'my new password')).body.user?.username).toBe('auditor');
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await other.get('/api/session')).status).toBe(401);
    const signIn = (password: string) => office.stranger().post('/api/session', { username: 'auditor', password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn('my new password')).status).toBe(200);
  });

  it('stays when the old one is wrong or the new one too short', async () => {
    const client = await office.as('auditor');
    const before = office.parts.changes.ledger().revision;
    const wrong = await change(client, 'not this one', 'my new password');
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ path: 'current', code: 'wrong-password' }] });
    const short = await change(client, PASSWORD, 'short');
    expect(short.body).toMatchObject({ status: 422, errors: [{ path: 'password', code: 'too-short' }] });
    expect(office.parts.changes.ledger().revision).toBe(before);
    expect((await client.get('/api/session')).status).toBe(200);
  });
});

describe('the first account', () => {
  const account = { username: 'first', displayName: '第一人', password: 'long enough' };

  it('is made once with the token of the link', async () => {
    const { parts } = await testParts([]);
    const client = new Client(createApp(parts));
    expect((await client.get('/api/setup')).body).toEqual({ needed: true });
    const token = parts.accounts.setupToken();
    expect((await client.post('/api/setup', { ...account, token: 'wrong' })).body.code).toBe('wrong-token');
    expect((await client.post('/api/setup', { ...account, token, password: 'short' })).body.errors?.[0]).toMatchObject({
      path: 'password',
      code: 'too-short',
    });
    expect(
      (await client.post('/api/setup', { ...account, token, password: 'firstfirst', username: 'firstfirst' })).status,
    ).toBe(422);
    const made = await client.post('/api/setup', { ...account, token });
    expect(made.status).toBe(201);
    expect(made.body.user).toMatchObject({ username: 'first', displayName: '第一人', role: 'admin' });
    expect((await client.get('/api/session')).status).toBe(200);
    expect((await client.get('/api/setup')).body).toEqual({ needed: false });
    expect((await client.post('/api/setup', { ...account, token })).body.code).toBe('already-set-up');
  });
});
