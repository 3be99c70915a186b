import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/http/app.ts';
import { Client } from '../../support/http-client.ts';
import { testParts } from '../../support/parts.ts';

const SCRIPT = 'console.log("paceboard");\n'.repeat(200);
const FILES: Readonly<Record<string, string>> = {
  'build.json': '{"build":"b1"}',
  'display/index.html': '<!doctype html><title>屏</title>',
  'display/assets/index-abc123.js': SCRIPT,
  'display/assets/index-abc123.js.map': '{}',
  'display/assets/digits-x1.woff2': 'font'.repeat(1000),
  'display/sw.js': 'self.x = 1;',
  'admin/index.html': '<!doctype html><title>管理</title>',
  'admin/home.html': '<!doctype html><title>进度榜</title>',
  'admin/board.html': '<!doctype html><title>榜</title>',
};

let folder: string;
let client: Client;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paceboard-pages-'));
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(folder, 'secret.html'), 'outside of the pages');
  app = createApp((await testParts([], { pagesFolder: folder })).parts);
  client = new Client(app);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fetched = async (path: string, accepts: string) => {
  const response = await app.request(path, { headers: { 'accept-encoding': accepts } });
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

describe('pages', () => {
  it.each([
    ['/', '进度榜'],
    ['/display/', '屏'],
    ['/admin/', '管理'],
    ['/board/', '榜'],
  ])('answers %s with its page, never from a cache unasked', async (path, title) => {
    const answer = await client.get(path);
    expect(answer.text).toContain(`<title>${title}</title>`);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/display', '/admin', '/board'])('leads %s to the page', async (path) => {
    const answer = await client.get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `${path}/`]);
  });

  it('lets hashed files be kept for a year, and others be asked for again', async () => {
    expect((await client.get('/display/assets/index-abc123.js')).headers.get('cache-control')).toContain('immutable');
    const worker = await client.get('/display/sw.js');
    expect(worker.headers.get('cache-control')).toBe('no-cache');
    expect(worker.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/display/index.html',
    '/display/assets/index-abc123.js.map',
    '/display/assets',
    '/display/assets/',
    '/display/nothing.js',
    '/build.json',
    '/display/build.json',
    '/secret.html',
    '/admin/home.html',
  ])('does not have %s', async (path) => {
    expect((await client.get(path)).status).toBe(404);
  });

  it('answers 304 to who has the file', async () => {
    const { headers } = await client.get('/display/sw.js');
    const again = await client.get('/display/sw.js', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.get('etag')).toBe(headers.get('etag'));
  });

  it('sends text as small as the client can read it, and fonts as they are', async () => {
    const path = '/display/assets/index-abc123.js';
    const brotli = await fetched(path, 'gzip, deflate, br;q=0.9');
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(SCRIPT);
    const gzip = await fetched(path, 'gzip, br;q=0');
    expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT);
    const plain = await fetched(path, '');
    expect(plain.bytes.toString()).toBe(SCRIPT);
    const all = [brotli, gzip, plain];
    expect(new Set(all.map(({ headers }) => headers.get('etag'))).size).toBe(3);
    for (const { headers, bytes } of all) {
      expect(headers.get('vary')).toBe('Accept-Encoding');
      expect(headers.get('content-length')).toBe(String(bytes.length));
    }
    expect((await fetched('/display/assets/digits-x1.woff2', 'gzip, br')).headers.get('content-encoding')).toBeNull();
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await client.ask('HEAD', '/display/');
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(FILES['display/index.html'] ?? '')));
  });

  it('says in words that nothing is built yet', async () => {
    const unbuilt = new Client(createApp((await testParts([])).parts));
    const answer = await unbuilt.get('/admin/');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('页面尚未生成');
    expect(answer.text).toContain('npm start');
  });
});
