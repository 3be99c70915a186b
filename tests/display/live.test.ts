import { describe, expect, it } from 'vitest';
import { keptFrom } from '../../display/live/kept.ts';
import { shouldReload } from '../../display/live/reload.ts';
import { ServerClock } from '../../display/live/server-clock.ts';
import { JumpWatch, type LocalClock } from '../../display/live/time-base.ts';
import { crawlAt } from '../../display/motion/crawl.ts';
import { playable, showingAt } from '../../display/player/timing.ts';
import { barLength, barScale } from '../../display/slides/rows/bar-scale.ts';
import { DEFAULT_STAGE } from '../../core/stage/stage.ts';
import { instant } from '../../core/time.ts';
import { demoProgramme } from './programmes.ts';

/** A clock that the test moves. */
function handClock(): LocalClock & { at: number; wallIs: number } {
  const clock = { at: 1_000, wallIs: 50_000, steady: () => clock.at, wall: () => clock.wallIs };
  return clock;
}

describe("the server's clock", () => {
  it('stands on the sample with the shortest round trip', () => {
    const local = handClock();
    const clock = new ServerClock(local);
    clock.add(900, instant(5_000), instant(5_000));
    clock.add(980, instant(5_050), instant(5_050));
    expect(clock.now()).toBe(5_060);
    local.at += 500;
    expect(clock.now()).toBe(5_560);
  });

  it('goes on from what was kept when the page starts without its server', () => {
    expect(new ServerClock(handClock(), 7).now()).toBe(50_007);
  });

  it('does not follow the wall clock when that is set, and says that it jumped', () => {
    const local = handClock();
    const clock = new ServerClock(local);
    const jumps = new JumpWatch(local);
    clock.add(1_000, instant(9_000), instant(9_000));
    local.wallIs += 3_600_000;
    expect(clock.now()).toBe(9_000);
    expect(jumps.jumped()).toBe(true);
    expect(jumps.jumped()).toBe(false);
    clock.forget();
    expect(clock.now()).toBe(9_000);
  });
});

describe('what a screen keeps', () => {
  const screen = { id: 's', name: '大屏', stage: DEFAULT_STAGE };

  it('comes back whole', () => {
    const replica = { position: { epoch: 'e', revision: 3, hash: 'h' }, programme: demoProgramme() };
    expect(keptFrom({ screen, replica, clockOffset: 5 })).toEqual({ screen, replica, clockOffset: 5 });
  });

  it('comes back without a programme that is damaged', () => {
    expect(keptFrom({ screen, replica: { position: { epoch: 'e' }, programme: {} }, clockOffset: 'x' })).toEqual({
      screen,
      clockOffset: 0,
    });
  });

  it.each([undefined, null, 7, {}, { screen: { id: 's', name: 'x', stage: {} } }])(
    'is nothing when it is %j',
    (value) => expect(keptFrom(value)).toBeNull(),
  );
});

describe('a page of another build', () => {
  it('makes way once, and never in development', () => {
    expect(shouldReload('a', 'b', null)).toBe(true);
    expect(shouldReload('a', 'b', 'b')).toBe(false);
    expect(shouldReload('a', 'a', null)).toBe(false);
    expect(shouldReload('dev', 'b', null)).toBe(false);
  });
});

describe('what is on', () => {
  const programme = demoProgramme();

  it('leaves out slides that cannot be drawn', () => {
    const without = playable(programme, new Set(['cover']));
    expect(showingAt(without, DEFAULT_STAGE, programme.anchor)?.slide).toBe('summary');
  });

  it('stays on a pinned slide, on a page that there is', () => {
    const showing = showingAt(programme, DEFAULT_STAGE, instant(0), { slide: 'townships', page: 9 });
    expect(showing).toMatchObject({ slide: 'townships', page: 0, until: Infinity });
  });

  it('is nothing for a pinned slide that does not exist', () => {
    expect(showingAt(programme, DEFAULT_STAGE, instant(0), { slide: 'gone', page: 0 })).toBeNull();
  });
});

describe('bars', () => {
  it('reach to 100 %, or to the highest rate rounded up to the next 25', () => {
    expect(barScale([41.7, 99.9])).toBe(100);
    expect(barScale([140.1])).toBe(150);
    expect(barScale([])).toBe(100);
  });

  it('say that they go on where one rate is far beyond the others', () => {
    expect(barScale([1_234.5, 60])).toBe(200);
    expect(barLength(1_234.5, 200, 400)).toEqual({ pixels: 400, over: true });
    expect(barLength(50, 100, 401)).toEqual({ pixels: 201, over: false });
  });
});

describe('a crawl', () => {
  const crawl = { size: 60, width: 3_000, stage: 1_000, perMinute: 70 };

  it('moves 60 to 80 characters a minute, in whole pixels', () => {
    const [a, b] = [crawlAt(crawl, 1_000), crawlAt(crawl, 31_000)];
    expect((a - b) / crawl.size).toBeCloseTo(35, 1);
    expect([a, b].every(Number.isInteger)).toBe(true);
  });

  it('begins again without a gap when its text has gone by', () => {
    const round = (crawl.width / (crawl.perMinute * crawl.size)) * 60_000;
    expect(crawlAt(crawl, 40_000 + round)).toBe(crawlAt(crawl, 40_000));
  });
});
