import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice } from '../../support/http-client.ts';

const server: { current: ReturnType<typeof createAdaptorServer> | null } = { current: null };
let port: number;

beforeAll(async () => {
  const { app } = await openOffice();
  const listening = createAdaptorServer({ fetch: app.fetch });
  server.current = listening;
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  port = (listening.address() as AddressInfo).port;
});

afterAll(() => server.current?.close());

/** What the server answers to these very bytes: no client tidies them up on the way. */
const exchange = async (bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('utf8');
  let text = '';
  socket.on('data', (part: string) => (text += part));
  socket.on('error', () => socket.destroy());
  socket.write(bytes);
  await once(socket, 'close');
  return text;
};

const get = (target: string): Promise<string> =>
  exchange(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

describe('over a real socket', () => {
  it.each([
    '/display/../api/users',
    '/display/%2e%2e/api/users',
    '/display/..%2fapi/users',
    '//api/users',
    '/api//users',
    '/api\\users',
    '/api%2fusers',
    '/api/users%00',
    '/%61pi/users',
    '/api/users%',
    '/display/../api/users?x=/plain',
    'http://localhost/api/users',
  ])('refuses %s as it was sent', async (target) => {
    const answer = await get(target);
    expect(statusOf(answer)).toBe(400);
    expect(answer).not.toContain('"records"');
  });

  it('takes plain paths, whatever the query holds', async () => {
    expect(statusOf(await get('/healthz'))).toBe(200);
    expect(statusOf(await get('/api/users'))).toBe(401);
    expect(statusOf(await get('/api/setup?next=//x/../%2f'))).toBe(200);
  });

  it('cuts a body off that is larger than it may be, with or without a stated length', async () => {
    const head =
      'POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n';
    expect(statusOf(await exchange(`${head}Content-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`))).toBe(413);
    const chunk = `10000\r\n${'x'.repeat(0x1_0000)}\r\n`;
    expect(statusOf(await exchange(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}0\r\n\r\n`))).toBe(413);
  });

  it('takes a small body in chunks', async () => {
    const head =
      'POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n';
    expect(statusOf(await exchange(`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`))).toBe(422);
  });

  it('knows the address of its peer', async () => {
    expect(statusOf(await get('/metrics'))).toBe(200);
  });
});
