import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import type { ScreenHealth } from '../../../core/protocol/health.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { instant } from '../../../core/time.ts';
import { measureScreens } from '../../../server/live/screen-gauges.ts';
import { createStatuses } from '../../../server/screens/memory-statuses.ts';
import { figure, following, hubStage, MemoryScreen, save } from '../../support/live-parts.ts';

const healthOf = (heap: number, p95: number, faults: ScreenHealth['faults'] = []): ScreenHealth => ({
  up: 60,
  heap,
  nodes: 900,
  longFrames: 0,
  flips: { count: 6, p50: 1, p95, max: p95 },
  media: { wanted: 0, ready: 0 },
  coldStart: false,
  rescues: 0,
  faults,
});

const stageUnlessRevoked = (id: string) => (id === 'revoked' ? null : DEFAULT_STAGE);

describe('the clock', () => {
  it('[P5.1] is answered at once with the stamp as sent and the server time, fractions of a millisecond too', async () => {
    const { hub, time } = await hubStage();
    const screen = following(hub, 'a');
    screen.say({ type: 'clock', t0: 12.5 });
    expect(screen.connection.take()).toEqual([
      { type: 'clock', t0: 12.5, t1: time.now() + 0.25, t2: time.now() + 0.25 },
    ]);
  });
});

describe('painted and status', () => {
  it('[P6.1] painted pixels are noted with the moment of the save', async () => {
    const { hub, changes, time, statuses, instruments } = await hubStage();
    const screen = following(hub, 'a');
    time.step(1000);
    const saved = time.now();
    save(changes, figure(1, 150));
    time.step(200);
    const { revision } = changes.ledger();
    screen.say({ type: 'painted', revision, at: saved + 120 });
    expect(statuses.paintedTimes).toEqual([{ revision, committedAt: saved, at: saved + 120 }]);
    expect((await instruments.painted.get()).values).toContainEqual(
      expect.objectContaining({ metricName: 'paceboard_live_painted_seconds_sum', value: 0.12 }),
    );
  });

  it('[P6.2] a screen that was away during the save, or reports again, is not timed', async () => {
    const { hub, changes, time, statuses } = await hubStage();
    const early = following(hub, 'a');
    time.step(10);
    save(changes, figure(1, 150));
    time.step(60);
    const late = following(hub, 'b');
    const { revision } = changes.ledger();
    late.say({ type: 'painted', revision, at: time.now() });
    early.say({ type: 'painted', revision, at: time.now() });
    early.say({ type: 'painted', revision, at: time.now() });
    expect(statuses.paintedTimes.map(({ committedAt }) => committedAt !== null)).toEqual([false, true, false]);
  });

  it('[P6.3] of changes that went out together the first save counts', async () => {
    const { hub, changes, time, statuses } = await hubStage();
    const screen = following(hub, 'a');
    const saved = time.now();
    save(changes, figure(1, 150));
    time.step(30);
    save(changes, figure(2, 150));
    time.step(30);
    screen.say({ type: 'painted', revision: changes.ledger().revision, at: time.now() });
    expect(statuses.paintedTimes[0]?.committedAt).toBe(saved);
  });

  it('[P6.4] a revision that was never announced is not noted', async () => {
    const { hub, statuses } = await hubStage();
    const screen = following(hub, 'a');
    screen.say({ type: 'painted', revision: 1_000_000, at: 0 });
    expect(statuses.paintedTimes).toEqual([]);
    expect(screen.connection.closed).toBeNull();
  });

  it('[P6.5] pixels are up no later than their report arrives and no earlier than their save', async () => {
    const { hub, changes, time, statuses } = await hubStage();
    const [fast, slow] = [following(hub, 'a'), following(hub, 'b')];
    const saved = time.now();
    save(changes, figure(1, 150));
    time.step(60);
    const { revision } = changes.ledger();
    fast.say({ type: 'painted', revision, at: time.now() + 5000 });
    slow.say({ type: 'painted', revision, at: saved - 5000 });
    expect(statuses.paintedTimes.map(({ at }) => at)).toEqual([time.now(), saved]);
  });

  it('[P6.6] what a screen shows is noted', async () => {
    const { hub, statuses } = await hubStage();
    const screen = following(hub, 'a');
    screen.say({ type: 'status', slide: 'units', page: 1, viewport: '1920x1080' });
    expect(statuses.lines).toContain('a shows units/1 on 1920x1080');
  });

  it('[P6.7] what a screen says of its health is kept, and the worst of all stands in the metrics', async () => {
    const metrics = new Registry();
    const statuses = createStatuses();
    measureScreens(metrics, { statuses, now: () => instant(1000), stageOf: stageUnlessRevoked });
    const fault = { slide: 'cover', kind: 'cover', text: 'x', count: 1 };
    for (const [screen, health] of [
      ['a', healthOf(40, 12)],
      ['b', healthOf(310, 7)],
      ['c', healthOf(50, 8, [fault])],
      ['revoked', healthOf(900, 900, [fault])],
    ] as const) {
      statuses.connected(screen, instant(1000));
      statuses.reported(screen, { slide: 'cover', page: 0, viewport: 'v', health }, instant(1000));
    }
    const text = await metrics.metrics();
    for (const line of [
      'paceboard_screens_max_heap_megabytes 310',
      'paceboard_screens_max_flip_p95_milliseconds 12',
      'paceboard_screens_with_faults 1',
      'paceboard_screens{state="good"} 1',
      'paceboard_screens{state="watch"} 1',
      'paceboard_screens{state="fault"} 1',
    ])
      expect(text).toContain(`${line}\n`);
    statuses.disconnected('b', instant(1000));
    expect(await metrics.metrics()).toContain('paceboard_screens_max_heap_megabytes 50\n');
  });

  it('[P6.8] a health that is not understood costs nobody the connection', async () => {
    const { hub, statuses } = await hubStage();
    const screen = following(hub, 'a');
    screen.line.receive('{"type":"status","slide":"units","page":1,"viewport":"v","health":{"up":"long"}}');
    expect(statuses.lines).toContain('a shows units/1 on v');
    expect(screen.connection.closed).toBeNull();
  });
});

describe('limits', () => {
  it.each([
    ['text that is not JSON', '{'],
    ['an unknown type', '{"type":"reboot"}'],
    ['a malformed position', '{"type":"resume","position":{"epoch":1}}'],
    ['an array', '[]'],
  ])('[P8.1] %s closes the connection and nobody else', async (_what, text) => {
    const { hub, changes, time } = await hubStage();
    const [bad, good] = [following(hub, 'a'), following(hub, 'b')];
    bad.line.receive(text);
    expect(bad.connection.closed?.code).toBe(1002);
    save(changes, figure(1, 150));
    time.step(60);
    expect(good.read()).toEqual(['patch']);
    expect(bad.read()).toEqual([]);
  });

  it('[P8.3] more than 50 messages in a second close the connection', async () => {
    const { hub, time } = await hubStage();
    const screen = following(hub, 'a');
    time.step(1000);
    for (let count = 0; count < 50; count += 1) screen.say({ type: 'clock', t0: 0 });
    expect(screen.connection.closed).toBeNull();
    screen.say({ type: 'clock', t0: 0 });
    expect(screen.connection.closed?.code).toBe(1008);
  });

  it('[P8.4] a screen that is lost more than ten times in a minute is closed', async () => {
    const { hub, time } = await hubStage();
    const screen = following(hub, 'a');
    for (let count = 0; count < 10; count += 1) {
      screen.say({ type: 'lost' });
      time.step(1000);
    }
    expect(screen.connection.closed).toBeNull();
    screen.say({ type: 'lost' });
    expect(screen.connection.closed?.code).toBe(4010);
  });

  it('[P8.6] a full server turns the next screen away until one leaves', async () => {
    const { hub } = await hubStage({ connections: 2 });
    const [first] = [following(hub, 'a'), following(hub, 'b')];
    const third = new MemoryScreen(hub, 'c');
    expect(third.connection.closed?.code).toBe(1013);
    first?.line.gone();
    following(hub, 'c');
    expect(hub.size).toBe(2);
  });
});
