import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_FAULTS, MOST_TEXT } from '../../../core/protocol/health.ts';
import type { Showing } from '../../../core/programme/now-showing.ts';
import { instant } from '../../../core/time.ts';
import { FaultLog } from '../../../display/health/fault-log.ts';
import { FrameSampler } from '../../../display/health/frame-sampler.ts';
import { ScreenWatch, type WatchPorts } from '../../../display/health/screen-watch.ts';
import { ReloadNotes } from '../../../display/live/reload.ts';

const MINUTE_MS = 60_000;
/** Noon in the office. */
const NOON = Date.parse('2017-06-01T04:00:00Z');

/** Frames as the test wants them. */
let frameEvery: number | null;
let listeners: Map<string, (event: object) => void>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  frameEvery = 16;
  listeners = new Map();
  const frames = {
    requestAnimationFrame: (draw: (at: number) => void) =>
      frameEvery === null ? 0 : Number(setTimeout(() => draw(performance.now()), frameEvery)),
    cancelAnimationFrame: (id: number) => clearTimeout(id),
  };
  vi.stubGlobal('window', frames);
  vi.stubGlobal('addEventListener', (type: string, listen: (event: object) => void) => listeners.set(type, listen));
  vi.stubGlobal('removeEventListener', (type: string) => listeners.delete(type));
});

afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const watches: ScreenWatch[] = [];

/** A storage that the browser does not give. */
const refused = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

function start(change: Partial<WatchPorts> = {}) {
  const seen = { reloads: [] as number[], asked: 0, told: 0, retimed: 0 };
  const lasting = storage();
  const page = { showing: null as Showing | null, away: false, heap: 40 };
  const ports: WatchPorts = {
    screen: () => 'wall',
    now: () => instant(Date.now()),
    showing: () => page.showing,
    quietHour: () => undefined,
    flips: () => ({ count: 6, p50: 3, p95: 9, max: 12 }),
    clock: () => ({ uncertainty: 2, age: 5 }),
    media: () => ({ wanted: 2, ready: 1 }),
    coldStart: () => false,
    memory: () => ({ up: performance.now() / 1000, heap: page.heap, nodes: 900 }),
    isVisible: () => true,
    notes: new ReloadNotes(storage, () => lasting),
    retime: () => (seen.retimed += 1),
    tell: () => (seen.told += 1),
    comesBack: async () => {
      seen.asked += 1;
      return !page.away;
    },
    reload: () => seen.reloads.push(Date.now()),
    ...change,
  };
  const watch = new ScreenWatch(ports);
  watches.push(watch);
  watch.start();
  return { watch, page, seen, ports };
}

const showing = (change: Partial<Showing> = {}): Showing => ({
  slide: 'cover',
  page: 0,
  pages: 1,
  from: instant(0),
  until: instant(Infinity),
  because: 'loop',
  ...change,
});

const minutes = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * MINUTE_MS);

describe('a watched page', () => {
  it('[P6.7] tells how it is once a minute', async () => {
    const { watch, page } = start();
    page.showing = showing();
    expect(watch.report()).toBeNull();
    await minutes(1);
    expect(watch.report()).toEqual({
      up: Math.round(performance.now() / 1000),
      heap: 40,
      nodes: 900,
      longFrames: 0,
      flips: { count: 6, p50: 3, p95: 9, max: 12 },
      clock: { uncertainty: 2, age: 5 },
      media: { wanted: 2, ready: 1 },
      coldStart: false,
      rescues: 0,
      faults: [],
    });
    expect(watch.report()).toBeNull();
  });

  it('[P6.7] tells of a fault soon, and of one that keeps coming not at every page', async () => {
    const { watch, page, seen } = start();
    page.showing = showing();
    await vi.advanceTimersByTimeAsync(15_000);
    watch.fault('townships', 'unitRanking', new TypeError('no rows'));
    expect(seen.told).toBe(1);
    const fault = { slide: 'townships', kind: 'unitRanking', text: 'TypeError: no rows', count: 1 };
    expect(watch.report()?.faults).toEqual([fault]);
    watch.fault('townships', 'unitRanking', new TypeError('no rows'));
    watch.fault('cover', 'cover', 'gone');
    expect(watch.report()).toBeNull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(watch.report()?.faults.map(({ slide, count }) => [slide, count])).toEqual([
      ['townships', 2],
      ['cover', 1],
    ]);
  });

  it('notes errors that nobody caught, until it is stopped', async () => {
    const { watch, page } = start();
    page.showing = showing();
    listeners.get('error')?.({ error: new RangeError('deep') });
    listeners.get('unhandledrejection')?.({ reason: 'lost' });
    await minutes(1);
    expect(watch.report()?.faults.map(({ kind, text }) => [kind, text])).toEqual([
      ['page', 'RangeError: deep'],
      ['page', 'lost'],
    ]);
    watch.stop();
    expect(listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reloads at the end of a page for another build, once the server answers', async () => {
    const { watch, page, seen } = start();
    page.showing = showing();
    page.away = true;
    watch.newBuild('b2');
    await minutes(2);
    expect(seen.asked).toBe(0);
    watch.turned();
    await minutes(1);
    expect(seen).toMatchObject({ asked: 1, reloads: [] });
    page.away = false;
    watch.turned();
    await minutes(1);
    watch.turned();
    expect(seen.reloads.length).toBe(1);
  });

  it('does not cut a spotlight off', async () => {
    const { watch, page, seen } = start();
    page.showing = showing({ because: 'spotlight' });
    watch.newBuild('b2');
    watch.turned();
    await minutes(1);
    expect(seen.asked).toBe(0);
  });

  it('reloads once in the night, also while the screens are dark', async () => {
    const { seen } = start();
    await minutes(2 * 24 * 60);
    const [at = 0] = seen.reloads;
    expect(new Date(at).getUTCHours()).toBe(19);
    expect(seen.reloads.length).toBe(1);
  });

  it('asks a server that is away no more than every ten seconds', async () => {
    const { watch, page, seen } = start();
    page.showing = showing();
    page.away = true;
    watch.newBuild('b2');
    for (let turn = 0; turn < 100; turn += 1) {
      watch.turned();
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(seen.asked).toBe(2);
  });

  it('is rescued when its memory runs away, and notes it', async () => {
    const { watch, page, seen, ports } = start();
    page.showing = showing();
    page.heap = 450;
    await minutes(4);
    expect(seen.reloads).toEqual([]);
    watch.turned();
    await minutes(1);
    expect(seen.reloads.length).toBe(1);
    expect(ports.notes.rescues(Date.now())).toBe(1);
  });

  it('is not rescued where nobody could count how often', async () => {
    const { watch, page, seen } = start({ notes: new ReloadNotes(refused, refused) });
    page.showing = showing();
    page.heap = 450;
    await minutes(4);
    watch.turned();
    await minutes(1);
    expect(seen.reloads).toEqual([]);
    expect(watch.report()?.rescues).toBe(0);
  });

  it('looks at the clock again when a page stays on too long, and reloads when that does not help', async () => {
    const { page, seen } = start();
    page.showing = showing({ until: instant(Date.now() + 1_000) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toMatchObject({ retimed: 1, reloads: [] });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen.reloads.length).toBe(1);
  });

  it('reloads when no frame comes any more, but not while nobody can see it', async () => {
    const { page, seen } = start();
    page.showing = showing();
    frameEvery = null;
    await vi.advanceTimersByTimeAsync(25_000);
    expect(seen.retimed).toBe(1);
    expect(seen.reloads.length).toBe(1);
    const hidden = start({ isVisible: () => false });
    hidden.page.showing = showing();
    await minutes(5);
    expect(hidden.seen.reloads).toEqual([]);
  });
});

describe('frames', () => {
  it('are counted for a moment after something moved, and never at rest', async () => {
    let asked = 0;
    const source = {
      requestAnimationFrame: (draw: (at: number) => void) => {
        asked += 1;
        return window.requestAnimationFrame(draw);
      },
      cancelAnimationFrame: (id: number) => window.cancelAnimationFrame(id),
    };
    const sampler = new FrameSampler(source);
    expect(sampler.take()).toEqual({ longFrames: 0 });
    frameEvery = 20;
    sampler.sample();
    sampler.sample();
    await vi.advanceTimersByTimeAsync(1_000);
    frameEvery = 80;
    await vi.advanceTimersByTimeAsync(1_000);
    const before = asked;
    await minutes(5);
    expect(asked).toBe(before);
    const { fps, longFrames } = sampler.take();
    expect(longFrames).toBeGreaterThanOrEqual(6);
    expect(fps).toBeGreaterThan(30);
    expect(fps).toBeLessThan(50);
  });

  it('are counted for a quarter of the minute at most', async () => {
    const sampler = new FrameSampler(window);
    for (let turn = 0; turn < 300; turn += 1) {
      sampler.sample();
      await vi.advanceTimersByTimeAsync(200);
    }
    const timers = vi.getTimerCount();
    sampler.sample();
    expect(vi.getTimerCount()).toBe(timers);
  });
});

describe('faults', () => {
  it("of a slide count once, though the browser tells of them as the page's too", () => {
    const error = new TypeError('no rows');
    for (const first of ['slide', 'page']) {
      const log = new FaultLog();
      if (first === 'page') log.page(error);
      log.slide('townships', 'unitRanking', error);
      log.page(error);
      expect(log.all).toEqual([{ slide: 'townships', kind: 'unitRanking', text: 'TypeError: no rows', count: 1 }]);
    }
  });

  it('are bounded in number and length for ever', () => {
    const log = new FaultLog();
    for (let number = 0; number < 1_000; number += 1) log.slide(`s${number}`, 'cover', 'x'.repeat(10_000));
    expect(log.all.length).toBe(MOST_FAULTS);
    expect(log.all.at(-1)?.slide).toBe('s999');
    expect(log.all.every(({ text }) => text.length === MOST_TEXT)).toBe(true);
  });
});
