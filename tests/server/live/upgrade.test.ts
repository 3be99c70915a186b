import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RawClient, startLive, upgradeRequest, type LiveServer } from '../../support/live-sockets.ts';
import { save } from '../../support/live-parts.ts';

describe('the upgrade', () => {
  let server: LiveServer;
  beforeEach(async () => {
    server = await startLive();
  });
  afterEach(() => server.stop());

  const knock = async (path: string, headers: Readonly<Record<string, string>>): Promise<number> => {
    const client = new RawClient(server.port);
    client.socket.write(upgradeRequest(path, headers));
    await Promise.race([client.closed, client.saw('"hello"')]);
    client.socket.destroy();
    return client.status;
  };
  const own = (): string => server.cookie('a');

  it('[P1.1] lets a paired screen in at /live', async () => {
    expect(await knock('/live', { cookie: own() })).toBe(101);
  });

  it.each(['/', '/live/', '/live?x=1', '/Live', '//live', '/./live', '/%6cive', '/display/'])(
    '[P1.1] answers 404 at %s',
    async (path) => {
      expect(await knock(path, { cookie: own() })).toBe(404);
    },
  );

  it.each(['', 'paceboard.v2', 'chat'])('[P1.2] answers 400 to the subprotocol "%s"', async (protocol) => {
    expect(await knock('/live', { cookie: own(), 'Sec-WebSocket-Protocol': protocol })).toBe(400);
  });

  it('[P1.2] chooses its subprotocol among several', async () => {
    expect(await knock('/live', { cookie: own(), 'Sec-WebSocket-Protocol': 'chat, paceboard.v1' })).toBe(101);
  });

  it.each([
    'http://elsewhere.example',
    'null',
    'https://localhost',
    'http://localhost:1',
    'http://localhost.elsewhere.example',
  ])('[P1.3] answers 403 to the origin %s', async (origin) => {
    expect(await knock('/live', { cookie: own(), origin })).toBe(403);
  });

  it('[P1.3] lets its own pages in', async () => {
    expect(await knock('/live', { cookie: own(), origin: 'http://localhost' })).toBe(101);
    expect(await knock('/live', { cookie: own(), host: 'localhost:80', origin: 'http://localhost' })).toBe(101);
  });

  it('[P1.3] believes what a proxy says of the origin only when told to', async () => {
    const forwarded = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'board.example',
      origin: 'https://board.example',
    };
    expect(await knock('/live', { cookie: own(), ...forwarded })).toBe(403);
    await server.stop();
    server = await startLive({ trustProxy: true });
    expect(await knock('/live', { cookie: own(), ...forwarded })).toBe(101);
  });

  it.each(['', 'paceboard_screen=', 'paceboard_screen=made-up', 'other=1; paceboard_session=x'])(
    '[P1.4] answers 401 to the cookie "%s"',
    async (cookie) => {
      expect(await knock('/live', { cookie })).toBe(401);
    },
  );

  it('[P1.4] answers 401 to a screen that was revoked or deleted', async () => {
    const [a, b] = [server.cookie('a'), server.cookie('b')];
    save(server.changes, { kind: 'update', register: 'screens', record: 'a', values: { revoked: true } });
    save(server.changes, { kind: 'delete', register: 'screens', record: 'b' });
    expect(await knock('/live', { cookie: a })).toBe(401);
    expect(await knock('/live', { cookie: b })).toBe(401);
  });

  it('[P1.4] answers 401 to a token that was taken back', async () => {
    const cookie = own();
    server.pairing.revoke('a');
    expect(await knock('/live', { cookie })).toBe(401);
  });

  it('[P1.5] agrees to no compression', async () => {
    const client = new RawClient(server.port);
    client.socket.write(upgradeRequest('/live', { cookie: own(), 'Sec-WebSocket-Extensions': 'permessage-deflate' }));
    await client.saw('"hello"');
    expect(client.received.toString('latin1').toLowerCase()).not.toContain('sec-websocket-extensions');
    client.socket.destroy();
  });

  it('[P1.6] counts what it refuses', async () => {
    await knock('/live', { cookie: '' });
    await knock('/elsewhere', {});
    const text = await server.metrics.metrics();
    expect(text).toContain('paceboard_live_refused_total{status="401"} 1');
    expect(text).toContain('paceboard_live_refused_total{status="404"} 1');
  });
});
