import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { PROBLEMS } from '../../../server/http/problem.ts';
import { StorageError } from '../../../server/store/storage-error.ts';
import { Client, openOffice, type Answer, type Office } from '../../support/http-client.ts';
import { testParts } from '../../support/parts.ts';

let office: Office;
let admin: Client;

beforeAll(async () => {
  office = await openOffice();
  admin = await office.as('admin');
});

const UNIT = { name: '新单位', shortName: '新', group: 'park', officialOrder: 9 };

/** The code of a problem document that is whole and agrees with its own status. */
const codeOf = ({ status, headers, body, text }: Answer): string => {
  const code = String(body.code);
  const [expected, title] = Object.entries(PROBLEMS).find(([name]) => name === code)?.[1] ?? [0, ''];
  const whole = status === expected && body.status === expected && body.title === title && body.type === 'about:blank';
  const quiet = headers.get('content-type') === 'application/problem+json' && !/\bat \S+:\d+/.test(text);
  return whole && quiet ? code : `no proper problem: ${status} ${text}`;
};

const postRaw = (raw: string | Uint8Array<ArrayBuffer>, contentType = 'application/json'): Promise<Answer> =>
  admin.ask('POST', '/api/registers/units', { raw, headers: { 'content-type': contentType } });

describe('bodies', () => {
  it.each(['{', '', 'undefined', '{"a":1}x'])('answers malformed-json to %j', async (raw) => {
    expect(codeOf(await postRaw(raw))).toBe('malformed-json');
  });

  it('answers malformed-json to broken UTF-8', async () => {
    expect(codeOf(await postRaw(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])))).toBe('malformed-json');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    'application/json; charset=gbk',
  ])('answers not-json to %s', async (type) => {
    expect(codeOf(await postRaw(JSON.stringify(UNIT), type))).toBe('not-json');
  });

  it.each(['[]', 'null', '"text"', '1'])('answers invalid to %s', async (raw) => {
    expect(codeOf(await postRaw(raw))).toBe('invalid');
  });

  it('answers too-large beyond 256 KB and accepts the content type with a charset', async () => {
    expect(codeOf(await postRaw(JSON.stringify({ ...UNIT, name: 'x'.repeat(256 * 1024) })))).toBe('too-large');
    const within = await postRaw(
      JSON.stringify({ ...UNIT, name: 'x'.repeat(200 * 1024) }),
      'application/json; charset=utf-8',
    );
    expect(codeOf(within)).toBe('invalid');
  });

  it.each([101, 100_000])('refuses %d levels, wherever they stand', async (levels) => {
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(codeOf(await postRaw(`{"name":${deep}}`))).toBe('malformed-json');
    const template = `{"name":"月度","profile":"units","content":{"a":${deep}}}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await admin.ask('POST', '/api/registers/importTemplates', { raw: template, headers });
    expect(codeOf(answer)).toBe('malformed-json');
  });

  it('takes brackets in texts for texts', async () => {
    const name = `\\"${'['.repeat(150)}`;
    const answer = await admin.post('/api/registers/units', { name, shortName: name });
    expect(codeOf(answer)).toBe('invalid');
  });
});

describe('values', () => {
  it('names every wrong member with a code', async () => {
    const answer = await admin.post('/api/registers/units', { name: 7, shortName: '', group: 'moon', nickname: 'x' });
    expect(codeOf(answer)).toBe('invalid');
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'name', code: 'wrong-type' }),
        expect.objectContaining({ path: 'shortName', code: 'required' }),
        expect.objectContaining({ path: 'group', code: 'not-a-choice' }),
        expect.objectContaining({ path: 'officialOrder', code: 'required' }),
        expect.objectContaining({ path: 'nickname', code: 'unknown-field' }),
      ]),
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'id', 'revision'])('knows no field %s', async (name) => {
    const answer = await postRaw(`{"name":"某","shortName":"某","group":"park","officialOrder":1,"${name}":{"x":1}}`);
    expect(codeOf(answer)).toBe('invalid');
    expect(answer.body.errors?.[0]).toMatchObject({ path: name, code: 'unknown-field' });
  });

  it('names unknown query parameters', async () => {
    const answer = await admin.get('/api/boards/summary?year=2017');
    expect(codeOf(answer)).toBe('invalid');
    expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'year', code: 'unknown-field' })]);
  });

  it('names missing members of a plain body', async () => {
    const answer = await office.stranger().post('/api/session', { username: 'admin' });
    expect(codeOf(answer)).toBe('invalid');
    expect(answer.body.errors).toEqual([expect.objectContaining({ path: 'password', code: 'required' })]);
  });
});

describe('addresses', () => {
  it.each([
    '/nothing',
    '/api',
    '/api/',
    '/api/registers/dragons',
    '/api/registers/units/nobody',
    '/api/session/',
    '/API/session',
  ])('answers not-found at %s', async (path) => {
    expect(codeOf(await admin.get(path))).toBe('not-found');
  });

  it('answers method-not-allowed with the methods that there are', async () => {
    const answer = await admin.ask('PUT', '/api/registers/units/u1', { json: UNIT });
    expect(codeOf(answer)).toBe('method-not-allowed');
    expect(answer.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH');
    expect(codeOf(await admin.ask('OPTIONS', '/api/session'))).toBe('method-not-allowed');
    expect(codeOf(await admin.post('/api/registers/settings', {}))).toBe('method-not-allowed');
  });

  it('answers HEAD as GET without the body', async () => {
    const answer = await admin.ask('HEAD', '/api/registers/units/u1');
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('etag')).toMatch(/^"\d+"$/);
  });
});

const write = (headers: Record<string, string>): Promise<Answer> =>
  admin.patch('/api/registers/units/u1', { officialOrder: 1 }, { headers });

describe('origins', () => {
  it.each([
    'http://elsewhere.test',
    'null',
    'https://paceboard.test',
    'http://paceboard.test:81',
    'http://paceboard.test.evil',
    '',
  ])('refuses a write from %j', async (origin) => {
    expect(codeOf(await write({ origin }))).toBe('wrong-origin');
  });

  it.each(['cross-site', 'same-site'])('refuses a write that the browser calls %s', async (site) => {
    expect(codeOf(await write({ 'sec-fetch-site': site }))).toBe('wrong-origin');
  });

  it('accepts writes from its own pages and from programs', async () => {
    const own: Record<string, string>[] = [
      {},
      { origin: 'http://paceboard.test' },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of own) expect((await write(headers)).status).toBe(200);
  });

  it('ignores forwarded hosts unless it trusts the proxy', async () => {
    const forged = {
      origin: 'https://elsewhere.test',
      'x-forwarded-host': 'elsewhere.test',
      'x-forwarded-proto': 'https',
    };
    expect(codeOf(await write(forged))).toBe('wrong-origin');
    const behindProxy = new Client(createApp((await testParts([], { trustProxy: true })).parts));
    expect(codeOf(await behindProxy.post('/api/session', {}, { headers: forged }))).toBe('invalid');
  });

  it('refuses before it looks for the route', async () => {
    expect(codeOf(await admin.post('/nothing', {}, { headers: { origin: 'http://elsewhere.test' } }))).toBe(
      'wrong-origin',
    );
  });
});

const failing = async (error: Error): Promise<Answer> => {
  const { parts } = await testParts();
  const changes = {
    ...parts.changes,
    ledger: () => {
      throw error;
    },
  };
  return new Client(createApp({ ...parts, changes })).get('/api/boards/summary');
};

describe('failures', () => {
  it('says when the disk is full, when the database fails, and nothing of other reasons', async () => {
    expect(codeOf(await failing(new StorageError('disk-full', null)))).toBe('disk-full');
    expect(codeOf(await failing(new StorageError('storage', null)))).toBe('storage');
    const answer = await failing(new Error('secret reason'));
    expect(codeOf(answer)).toBe('internal');
    expect(answer.text).not.toContain('secret reason');
  });
});

describe('headers', () => {
  it('guards every answer, refusals included', async () => {
    for (const answer of [await admin.get('/api/session'), await admin.get('/nothing'), await admin.get('/api/docs')]) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.get('strict-transport-security')).toBeNull();
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('keeps answers of the API out of caches', async () => {
    expect((await admin.get('/api/session')).headers.get('cache-control')).toBe('no-store');
  });

  it('lets our own pages frame the screen page, and promises TLS only over TLS', async () => {
    const overTls = new Client(createApp((await testParts([], { tls: { cert: 'c', key: 'k' } })).parts));
    const answer = await overTls.get('/display/');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });
});
