/** The screen's estimate of the server's clock, from four stamps of one round trip. */

export interface ClockSample {
  /** Server time minus local time, in milliseconds. */
  readonly offset: number;
  /** Time on the way there and back, without the server's own; the offset is off by at most half of it. */
  readonly roundTrip: number;
  /** Local time of the sample. */
  readonly at: number;
}

/** t0 and t3 on the screen's clock, t1 and t2 on the server's; all in milliseconds. */
export const clockSample = (t0: number, t1: number, t2: number, t3: number): ClockSample => ({
  offset: (t1 - t0 + (t2 - t3)) / 2,
  roundTrip: t3 - t0 - (t2 - t1),
  at: t3,
});

/** Samples older than this no longer count: clocks drift. */
export const SAMPLE_LIFE_MS = 10 * 60_000;
const MOST_SAMPLES = 20;

/** The samples with one more, the outdated ones dropped. */
export const withSample = (samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] =>
  [...samples.filter(({ at }) => sample.at - at < SAMPLE_LIFE_MS), sample].slice(-MOST_SAMPLES);

/** The offset of the sample with the shortest round trip, or null without samples. */
export function bestOffset(samples: readonly ClockSample[]): number | null {
  let best: ClockSample | null = null;
  for (const sample of samples) if (!best || sample.roundTrip <= best.roundTrip) best = sample;
  return best && best.offset;
}
