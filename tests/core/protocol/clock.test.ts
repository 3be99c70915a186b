import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestSample,
  clockSample,
  contradicts,
  estimateOf,
  hasSlept,
  MOST_RATE,
  offsetAt,
  SAMPLE_LIFE_MS,
  steer,
  steeredTime,
  STEP_MS,
  withSample,
  type ClockEstimate,
  type ClockSample,
  type Steering,
} from '../../../core/protocol/clock.ts';
import { RECONNECT_CAP_MS, reconnectDelay } from '../../../core/protocol/messages.ts';

const MINUTE = 60_000;
const sample = (offset: number, roundTrip: number, at: number): ClockSample => ({ offset, roundTrip, at });

/** A clock that runs 40 ppm slower than the server's, asked once a minute. */
const drifting = (minutes: number): ClockSample[] =>
  Array.from({ length: minutes + 1 }, (_, minute) => sample(minute * MINUTE * 40e-6, 0.2, minute * MINUTE));

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

  it('[P5.3] the best sample of every minute is kept for an hour', () => {
    const samples = [sample(1, 50, 0), sample(2, 10, 1), sample(3, 30, 2), sample(4, 70, MINUTE)].reduce(
      withSample,
      [] as readonly ClockSample[],
    );
    expect(samples.map(({ offset }) => offset)).toEqual([2, 4]);
    expect(bestSample(samples)?.offset).toBe(2);
    expect(withSample(samples, sample(9, 90, SAMPLE_LIFE_MS + 5)).map(({ offset }) => offset)).toEqual([4, 9]);
    expect(bestSample([])).toBeNull();
    expect(estimateOf([], null)).toBeNull();
  });

  it('[P5.3] the estimate stays within what the best sample of ten minutes leaves', () => {
    const samples = [sample(100, 400, 0), sample(10, 2, MINUTE), sample(-300, 400, 2 * MINUTE)];
    const estimate = estimateOf(samples, null);
    expect(Math.abs((estimate ? offsetAt(estimate, MINUTE) : NaN) - 10)).toBeLessThanOrEqual(1);
  });

  it('[P5.4] a rate is used when there is a baseline for it, one that is known at once', () => {
    expect(estimateOf(drifting(1), null)?.rate).toBe(0);
    expect(estimateOf(drifting(1), 30e-6)?.rate).toBe(30e-6);
    expect(estimateOf(drifting(30), null)?.rate).toBeCloseTo(40e-6, 7);
  });

  it('[P5.4] a rate that no crystal has is not believed', () => {
    const wild = Array.from({ length: 30 }, (_, minute) =>
      sample(minute * MINUTE * 2 * MOST_RATE, 0.2, minute * MINUTE),
    );
    expect(estimateOf(wild, null)?.rate).toBe(0);
  });
});

/** A minute's questions of a screen, best of each minute kept, over a network with any delays. */
function listen(minutes: number, perMinute: number, drift: number, delay: () => number): readonly ClockSample[] {
  const server = (local: number): number => 1e12 + local * (1 + drift);
  let samples: readonly ClockSample[] = [];
  for (let minute = 0; minute < minutes; minute += 1)
    for (let nth = 0; nth < perMinute; nth += 1) {
      const [t0, there, back] = [minute * MINUTE + nth * 120, delay(), delay()];
      const t1 = server(t0 + there);
      samples = withSample(samples, clockSample(t0, t1, t1, t0 + there + back));
    }
  return samples;
}

const networks = fc.record({
  drift: fc.double({ min: -100e-6, max: 100e-6, noNaN: true }),
  seed: fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 97, maxLength: 97 }),
});
const delays = (seed: readonly number[], most: number): (() => number) => {
  let next = 0;
  return () => (seed[next++ % seed.length] ?? 0) * most;
};

/** How far an estimate is off at a local time. */
const wrong = (estimate: ClockEstimate | null, drift: number, local: number): number =>
  estimate ? Math.abs(offsetAt(estimate, local) - (1e12 + local * drift)) : Infinity;

describe('clocks that drift by up to 100 ppm', () => {
  it('[P5.3] are known to within half the least round trip, whatever the delays', () => {
    fc.assert(
      fc.property(networks, fc.integer({ min: 1, max: 40 }), ({ drift, seed }, minutes) => {
        const samples = listen(minutes, 4, drift, delays(seed, 80));
        const best = bestSample(samples);
        expect(wrong(estimateOf(samples, null), drift, best?.at ?? 0)).toBeLessThanOrEqual(
          (best?.roundTrip ?? 0) / 2 + 0.01,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('[P5.4] agree to 5 ms after half an hour without a message on a local network', () => {
    fc.assert(
      fc.property(networks, ({ drift, seed }) => {
        const estimate = estimateOf(listen(30, 4, drift, delays(seed, 1)), null);
        expect(wrong(estimate, drift, 60 * MINUTE)).toBeLessThan(5);
      }),
      { numRuns: 100 },
    );
  });

  it('[P5.4] agree to 50 ms after half an hour without a message on a network with delays up to 80 ms', () => {
    const worst: number[] = [];
    let state = 1;
    const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let trial = 0; trial < 300; trial += 1) {
      const drift = (random() - 0.5) * 200e-6;
      const estimate = estimateOf(
        listen(30, 4, drift, () => random() * 80),
        null,
      );
      worst.push(wrong(estimate, drift, 60 * MINUTE));
    }
    worst.sort((a, b) => a - b);
    expect(worst[150]).toBeLessThan(12);
    expect(worst[299]).toBeLessThan(50);
  });

  it('[P5.5] are not taken for other clocks', () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(1, 20, 80), ({ drift, seed }, most) => {
        const delay = delays(seed, most);
        const samples = listen(20, 4, drift, delay);
        const [best, estimate] = [bestSample(samples), estimateOf(samples, null)];
        const later = listen(21, 4, drift, delay).at(-1);
        if (!best || !estimate || !later) throw new Error('there are samples');
        expect(contradicts(later, estimate, best)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('[P5.5] are told from those of a server that was started anew, as far as delays allow', () => {
    const samples = listen(20, 4, 20e-6, () => 0.3);
    const [best, estimate] = [bestSample(samples), estimateOf(samples, null)];
    const last = samples.at(-1);
    if (!best || !estimate || !last) throw new Error('there are samples');
    expect(contradicts({ ...last, offset: last.offset + 20 }, estimate, best)).toBe(true);
    expect(contradicts({ ...last, offset: last.offset + 20, roundTrip: 60 }, estimate, best)).toBe(false);
  });
});

describe('the clock that a screen goes by', () => {
  const estimates = fc.array(
    fc.record({
      wait: fc.integer({ min: 1, max: 120_000 }),
      off: fc.double({ min: -STEP_MS, max: STEP_MS, noNaN: true }),
      rate: fc.double({ min: -MOST_RATE, max: MOST_RATE, noNaN: true }),
      hurry: fc.boolean(),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it('[P5.6] never goes backwards, and is where the estimate is soon after', () => {
    fc.assert(
      fc.property(estimates, (steps) => {
        let local = 0;
        let steering: Steering = steer(null, { at: 0, offset: 1e12, rate: 0 }, 0, false);
        for (const { wait, off, rate, hurry } of steps) {
          const before = steeredTime(steering, local);
          local += wait;
          const reached = steeredTime(steering, local);
          expect(reached).toBeGreaterThan(before);
          const offset = reached - local + off * 0.999;
          steering = steer(steering, { at: local, offset, rate }, local, hurry);
          expect(steeredTime(steering, local)).toBeCloseTo(reached, 2);
          const [soon, later] = [local + 16, local + 60_000];
          expect(steeredTime(steering, soon)).toBeGreaterThan(reached);
          expect(steeredTime(steering, later)).toBeCloseTo(later + offsetAt(steering.estimate, later), 2);
        }
      }),
    );
  });

  it('[P5.6] makes small corrections up slowly, and big ones at once', () => {
    const start = steer(null, { at: 0, offset: 0, rate: 0 }, 0, false);
    const small = steer(start, { at: 0, offset: 20, rate: 0 }, 0, false);
    expect(steeredTime(small, 1_000)).toBeCloseTo(1_005, 6);
    expect(steeredTime(small, 4_000)).toBeCloseTo(4_020, 6);
    const big = steer(start, { at: 0, offset: -STEP_MS - 1, rate: 0 }, 0, false);
    expect(steeredTime(big, 0)).toBe(-STEP_MS - 1);
  });
});

describe('a wall clock that jumps while the server is away', () => {
  const HOUR = 3_600_000;

  it('[P5.7] was set, when it went back or agrees with the server afterwards', () => {
    expect(hasSlept(-HOUR, 0)).toBe(false);
    expect(hasSlept(HOUR, HOUR + 300)).toBe(false);
    expect(hasSlept(0, 0)).toBe(false);
  });

  it('[P5.7] stood by a machine that slept, when it agreed with the server before', () => {
    expect(hasSlept(HOUR, 0)).toBe(true);
    expect(hasSlept(HOUR, -1_200)).toBe(true);
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
