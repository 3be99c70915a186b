import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../display/live/connection.ts';
import { CLOSE, DEAD_AFTER_MS, RECONNECT_BASE_MS, RECONNECT_CAP_MS } from '../../core/protocol/messages.ts';
import { instant } from '../../core/time.ts';
import { HandSockets } from './hand-socket.ts';

const BEAT = { type: 'beat', serverTime: instant(5), epoch: 'e', revision: 1, hash: 'h' } as const;

const started: Connection[] = [];

function connect() {
  const sockets = new HandSockets();
  const heard: string[] = [];
  const ends: { readonly code: number; readonly failures: number }[] = [];
  const connection = new Connection({
    openSocket: sockets.open,
    onOpen: () => heard.push('open'),
    onMessage: ({ type }) => heard.push(type),
    onClose: (code, failures) => ends.push({ code, failures }),
  });
  started.push(connection);
  connection.start();
  return { connection, sockets, heard, ends };
}

/** A connection whose first socket is open. */
function connected() {
  const parts = connect();
  parts.sockets.untilOpened(1).open();
  return parts;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const connection of started.splice(0)) connection.stop();
  vi.useRealTimers();
});

describe('a connection', () => {
  it('[P10.2] waits a random time before it calls, so that a thousand screens do not call together', () => {
    const waits = new Set<number>();
    let counted = 0;
    const called = Array.from({ length: 50 }, connect);
    for (let passed = 0; passed <= RECONNECT_BASE_MS; passed += 10) {
      const now = called.filter(({ sockets }) => sockets.all.length > 0).length;
      if (now > counted) waits.add(passed);
      counted = now;
      vi.advanceTimersByTime(10);
    }
    expect(called.every(({ sockets }) => sockets.all.length === 1)).toBe(true);
    expect(waits.size).toBeGreaterThan(10);
  });

  it('[P10.2] calls again within twice the time after every failure, and within the cap at the latest', () => {
    const { sockets, ends } = connect();
    for (let failure = 0; failure < 8; failure += 1) {
      vi.advanceTimersByTime(Math.min(RECONNECT_CAP_MS, RECONNECT_BASE_MS * 2 ** failure));
      expect(sockets.all.length).toBe(failure + 1);
      sockets.last.end(1006);
    }
    expect(ends.map(({ failures }) => failures)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('[P10.2] begins anew with short waits once it has heard the server', () => {
    const { sockets, ends } = connect();
    for (let failure = 0; failure < 6; failure += 1) {
      sockets.untilOpened(failure + 1);
      if (failure === 5) {
        sockets.last.open();
        sockets.last.say(BEAT);
      }
      sockets.last.end(CLOSE.restart);
    }
    expect(ends.at(-1)).toEqual({ code: CLOSE.restart, failures: 0 });
    vi.advanceTimersByTime(RECONNECT_BASE_MS);
    expect(sockets.all.length).toBe(7);
  });

  it('[P4.3] gives a silent server up, without waiting for the dead socket to admit it', () => {
    const { sockets, ends } = connected();
    sockets.last.say(BEAT);
    vi.advanceTimersByTime(DEAD_AFTER_MS - 1);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual([{ code: 1006, failures: 0 }]);
    expect(sockets.all[0]?.closed).toBe(true);
  });

  it('[P4.3] keeps a server that says something in time', () => {
    const { sockets, ends } = connected();
    sockets.last.say(BEAT);
    for (let beat = 0; beat < 5; beat += 1) {
      vi.advanceTimersByTime(DEAD_AFTER_MS - 1);
      sockets.last.say(BEAT);
    }
    expect(ends).toEqual([]);
    expect(sockets.all.length).toBe(1);
  });

  it('[P4.3] gives up a handshake that is never answered', () => {
    const { sockets, ends } = connect();
    vi.advanceTimersByTime(RECONNECT_BASE_MS);
    expect(sockets.all.length).toBe(1);
    vi.advanceTimersByTime(DEAD_AFTER_MS);
    expect(ends.length).toBe(1);
  });

  it('does not listen to a socket that it gave up', () => {
    const { sockets, heard, ends } = connected();
    vi.advanceTimersByTime(DEAD_AFTER_MS);
    const [dead] = sockets.all;
    dead?.say(BEAT);
    dead?.end(1000);
    expect(heard).toEqual(['open']);
    expect(ends.length).toBe(1);
  });

  it('skips what it does not understand and stays', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { sockets, heard, ends } = connected();
    sockets.last.hear('{"type":"of a later version"}');
    sockets.last.hear('no JSON');
    sockets.last.say(BEAT);
    expect(heard).toEqual(['open', 'beat']);
    expect(ends).toEqual([]);
    vi.restoreAllMocks();
  });

  it('says nothing while no socket is open', () => {
    const { connection, sockets } = connect();
    connection.send({ type: 'lost' });
    vi.advanceTimersByTime(RECONNECT_BASE_MS);
    connection.send({ type: 'lost' });
    sockets.last.open();
    connection.send({ type: 'lost' });
    expect(sockets.last.typesSent()).toEqual(['lost']);
  });

  it('hangs up when it is stopped, and does not call again', () => {
    const { connection, sockets } = connected();
    connection.stop();
    vi.advanceTimersByTime(10 * RECONNECT_CAP_MS);
    expect(sockets.all.length).toBe(1);
    expect(sockets.last.closed).toBe(true);
  });

  it('does not call again when it is stopped because of how it ended', () => {
    const sockets = new HandSockets();
    const connection: Connection = new Connection({
      openSocket: sockets.open,
      onOpen: () => undefined,
      onMessage: () => undefined,
      onClose: () => connection.stop(),
    });
    connection.start();
    vi.advanceTimersByTime(RECONNECT_BASE_MS);
    sockets.last.end(CLOSE.revoked);
    vi.advanceTimersByTime(10 * RECONNECT_CAP_MS);
    expect(sockets.all.length).toBe(1);
  });

  it('[P3.12] asks for the whole after messages that it does not understand, and not again within ten seconds', () => {
    const { sockets } = connected();
    const [socket] = sockets.all;
    const asked = (): number => socket?.typesSent().filter((type) => type === 'lost').length ?? 0;
    for (const garbage of ['', '{', '{"type":"snapshot"}']) socket?.hear(garbage);
    expect(asked()).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(asked()).toBe(1);
    socket?.hear('null');
    vi.advanceTimersByTime(9_000);
    expect(asked()).toBe(1);
    vi.advanceTimersByTime(2_000);
    expect(asked()).toBe(2);
  });
});
