/** Bad input against the real program: each gets its documented answer, none changes anything, the server goes on. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE, SUBPROTOCOL } from '../../core/protocol/messages.ts';
import { signIn, startServer, temporaryFolder, type ApiClient, type RunningServer } from '../support/server.ts';

const folder = temporaryFolder();
const REPORT = '/api/registers/reports/report-2017-12-21';

let server: RunningServer;
let api: ApiClient;

beforeAll(async () => {
  server = await startServer({ dataFolder: folder.path });
  api = await signIn(server.origin);
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

async function health(): Promise<{ status: string; revision: number }> {
  const answer = await fetch(`${server.origin}/healthz`);
  return (await answer.json()) as { status: string; revision: number };
}

async function screenCookie(): Promise<string> {
  const token = new URL(server.screenLink).hash.replace('#pair=', '');
  const answer = await fetch(`${server.origin}/api/pairings/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const socket = (headers: Record<string, string>): WebSocket =>
  new WebSocket(`${server.origin.replace('http', 'ws')}/live`, SUBPROTOCOL, { headers });

const refusal = (ws: WebSocket): Promise<number> =>
  new Promise((resolve, reject) => {
    ws.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    ws.on('open', () => reject(new Error('was let in')));
    ws.on('error', () => undefined);
  });

const closing = (ws: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    ws.on('close', (code) => resolve(code));
    ws.on('error', () => undefined);
  });

const problem = async (answer: Response): Promise<string> => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const text = await answer.text();
  expect(text).not.toMatch(/\bat .*\.ts:\d+/);
  const { code } = JSON.parse(text) as { code: string };
  return `${answer.status} ${code}`;
};

async function callRaw(method: string, path: string, body: string, headers: Record<string, string>): Promise<Response> {
  const signedIn = await fetch(`${server.origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: 'friday-morning' }),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return fetch(`${server.origin}${path}`, {
    method,
    body,
    headers: { 'content-type': 'application/json', cookie, ...headers },
  });
}

describe('bad input', () => {
  it('over HTTP gets its documented error and changes nothing', async () => {
    const before = await health();
    expect(await problem(await callRaw('POST', '/api/registers/units', '{"name":', {}))).toBe('400 malformed-json');
    expect(await problem(await api.call('PATCH', REPORT, { completedYtdYuan: '12' }))).toBe('422 invalid');
    expect(await problem(await api.call('PATCH', REPORT, { completedYtdYuan: 1.5 }))).toBe('422 invalid');
    expect(await problem(await api.call('POST', '/api/registers/units', { nonsense: true }))).toBe('422 invalid');
    expect(await problem(await api.call('GET', '/api/registers/nothing'))).toBe('404 not-found');
    expect(await problem(await api.call('PATCH', REPORT, { note: 'x' }, { 'if-match': '"1"' }))).toBe('412 stale');
    for (let again = 0; again < 5; again += 1) {
      expect(await problem(await api.call('PATCH', REPORT, { note: 'x'.repeat(2_000_000) }))).toBe('413 too-large');
      await new Promise((done) => setTimeout(done, 300));
    }
    const foreign = { origin: 'http://elsewhere.example' };
    expect(await problem(await api.call('PATCH', REPORT, { note: 'x' }, foreign))).toBe('403 wrong-origin');
    expect(await problem(await callRaw('PATCH', REPORT, '{}', { 'content-type': 'text/plain' }))).toBe('415 not-json');
    expect(await problem(await fetch(`${server.origin}/api/registers`))).toBe('401 not-signed-in');
    expect(await health()).toMatchObject({ status: 'ok', revision: before.revision });
  });

  it('at the socket is refused before anything is accepted', async () => {
    const cookie = await screenCookie();
    expect(await refusal(socket({}))).toBe(401);
    expect(await refusal(socket({ cookie: 'paceboard_screen=made-up' }))).toBe(401);
    expect(await refusal(socket({ cookie, origin: 'http://elsewhere.example' }))).toBe(403);
  });

  it('in frames ends that connection only', async () => {
    const cookie = await screenCookie();
    const good = socket({ cookie });
    const greeted = new Promise((resolve) => good.once('message', resolve));
    await greeted;
    for (const [frame, code] of [
      ['not json', CLOSE.protocol],
      ['{"type":"nonsense"}', CLOSE.protocol],
      [JSON.stringify({ type: 'clock', t0: 'x' }), CLOSE.protocol],
      ['x'.repeat(100_000), CLOSE.tooBig],
    ] as const) {
      const bad = socket({ cookie });
      const closed = closing(bad);
      bad.once('open', () => bad.send(frame));
      expect(await closed).toBe(code);
    }
    expect(good.readyState).toBe(WebSocket.OPEN);
    good.close();
  });

  it('in an offer of another protocol is answered as if it were not there', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const connection = connect(server.port, '127.0.0.1');
      connection.write(
        `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade, HTTP2-Settings\r\n` +
          'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n',
      );
      connection.once('data', (bytes) => {
        connection.destroy();
        resolve(bytes.toString());
      });
      connection.once('error', reject);
    });
    expect(answer).toContain('HTTP/1.1 200 OK');
  });

  it('in bytes that are no HTTP leaves the server standing', async () => {
    for (const bytes of [
      '\u0000\u0001\u0002\u0003\r\n\r\n',
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
      'GET /live HTTP/1.1\r\n\r\n',
    ]) {
      await new Promise<void>((resolve) => {
        const connection = connect(server.port, '127.0.0.1', () => connection.end(bytes));
        connection.on('error', () => undefined);
        connection.on('close', () => resolve());
        connection.resume();
      });
    }
    expect((await health()).status).toBe('ok');
  });
});
