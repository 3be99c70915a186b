import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../../core/canonical.ts';
import { createMergePatch } from '../../core/merge-patch.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { ScreenHealth } from '../../core/protocol/health.ts';
import { BEAT_EVERY_MS, CLOSE, type ScreenProfile } from '../../core/protocol/messages.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant } from '../../core/time.ts';
import type { Identity } from '../../display/live/api.ts';
import type { Kept } from '../../display/live/kept.ts';
import { ScreenClient } from '../../display/live/screen-client.ts';
import { HandSockets } from './hand-socket.ts';
import { demoProgramme } from './programmes.ts';

const SCREEN: ScreenProfile = { id: 's', name: '南门大屏', stage: DEFAULT_STAGE };
const FIRST = demoProgramme('red');
const SECOND: Programme = { ...FIRST, issuer: '区重点办' };

const at = (revision: number, programme: Programme) => ({ epoch: 'e', revision, hash: fingerprint(programme) });
const snapshot = { type: 'snapshot', programme: FIRST, ...at(3, FIRST) } as const;
const patch = {
  type: 'patch',
  from: 3,
  patch: createMergePatch({ ...FIRST }, { ...SECOND }) ?? {},
  ...at(4, SECOND),
} as const;
const hello = (build = 'b') =>
  ({ type: 'hello', protocol: 1, epoch: 'e', serverTime: instant(Date.now()), build, screen: SCREEN }) as const;

const HEALTH: ScreenHealth = {
  up: 60,
  nodes: 900,
  longFrames: 0,
  media: { wanted: 0, ready: 0 },
  coldStart: false,
  rescues: 0,
  faults: [],
};

const started: ScreenClient[] = [];

function start(kept: Partial<Kept> = {}, identity: Identity = { kind: 'unreachable' }) {
  const sockets = new HandSockets();
  const seen = { changes: 0, unpaired: 0, asked: 0, builds: [] as string[], kept: [] as Kept[], heard: [] as number[] };
  const client = new ScreenClient(
    { screen: SCREEN, clockOffset: 0, ...kept },
    {
      openSocket: sockets.open,
      askIdentity: async () => {
        seen.asked += 1;
        return identity;
      },
      viewport: () => '1920x1080@1',
      onChange: () => (seen.changes += 1),
      onRetime: () => undefined,
      onUnpaired: () => (seen.unpaired += 1),
      onBuild: (build) => seen.builds.push(build),
      showing: () => ({ slide: 'townships', page: 2 }),
      health: () => HEALTH,
      keep: (state) => seen.kept.push(state),
      onHeard: (at) => seen.heard.push(at),
    },
  );
  started.push(client);
  client.start();
  return { client, sockets, seen };
}

/** A client whose server has greeted it. */
function greeted(kept: Partial<Kept> = {}) {
  const parts = start(kept);
  parts.sockets.untilOpened(1).open();
  parts.sockets.last.say(hello());
  return parts;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const client of started.splice(0)) client.stop();
  vi.useRealTimers();
});

describe("a screen's client", () => {
  it('[P2.3] asks for the document when it has none, says what is on and asks for the time', () => {
    const { sockets } = greeted();
    vi.advanceTimersByTime(2_000);
    expect(sockets.last.sent[0]).toEqual({ type: 'resume' });
    expect(sockets.last.sent[1]).toEqual({ type: 'status', slide: 'townships', page: 2, viewport: '1920x1080@1' });
    expect(sockets.last.typesSent().filter((type) => type === 'clock').length).toBe(10);
  });

  it('[P2.4] resumes from what it kept', () => {
    const { sockets, client } = greeted({ replica: { position: at(3, FIRST), programme: FIRST } });
    expect(sockets.last.sent[0]).toEqual({ type: 'resume', position: at(3, FIRST) });
    expect(client.replica?.programme).toBe(FIRST);
  });

  it('[P3.7] takes a snapshot, keeps it, and resumes from it on its next connection', () => {
    const { sockets, client, seen } = greeted();
    sockets.last.say(snapshot);
    expect(client.replica?.programme).toEqual(FIRST);
    expect(seen.kept.at(-1)?.replica?.position).toEqual(at(3, FIRST));
    sockets.last.end(CLOSE.restart);
    sockets.untilOpened(2).open();
    expect(sockets.last.sent[0]).toEqual({ type: 'resume', position: at(3, FIRST) });
  });

  it('[P3.2] applies a patch that fits', () => {
    const { sockets, client } = greeted();
    sockets.last.say(snapshot);
    sockets.last.say(patch);
    expect(client.replica).toEqual({ position: at(4, SECOND), programme: SECOND });
    expect(sockets.last.typesSent()).not.toContain('lost');
  });

  it('[P3.9] says that it is lost when a patch does not fit, and shows what it has until the snapshot comes', () => {
    const { sockets, client } = greeted();
    sockets.last.say(snapshot);
    sockets.last.say({ ...patch, from: 9, revision: 10 });
    expect(sockets.last.typesSent()).toContain('lost');
    expect(client.replica?.programme).toEqual(FIRST);
    sockets.last.say({ ...snapshot, programme: SECOND, ...at(10, SECOND) });
    expect(client.replica?.programme).toEqual(SECOND);
  });

  it('[P4.2] says that it is lost when a beat tells of another document', () => {
    const { sockets } = greeted();
    sockets.last.say(snapshot);
    sockets.last.say({ type: 'beat', serverTime: instant(1), ...at(4, SECOND) });
    expect(sockets.last.typesSent()).toContain('lost');
  });

  it('[P6.1] tells which revision is painted, when by the server’s clock, and what is on', () => {
    const { sockets, client } = greeted();
    client.painted(7);
    const [painted, status] = sockets.last.sent.slice(-2);
    expect(painted).toEqual({ type: 'painted', revision: 7, at: Math.round(client.clock.now()) });
    expect(status?.type).toBe('status');
  });

  it('[P4.4] tells what is on with every beat', () => {
    const { sockets } = greeted();
    const before = sockets.last.typesSent().filter((type) => type === 'status').length;
    vi.advanceTimersByTime(BEAT_EVERY_MS);
    expect(sockets.last.typesSent().filter((type) => type === 'status').length).toBe(before + 1);
  });

  it('[P6.7] tells how it is to a server that greeted it, and keeps it for later otherwise', () => {
    const { sockets, client } = greeted();
    expect(sockets.last.sent[1]).not.toHaveProperty('health');
    client.tellStatus();
    expect(sockets.last.sent.at(-1)).toMatchObject({ type: 'status', health: HEALTH });
  });

  it('[P9.1] takes a new name or stage at once and keeps it', () => {
    const { sockets, client, seen } = greeted();
    const stage = { ...DEFAULT_STAGE, width: 960, height: 480 };
    sockets.last.say({ type: 'screen', screen: { ...SCREEN, stage } });
    expect(client.screen.stage).toEqual(stage);
    expect(seen.kept.at(-1)?.screen.stage).toEqual(stage);
  });

  it('knows whether a server without a programme greets it', () => {
    const { sockets, client, seen } = greeted();
    expect(client.greeted).toBe(true);
    const { changes } = seen;
    sockets.last.end(1006);
    expect(client.greeted).toBe(false);
    expect(seen.changes).toBe(changes + 1);
  });

  it('passes the build of the server on', () => {
    expect(greeted().seen.builds).toEqual(['b']);
  });
});

describe('a screen that does not hear its server', () => {
  it('says so after thirty seconds, counts whole minutes, and stops saying so when it hears it again', () => {
    const { sockets, client, seen } = greeted();
    sockets.last.say(snapshot);
    sockets.last.end(1006);
    vi.advanceTimersByTime(30_000);
    expect(client.offlineMinutes).toBeUndefined();
    const { changes } = seen;
    vi.advanceTimersByTime(2_000);
    expect(client.offlineMinutes).toBe(1);
    expect(seen.changes).toBe(changes + 1);
    vi.advanceTimersByTime(90_000);
    expect(client.offlineMinutes).toBe(2);
    sockets.untilOpened(sockets.all.length + 1).open();
    sockets.last.say(hello());
    vi.advanceTimersByTime(1_000);
    expect(client.offlineMinutes).toBeUndefined();
    expect(client.replica?.programme).toEqual(FIRST);
  });

  it('counts from the last contact, not from the start of its page', () => {
    const heard = instant(Date.now() - 47 * 60_000);
    const { client, sockets } = start({ replica: { position: at(3, FIRST), programme: FIRST }, heard });
    expect(client.offlineMinutes).toBe(47);
    vi.advanceTimersByTime(2 * 60_000);
    expect(client.offlineMinutes).toBe(49);
    sockets.untilOpened(sockets.all.length + 1).open();
    sockets.last.say(hello());
    vi.advanceTimersByTime(1_000);
    expect(client.offlineMinutes).toBeUndefined();
  });

  it('counts from the start of its page when its clock was set back behind the last contact', () => {
    const { client } = start({ heard: instant(Date.now() + 86_400_000) });
    expect(client.offlineMinutes).toBeUndefined();
    vi.advanceTimersByTime(61_000);
    expect(client.offlineMinutes).toBe(1);
  });

  it('has noted when it last heard it, once a minute and when it was lost', () => {
    const { sockets, seen } = greeted();
    const first = Date.now();
    expect(seen.heard.map((each) => each - first)).toEqual([0]);
    vi.advanceTimersByTime(20_000);
    sockets.last.say(snapshot);
    expect(seen.heard.length).toBe(1);
    vi.advanceTimersByTime(5_000);
    sockets.last.end(1006);
    expect(seen.heard.map((each) => each - first)).toEqual([0, 20_000]);
  });

  it.each([CLOSE.revoked, CLOSE.notPaired])('is no screen any more after %i', (code) => {
    const { sockets, seen } = greeted();
    sockets.last.end(code);
    expect(seen.unpaired).toBe(1);
  });

  it.each([1002, 1006, 1008, 1009, 1012, 1013, 4008, 4010])('calls again after %i', (code) => {
    const { sockets, seen } = greeted();
    sockets.last.end(code);
    sockets.untilOpened(2);
    expect(seen.unpaired).toBe(0);
  });

  it('forgets its position when it lost it too often', () => {
    const { sockets, client } = greeted();
    sockets.last.say(snapshot);
    sockets.last.end(CLOSE.lostPosition);
    sockets.untilOpened(2).open();
    expect(sockets.last.sent[0]).toEqual({ type: 'resume' });
    expect(client.replica?.programme).toEqual(FIRST);
  });

  it('asks for another build after 4099', () => {
    const { sockets, seen } = greeted();
    sockets.last.end(CLOSE.oldBuild);
    expect(seen.builds).toEqual(['b', '']);
  });

  it('asks who it is after three calls in a row that were refused, and is nobody when the server says so', async () => {
    const { sockets, seen } = start({}, { kind: 'unpaired' });
    for (let call = 1; call <= 3; call += 1) {
      expect(seen.asked).toBe(0);
      sockets.untilOpened(call).end(1006);
    }
    expect(seen.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.unpaired).toBe(1);
  });

  it('goes on calling, and asks again, while the server is away', async () => {
    const { sockets, seen } = start();
    for (let call = 1; call <= 5; call += 1) {
      sockets.untilOpened(call).end(1006);
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(seen.asked).toBe(3);
    expect(seen.unpaired).toBe(0);
  });
});
