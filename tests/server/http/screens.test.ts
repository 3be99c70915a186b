import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { openOffice, type Client, type Office } from '../../support/http-client.ts';
import { save } from '../../support/parts.ts';

let office: Office;
let operator: Client;

beforeEach(async () => {
  office = await openOffice();
  operator = await office.as('operator');
});

const SELF = { screen: { id: 'wall', name: '大屏', stage: DEFAULT_STAGE } };

describe('pairing by link', () => {
  it('makes the browser that opens the link the new screen', async () => {
    const made = await operator.post('/api/screens', { name: '新屏', group: 'hall', stage: DEFAULT_STAGE });
    expect(made.status).toBe(201);
    const { id, token, url, screen } = made.body;
    expect(screen).toMatchObject({ id, name: '新屏', revoked: false });
    expect(url).toBe(`http://paceboard.test/display/#pair=${String(token)}`);
    const browser = office.stranger();
    expect((await browser.get('/api/screen')).body.code).toBe('not-paired');
    const paired = await browser.post('/api/pairings/link', { token });
    expect(paired.body.screen).toEqual({ id, name: '新屏', stage: DEFAULT_STAGE });
    const [cookie = ''] = paired.headers.getSetCookie();
    for (const part of ['paceboard_screen=', 'HttpOnly', 'SameSite=Strict', 'Max-Age=34560000'])
      expect(cookie).toContain(part);
    const self = await browser.get('/api/screen');
    expect(self.body.screen).toEqual({ id, name: '新屏', stage: DEFAULT_STAGE });
    expect(self.headers.getSetCookie()[0]).toContain('Max-Age=34560000');
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('refuses a token that is not one', async () => {
    expect((await office.stranger().post('/api/pairings/link', { token: 'guess' })).body.code).toBe('unknown-link');
  });

  it('takes a new link for a screen that there is', async () => {
    const { body } = await operator.post('/api/screens/wall/link');
    expect(body).toMatchObject({
      token: expect.any(String),
      url: expect.stringContaining('#pair='),
      expires: expect.any(Number),
    });
    const browser = office.stranger();
    await browser.post('/api/pairings/link', { token: body.token });
    expect((await browser.get('/api/screen')).body).toEqual(SELF);
    expect((await operator.post('/api/screens/nobody/link')).status).toBe(404);
  });
});

describe('pairing by code', () => {
  it('makes the browser that shows the code the screen that an operator names', async () => {
    const browser = office.stranger();
    const asked = await browser.post('/api/pairings');
    expect(asked.status).toBe(201);
    const { code, secret } = asked.body;
    expect(code).toMatch(/^\d{6}$/);
    const outcome = (given: unknown) => browser.post(`/api/pairings/${String(code)}/outcome`, { secret: given });
    expect((await outcome(secret)).body).toEqual({ state: 'waiting' });
    const claimed = await operator.post(`/api/pairings/${String(code)}`, { screen: 'wall' });
    expect(claimed.body.screen).toMatchObject({ id: 'wall' });
    expect((await outcome('guess')).body).toEqual({ state: 'gone' });
    expect(browser.cookies.size).toBe(0);
    expect((await outcome(secret)).body).toEqual({ state: 'paired' });
    expect((await browser.get('/api/screen')).body).toEqual(SELF);
  });

  it('refuses wrong codes and screens, and guessing', async () => {
    expect((await operator.post('/api/pairings/000000', { screen: 'wall' })).body.code).toBe('unknown-code');
    expect((await operator.post('/api/pairings/000000', { screen: 'nobody' })).body.errors?.[0]).toMatchObject({
      path: 'screen',
      code: 'unknown-reference',
    });
    let answer = await operator.post('/api/pairings/000000', { screen: 'wall' });
    for (let guess = 0; answer.status === 404 && guess < 100; guess += 1) {
      answer = await operator.post('/api/pairings/000000', { screen: 'wall' });
    }
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  it('opens only some codes for one address', async () => {
    const browser = office.stranger();
    let answer = await browser.post('/api/pairings');
    for (let each = 0; answer.status === 201 && each < 100; each += 1) answer = await browser.post('/api/pairings');
    expect(answer.body.code).toBe('throttled');
    expect((await browser.post('/api/pairings', undefined, { address: '192.0.2.9' })).status).toBe(201);
  });
});

const paired = async (): Promise<Client> => {
  const browser = office.stranger();
  await browser.post('/api/pairings/link', { token: (await operator.post('/api/screens/wall/link')).body.token });
  expect((await browser.get('/api/screen')).status).toBe(200);
  return browser;
};

describe('revoking', () => {
  it.each([
    ['by its own route', () => operator.post('/api/screens/wall/revoke')],
    ['by its record', () => operator.patch('/api/screens/wall', { revoked: true })],
    [
      'in a set',
      () =>
        operator.post('/api/changes', {
          changes: [{ kind: 'update', register: 'screens', record: 'wall', values: { revoked: true } }],
        }),
    ],
    ['by deleting it', () => operator.delete('/api/registers/screens/wall')],
  ])('%s shuts every browser and link of a screen out', async (_how, revoke) => {
    const browser = await paired();
    const { token } = (await operator.post('/api/screens/wall/link')).body;
    expect((await revoke()).status).toBeLessThan(300);
    expect((await browser.get('/api/screen')).status).toBe(401);
    expect((await browser.post('/api/pairings/link', { token })).status).toBe(404);
  });

  it('by the ledger alone shuts browsers out too', async () => {
    const browser = await paired();
    save(office.parts, { kind: 'update', register: 'screens', record: 'wall', values: { revoked: true } });
    expect((await browser.get('/api/screen')).status).toBe(401);
  });

  it('stays until the screen is allowed again, and then needs a new pairing', async () => {
    const browser = await paired();
    expect((await operator.post('/api/screens/wall/revoke')).body).toMatchObject({ id: 'wall', revoked: true });
    expect((await operator.post('/api/screens/wall/link')).body.code).toBe('revoked');
    expect((await operator.post('/api/pairings/000000', { screen: 'wall' })).body.code).toBe('revoked');
    await operator.patch('/api/screens/wall', { revoked: false });
    expect((await browser.get('/api/screen')).status).toBe(401);
    expect((await operator.post('/api/screens/wall/link')).status).toBe(200);
  });
});

describe('the list of screens', () => {
  it('says of each what it shows right now', async () => {
    const { statuses, now } = office.parts;
    statuses.connected('wall', now());
    const { body } = await operator.get('/api/screens');
    expect(body.records?.[0]).toMatchObject({
      id: 'wall',
      name: '大屏',
      status: { screen: 'wall', connections: 1, seenAt: now() },
    });
    expect(body.times).toEqual({ count: 0, p50: null, p99: null });
  });

  it('keeps what a screen last said of its health, also when it goes away', async () => {
    const { statuses, now } = office.parts;
    const health = {
      up: 60,
      nodes: 900,
      longFrames: 0,
      media: { wanted: 2, ready: 2 },
      coldStart: true,
      rescues: 0,
      faults: [{ slide: 'units', kind: 'unitRanking', text: 'TypeError: x', count: 1 }],
    };
    const shown = { slide: 'cover', page: 0, viewport: '1920x1080' };
    statuses.connected('wall', now());
    expect((await operator.get('/api/screens')).body.records?.[0]).toMatchObject({
      status: { health: null, healthAt: null },
    });
    statuses.reported('wall', { ...shown, health }, now());
    const at = now();
    statuses.reported('wall', { ...shown, slide: 'units' }, now());
    statuses.disconnected('wall', now());
    expect((await operator.get('/api/screens')).body.records?.[0]).toMatchObject({
      status: { slide: 'units', connections: 0, health, healthAt: at },
    });
  });
});
