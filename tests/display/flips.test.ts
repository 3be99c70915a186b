import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instant, type Instant } from '../../core/time.ts';
import { calmer, motionOf } from '../../display/motion/motion.ts';
import { Alarm } from '../../display/player/alarm.ts';
import { FlipRecorder } from '../../display/player/flips.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (draw: (at: number) => void) => setTimeout(() => draw(performance.now()), 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the alarm of a flip', () => {
  it.each([0.975, 1, 1.025])('rings in the first frame after its time while the clock runs at %d', (pace) => {
    const begun = Date.now();
    const now = () => instant(begun + (Date.now() - begun) * pace);
    const rung: number[] = [];
    const alarm = new Alarm(now, () => rung.push(now() - begun));
    alarm.set(begun + 45_000);
    vi.advanceTimersByTime(60_000);
    expect(rung.length).toBe(1);
    expect(rung[0]).toBeGreaterThanOrEqual(45_000);
    expect(rung[0]).toBeLessThan(45_018);
    alarm.set(Infinity);
    expect(vi.getTimerCount()).toBe(0);
  });
});

const FRAME_MS = 16;

const wallClock = (): Instant => instant(Date.now());

/** In which frame, after how many milliseconds, an alarm rings that hears of every frame so late. */
function turnedAfter(lateMs: number): number {
  const origin = performance.now();
  const frames: number[] = [];
  vi.stubGlobal('requestAnimationFrame', (draw: (at: number) => void) => {
    const passed = (performance.now() - origin) % FRAME_MS;
    const frame = performance.now() + FRAME_MS - passed;
    const heard = (): void => {
      frames.push(frame - origin);
      draw(frame);
    };
    return setTimeout(heard, frame + lateMs - performance.now());
  });
  const alarm = new Alarm(wallClock, () => undefined);
  alarm.set(wallClock() + 100);
  vi.advanceTimersByTime(1_000);
  return frames.at(-1) ?? Number.NaN;
}

describe('a busy page', () => {
  it('turns in the same frame as the others, however late it hears of that', () => {
    expect([0, 6, 12].map(turnedAfter)).toEqual([112, 112, 112]);
  });
});

describe('a report of flips', () => {
  it('says how late half of them, nearly all and the last were', () => {
    const flips = new FlipRecorder();
    for (let late = 100; late > 0; late -= 1) flips.note(late + 0.04);
    expect(flips.take()).toEqual({ count: 100, p50: 51, p95: 96, max: 100 });
  });

  it('stays bounded when nobody asks', () => {
    const flips = new FlipRecorder();
    for (let late = 0; late < 10_000; late += 1) flips.note(late);
    expect(flips.take()?.count).toBe(2_000);
  });
});

describe('how much is to move', () => {
  it('is asked by the address, or by what the machine prefers, and the calmer wish wins', () => {
    expect(motionOf('?motion=calm', true)).toBe('calm');
    expect(motionOf('?motion=none', false)).toBe('none');
    expect(motionOf('', true)).toBe('none');
    expect(motionOf('?motion=wild', false)).toBe('full');
    expect([calmer('full', 'calm'), calmer('none', 'full'), calmer('calm', 'none'), calmer('full', 'full')]).toEqual([
      'calm',
      'none',
      'none',
      'full',
    ]);
  });
});
