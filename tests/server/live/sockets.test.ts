import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directWrite } from '../../../server/live/direct-write.ts';
import { figure, save } from '../../support/live-parts.ts';
import {
  following,
  rawScreen,
  SocketScreen,
  startLive,
  type LiveServer,
  type RawClient,
} from '../../support/live-sockets.ts';

const MASK = Buffer.from([1, 2, 3, 4]);

/** A masked frame of a client. */
const frame = (first: number, payload: Buffer, masked = true): Buffer => {
  const long = payload.length > 125;
  const length = long
    ? Buffer.from([126 | 0x80, payload.length >> 8, payload.length & 255])
    : Buffer.from([payload.length | 0x80]);
  if (!masked) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  return Buffer.concat([
    Buffer.from([first]),
    length,
    MASK,
    payload.map((byte, index) => byte ^ (MASK[index % 4] ?? 0)),
  ]);
};

const text = (content: string): Buffer => frame(0x81, Buffer.from(content));
const HUGE = Buffer.from([0x81, 0xff, 0x00, 0x00, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, ...MASK]);

describe.each([
  ['past the socket', undefined],
  ['through the socket', null],
])('a live server that writes %s', (_way, direct) => {
  let server: LiveServer;
  beforeEach(async () => {
    server = await startLive({ limits: { goodbyeMs: 300 }, ...(direct === undefined ? {} : { direct }) });
  });
  afterEach(() => server.stop());

  it('[P3.1] brings a change to every screen', async () => {
    const screens = await Promise.all(['a', 'b', 'c'].map((id) => following(server, id)));
    save(server.changes, figure(1, 150));
    const { revision } = server.changes.ledger();
    const patches = await Promise.all(screens.map((screen) => screen.arrived('patch', revision)));
    expect(patches[0]).toMatchObject({ type: 'patch', revision });
    expect(patches[1]).toEqual(patches[0]);
  });

  it('[P3.1] keeps frames whole and in order among pongs and goodbyes', async () => {
    const screen = await following(server, 'a');
    let pongs = 0;
    screen.socket.on('pong', () => (pongs += 1));
    for (let wan = 0; wan < 40; wan += 1) {
      screen.socket.ping();
      screen.say({ type: 'clock', t0: wan });
      save(server.changes, figure(1, 150 + wan));
      await screen.inbox.first((each) => each.type === 'clock' && each.t0 === wan);
    }
    await screen.arrived('patch', server.changes.ledger().revision);
    expect(pongs).toBe(40);
    const clocks = screen.inbox.all.flatMap((each) => (each.type === 'clock' ? [each.t0] : []));
    expect(clocks).toEqual(Array.from({ length: 40 }, (_, index) => index));
  });

  it.each<[string, Buffer, number]>([
    ['no JSON', text('{'), 1002],
    ['a binary message', frame(0x82, Buffer.from('{}')), 1002],
    ['an unknown opcode', frame(0x83, Buffer.from('{}')), 1002],
    ['a reserved bit', frame(0xc1, Buffer.from('{}')), 1002],
    ['an unmasked frame', frame(0x81, Buffer.from('{}'), false), 1002],
    ['a continuation of nothing', frame(0x80, Buffer.from('{}')), 1002],
    ['a ping in fragments', frame(0x09, Buffer.from('x')), 1002],
    ['broken UTF-8', frame(0x81, Buffer.from([0xff, 0xfe])), 1007],
    ['a length beyond all numbers', HUGE, 1009],
  ])('[P8.5] shows a screen out that sends %s', async (_what, bytes, code) => {
    const [bad, good] = [await rawScreen(server, 'a'), await following(server, 'b')];
    bad.socket.write(bytes);
    await closing(bad);
    expect(bad.closeCode).toBe(code);
    save(server.changes, figure(1, 150));
    await good.arrived('patch');
    expect(server.live.hub.size).toBe(1);
  });

  it('[P8.2] shows a screen out whose message is over 64 KB', async () => {
    const screen = await following(server, 'a');
    screen.socket.send('x'.repeat(64 * 1024 + 1));
    expect(await screen.closed).toBe(1009);
  });

  it('[P8.3] shows a screen out that talks without pause', async () => {
    const screen = await following(server, 'a');
    for (let count = 0; count < 200; count += 1) screen.say({ type: 'clock', t0: count });
    expect(await screen.closed).toBe(1008);
  });

  it('[P9.3] hangs up on a screen that is revoked', async () => {
    const screen = await following(server, 'a');
    save(server.changes, { kind: 'update', register: 'screens', record: 'a', values: { revoked: true } });
    expect(await screen.closed).toBe(4003);
  });

  it('[P10.1] says 1012 to all when it closes, also to those who do not listen', async () => {
    const screens = await Promise.all(['a', 'b'].map((id) => following(server, id)));
    const deaf = await rawScreen(server, 'c');
    deaf.socket.pause();
    await server.live.close();
    expect(await Promise.all(screens.map(({ closed }) => closed))).toEqual([1012, 1012]);
    expect(server.live.hub.size).toBe(0);
  });
});

const closing = async (client: RawClient): Promise<void> => {
  client.socket.end();
  await client.closed;
};

/** Some 100 KB of text to show, so that the system's own buffers fill soon. */
const tickers = (number: number): object[] =>
  Array.from({ length: 100 }, (_, index) => ({
    id: `t${index}`,
    kind: 'ticker',
    options: { text: `${number}${'讯'.repeat(290)}` },
    seconds: 0,
    enabled: true,
  }));

const EAGER = { conflateAboveBytes: 4096, caughtUpBytes: 1024, sweepEveryMs: 50, coalesceMs: 1, closeAboveBytes: 1e9 };

/** Saves large changes until `done`, each when `quick` has the one before. */
async function pressUntil(
  server: LiveServer,
  quick: SocketScreen,
  done: () => Promise<boolean>,
  each: () => void,
): Promise<void> {
  for (let number = 0; !(await done()); number += 1) {
    const values = { entries: tickers(number) };
    save(server.changes, { kind: 'update', register: 'playlists', record: 'loop', values });
    await quick.arrived('patch', server.changes.ledger().revision);
    each();
  }
}

const counted = (server: LiveServer, name: string) => async (): Promise<boolean> =>
  ((await server.metrics.getSingleMetric(name)?.get())?.values[0]?.value ?? 0) > 0;

const patchesOf = (screen: SocketScreen): number => screen.inbox.all.filter(({ type }) => type === 'patch').length;

describe('a slow reader on a real socket', () => {
  it.each([
    ['past the socket', undefined],
    ['through the socket', null],
  ])(
    '[P7.1] is taken off the patches, disturbs nobody, and gets a snapshot when it reads again (%s)',
    async (_way, direct) => {
      const server = await startLive({ limits: EAGER, ...(direct === undefined ? {} : { direct }) });
      const [slow, quick] = [await following(server, 'a'), await following(server, 'b')];
      slow.socket.pause();
      let pongs = 0;
      slow.socket.on('pong', () => (pongs += 1));
      let pings = 0;
      await pressUntil(server, quick, counted(server, 'paceboard_live_conflations_total'), () => {
        pings += 1;
        slow.socket.ping();
      });
      const { revision } = server.changes.ledger();
      slow.socket.resume();
      const snapshot = await slow.inbox.first((each) => each.type === 'snapshot' && each.revision >= revision);
      expect(snapshot).toMatchObject({ type: 'snapshot', revision });
      expect(patchesOf(slow)).toBeLessThan(patchesOf(quick));
      expect(pongs).toBe(pings);
      await server.stop();
    },
  );

  it('[P7.3] is forgotten when it hangs up with frames still waiting for it', async () => {
    const server = await startLive({ limits: EAGER });
    const [slow, quick] = [await rawScreen(server, 'a'), await following(server, 'b')];
    slow.socket.pause();
    slow.socket.write(text('{"type":"resume"}'));
    await pressUntil(server, quick, counted(server, 'paceboard_live_conflations_total'), () => undefined);
    slow.socket.resetAndDestroy();
    await pressUntil(
      server,
      quick,
      async () => server.live.hub.size === 1,
      () => undefined,
    );
    expect(server.live.hub.size).toBe(1);
    await server.stop();
  });
});

describe('a server with TLS', () => {
  it('[P3.1] writes through the socket, which encrypts', async () => {
    // A pre-shared key spares the test a certificate.
    const [psk, common] = [Buffer.alloc(16, 7), { ciphers: 'PSK', maxVersion: 'TLSv1.2' } as const];
    const server = await startLive({ tls: { ...common, pskCallback: () => psk } });
    const client = {
      ...common,
      pskCallback: () => ({ psk, identity: 'screen' }),
      checkServerIdentity: () => undefined,
    };
    const screen = await following(server, 'a', client as object);
    save(server.changes, figure(1, 150));
    expect(await screen.arrived('patch')).toMatchObject({ revision: server.changes.ledger().revision });
    await server.stop();
  });
});

describe('a full server', () => {
  it('[P8.6] says 1013 to the next screen', async () => {
    const server = await startLive({ limits: { connections: 1 } });
    await following(server, 'a');
    const second = new SocketScreen(server, 'b');
    expect(await second.closed).toBe(1013);
    await server.stop();
  });
});

describe('the direct way', () => {
  it('[P3.1] exists on this Node', () => {
    expect(directWrite()).not.toBeNull();
  });
});
