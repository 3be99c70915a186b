import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOffset, clockSample, SAMPLE_LIFE_MS, withSample, type ClockSample } from '../../../core/protocol/clock.ts';
import { RECONNECT_CAP_MS, reconnectDelay } from '../../../core/protocol/messages.ts';

const sample = (offset: number, roundTrip: number, at: number): ClockSample => ({ offset, roundTrip, at });

describe('the clock', () => {
  it('[P5.2] an even way there and back gives the exact offset', () => {
    expect(clockSample(1000, 6050, 6060, 1110)).toEqual({ offset: 5000, roundTrip: 100, at: 1110 });
  });

  it('[P5.2] the offset is never off by more than half the round trip', () => {
    const time = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.integer(), time, time, time, (offset, there, inside, back) => {
        const [t1, t2] = [there + offset, there + inside + offset];
        const found = clockSample(0, t1, t2, there + inside + back);
        expect(Math.abs(found.offset - offset)).toBeLessThanOrEqual(found.roundTrip / 2);
      }),
    );
  });

  it('[P5.3] the sample with the least round trip wins, and old ones do not count', () => {
    const samples = [sample(1, 50, 0), sample(2, 10, 1), sample(3, 30, 2)].reduce(
      withSample,
      [] as readonly ClockSample[],
    );
    expect(bestOffset(samples)).toBe(2);
    expect(bestOffset(withSample(samples, sample(9, 90, SAMPLE_LIFE_MS + 5)))).toBe(9);
    expect(bestOffset([])).toBeNull();
  });
});

describe('reconnecting', () => {
  it('[P10.2] waits a random time up to a bound that doubles to a cap', () => {
    expect(reconnectDelay(0, 0)).toBe(0);
    expect(reconnectDelay(0, 0.5)).toBe(500);
    expect(reconnectDelay(3, 0.5)).toBe(4000);
    expect(reconnectDelay(1000, 0.999)).toBeLessThan(RECONNECT_CAP_MS);
  });
});
