/**
 * The screen's estimate of the server's clock, from the four stamps of round trips: where it stands, how fast it runs, and
 * how the screen's own idea of it is led there without ever going backwards.
 */

export interface ClockSample {
  /** Server time minus local time, in milliseconds. */
  readonly offset: number;
  /** Time on the way there and back, without the server's own; the offset is off by at most half of it. */
  readonly roundTrip: number;
  /** Local time of the sample. */
  readonly at: number;
}

/** A straight line: the server's clock as a function of the screen's. */
export interface ClockEstimate {
  /** Local time at which the offset holds. */
  readonly at: number;
  /** Server time minus local time then, in milliseconds. */
  readonly offset: number;
  /** How much the offset grows in a millisecond of local time. */
  readonly rate: number;
}

/** t0 and t3 on the screen's clock, t1 and t2 on the server's; all in milliseconds. */
export const clockSample = (t0: number, t1: number, t2: number, t3: number): ClockSample => ({
  offset: (t1 - t0 + (t2 - t3)) / 2,
  roundTrip: t3 - t0 - (t2 - t1),
  at: t3,
});

/** Samples older than this no longer count: crystals warm up and cool down. */
export const SAMPLE_LIFE_MS = 60 * 60_000;
/** Of a span of this length the best sample is kept. */
const SPAN_MS = 60_000;
const spanOf = ({ at }: ClockSample): number => Math.floor(at / SPAN_MS);

/** The samples with one more: the best of every minute, the outdated ones dropped. */
export function withSample(samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  const rival = samples.find((each) => spanOf(each) === spanOf(sample));
  const better = rival && rival.roundTrip < sample.roundTrip ? rival : sample;
  const others = samples.filter((each) => each !== rival && sample.at - each.at < SAMPLE_LIFE_MS);
  return [...others, better];
}

/** No crystal of a computer is further off; what says so measured something else. */
export const MOST_RATE = 500e-6;
/** Before there is a baseline of this length only a rate that is already known is used. */
const BASELINE_MS = 150_000;
/** Crystals of computers are off by so much, commonly. */
const UNKNOWN_RATE = 50e-6;
/** A rate that was measured before is off by so much: temperature. */
const KNOWN_RATE = 10e-6;
/** A sample without any delay on the way is still off by so much: stamps are rounded, tasks wait for each other. */
const LEAST_SPREAD_MS = 0.5;
/** The sample that bounds the estimate is not older than this. */
const BOUND_LIFE_MS = 10 * 60_000;

/** How far off a sample usually is: ways there and back differ by part of the round trip. */
const spread = ({ roundTrip }: ClockSample): number => LEAST_SPREAD_MS + Math.max(0, roundTrip) / 4;

/** Of samples not older than ten minutes before the last, the one with the shortest round trip; null without samples. */
export function bestSample(samples: readonly ClockSample[]): ClockSample | null {
  const last = Math.max(...samples.map(({ at }) => at));
  let best: ClockSample | null = null;
  for (const sample of samples)
    if (last - sample.at <= BOUND_LIFE_MS && (!best || sample.roundTrip <= best.roundTrip)) best = sample;
  return best;
}

interface Middle {
  readonly at: number;
  readonly offset: number;
}

/** The rate by weighted regression, drawn towards the one that was to be expected for as long as samples say little. */
function fittedRate(samples: readonly ClockSample[], middle: Middle, known: number | null): number {
  const expected = known ?? 0;
  const times = samples.map(({ at }) => at);
  if (Math.max(...times) - Math.min(...times) < BASELINE_MS) return expected;
  const trust = 1 / (known === null ? UNKNOWN_RATE : KNOWN_RATE) ** 2;
  let [above, below] = [expected * trust, trust];
  for (const sample of samples) {
    const [weight, distance] = [1 / spread(sample) ** 2, sample.at - middle.at];
    above += weight * distance * (sample.offset - middle.offset);
    below += weight * distance ** 2;
  }
  const rate = above / below;
  return Math.abs(rate) <= MOST_RATE ? rate : expected;
}

/** Server time minus local time at a local time, by an estimate. */
export const offsetAt = ({ at, offset, rate }: ClockEstimate, local: number): number => offset + rate * (local - at);

/**
 * The line through the samples, better ones counting more, and through the interval that the best recent one leaves. `known` is a
 * rate that was measured before, null when there is none. Null without samples.
 */
export function estimateOf(samples: readonly ClockSample[], known: number | null): ClockEstimate | null {
  const best = bestSample(samples);
  if (!best) return null;
  const weights = samples.map((sample) => 1 / spread(sample) ** 2);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (sample: ClockSample) => number): number =>
    samples.reduce((sum, sample, index) => sum + of(sample) * (weights[index] ?? 0), 0) / whole;
  // Sums of what is near the last sample keep their digits.
  const middle = { at: best.at + mean(({ at }) => at - best.at), offset: mean(({ offset }) => offset) };
  const rate = fittedRate(samples, middle, known);
  const line = { ...middle, rate };
  const half = Math.max(0, best.roundTrip) / 2;
  const offset = Math.min(best.offset + half, Math.max(best.offset - half, offsetAt(line, best.at)));
  return { at: best.at, offset, rate };
}

/** What two clocks may part within an hour beyond their estimated rate. */
const SLACK_MS = 3;
const SLACK_RATE = 20e-6;

/**
 * Whether a sample cannot be of the clocks that an estimate is of: the server was started anew, or the screen slept. `best` bounds
 * the estimate.
 */
export function contradicts(sample: ClockSample, estimate: ClockEstimate, best: ClockSample): boolean {
  const apart = Math.abs(sample.offset - offsetAt(estimate, sample.at));
  const rateUnknown = estimate.rate === 0 ? UNKNOWN_RATE * 2 : SLACK_RATE;
  const drift = Math.abs(sample.at - best.at) * rateUnknown;
  return apart > (Math.max(0, sample.roundTrip) + Math.max(0, best.roundTrip)) / 2 + SLACK_MS + drift;
}

/** The screen's clock on its way to the estimate: what it is still off at a local time is made up little by little. */
export interface Steering {
  readonly estimate: ClockEstimate;
  /** Shown time minus estimated time at `since`, in milliseconds. */
  readonly remainder: number;
  readonly since: number;
  /** Milliseconds that are made up in one of local time; below 1, or time would stand or go back. */
  readonly pace: number;
}

/** A clock that is off by more is set at once: making it up would take longer than the wrong picture is worth. */
export const STEP_MS = 250;
const LEAST_PACE = 0.005;
/** A correction is done after this time unless the least pace is faster. */
const MADE_UP_WITHIN_MS = 10_000;
/** Just after the first samples nothing depends on the clock yet. */
const HURRIED_PACE = 0.5;

/** The server's time that the screen goes by at a local time. */
export function steeredTime({ estimate, remainder, since, pace }: Steering, local: number): number {
  const left = Math.max(0, Math.abs(remainder) - Math.max(0, local - since) * pace);
  return local + offsetAt(estimate, local) + Math.sign(remainder) * left;
}

/** Leads the clock to a new estimate: in steps above `STEP_MS`, else without going backwards. Null steering starts at the estimate. */
export function steer(before: Steering | null, estimate: ClockEstimate, local: number, hurry: boolean): Steering {
  const off = before ? steeredTime(before, local) - (local + offsetAt(estimate, local)) : 0;
  const remainder = Math.abs(off) > STEP_MS ? 0 : off;
  const pace = hurry ? HURRIED_PACE : Math.max(LEAST_PACE, Math.abs(remainder) / MADE_UP_WITHIN_MS);
  return { estimate, remainder, since: local, pace };
}

/**
 * Whether a wall clock that jumped ahead of the steady one means that the machine slept, rather than that somebody set it. The
 * two look alike. The steady clock stands still while a machine sleeps and is right in every other case; so it is believed unless
 * the wall clock agreed better with the server before the jump than it does if the steady clock is right: a clock that was right
 * is not set wrong, and one that was wrong is set right. A jump backwards is never sleep.
 * @param jump how far the wall clock went ahead of the steady one, in milliseconds
 * @param apart server time minus wall clock just before it
 */
export const hasSlept = (jump: number, apart: number): boolean =>
  jump > STEP_MS && Math.abs(apart) < Math.abs(apart - jump);
