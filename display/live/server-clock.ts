import type { ClockReport } from '../../core/protocol/health.ts';
import {
  bestSample,
  clockSample,
  contradicts,
  estimateOf,
  hasSlept,
  SAMPLE_LIFE_MS,
  steer,
  steeredTime,
  withSample,
  type ClockSample,
  type Steering,
} from '../../core/protocol/clock.ts';
import { instant, type Instant } from '../../core/time.ts';
import { JumpWatch, type LocalClock } from './time-base.ts';

/** What a page keeps of the clock for its next life. */
export interface KeptClock {
  /** Server time minus wall clock. */
  readonly clockOffset: number;
  /** How much faster the server's clock runs than the screen's steady one, as a share. */
  readonly clockRate?: number;
}

/** For so long after a first sample corrections are made quickly. */
const HURRY_MS = 3_000;
/** A server that is there answers within this time, and then nobody needs to guess. */
const DOUBT_MS = 5_000;
/** A rate that was measured for so long is remembered when its samples are gone. */
const MEASURED_MS = 15 * 60_000;
const MILLIONTHS = 1e6;

/** Local time of the last sample; before everything without samples. */
const lastOf = (samples: readonly ClockSample[]): number => Math.max(...samples.map(({ at }) => at));

/**
 * What the screen knows of the server's time. It runs on the steady clock at the measured rate, so that screens agree for hours
 * without a message, whatever happens to their wall clocks; the wall clock counts only when a page starts, and after a sleep.
 */
export class ServerClock {
  readonly #clock: LocalClock;
  readonly #jumps: JumpWatch;
  #samples: readonly ClockSample[] = [];
  #steering: Steering;
  /** A rate that was measured before there were these samples. */
  #known: number | null;
  #hurryUntil = -Infinity;
  /** Jumps of the wall clock that no sample has explained yet. */
  #doubt: { readonly jump: number; readonly apart: number; readonly since: number } | null = null;

  constructor(clock: LocalClock, { clockOffset, clockRate }: KeptClock = { clockOffset: 0 }) {
    this.#clock = clock;
    this.#jumps = new JumpWatch(clock);
    this.#known = clockRate ?? null;
    this.#steering = this.#set(clock.wall() + clockOffset);
  }

  now(): Instant {
    return instant(steeredTime(this.#steering, this.#clock.steady()));
  }

  /** What is to be kept for the next life of the page. */
  get kept(): KeptClock {
    const clockOffset = this.now() - this.#clock.wall();
    const rate = this.#rate();
    return { clockOffset, ...(rate === null ? {} : { clockRate: rate }) };
  }

  /** The time a greeting names: good to the network's delay, until there are samples. */
  hint(serverTime: Instant): void {
    if (this.#samples.length === 0) this.#steering = this.#set(serverTime);
  }

  /** Takes the answer to a question of local time `t0`; true when the time was set by a step. */
  add(t0: number, t1: Instant, t2: Instant): boolean {
    const local = this.#clock.steady();
    const sample = clockSample(t0, t1, t2, local);
    const best = bestSample(this.#samples);
    const outdated = local - lastOf(this.#samples) >= SAMPLE_LIFE_MS;
    if (outdated || (best && contradicts(sample, this.#steering.estimate, best))) this.#startAnew();
    if (this.#samples.length === 0) this.#hurryUntil = local + HURRY_MS;
    this.#doubt = null;
    this.#samples = withSample(this.#samples, sample);
    const estimate = estimateOf(this.#samples, this.#known);
    if (!estimate) return false;
    const before = steeredTime(this.#steering, local);
    this.#steering = steer(this.#steering, estimate, local, local < this.#hurryUntil);
    return Math.abs(steeredTime(this.#steering, local) - before) > 1;
  }

  /**
   * To be asked every second. True when the wall clock jumped, or when a jump that nobody explained turns out to have been a sleep: then
   * the time may be another one, and the server should be asked.
   */
  disturbed(): boolean {
    const jump = this.#jumps.jump();
    const since = this.#clock.steady();
    if (jump !== 0) {
      const apart = this.#doubt?.apart ?? this.now() - (this.#clock.wall() - jump);
      this.#doubt = { jump: (this.#doubt?.jump ?? 0) + jump, apart, since };
      return true;
    }
    const doubt = this.#doubt;
    if (!doubt || since - doubt.since < DOUBT_MS) return false;
    this.#doubt = null;
    if (!hasSlept(doubt.jump, doubt.apart)) return false;
    this.#startAnew();
    this.#steering = this.#set(this.now() + doubt.jump);
    return true;
  }

  /** How well the time is known; null before the first sample. */
  report(): ClockReport | null {
    const best = bestSample(this.#samples);
    if (!best) return null;
    const { rate } = this.#steering.estimate;
    return {
      uncertainty: Math.max(0, best.roundTrip) / 2,
      ...(rate === 0 ? {} : { rate: rate * MILLIONTHS }),
      age: Math.max(0, this.#clock.steady() - lastOf(this.#samples)) / 1000,
    };
  }

  /** The rate, once it was measured for long enough to be worth remembering. */
  #rate(): number | null {
    const first = Math.min(...this.#samples.map(({ at }) => at));
    return lastOf(this.#samples) - first >= MEASURED_MS ? this.#steering.estimate.rate : this.#known;
  }

  /** What was sampled is of other clocks; how fast they run stays. */
  #startAnew(): void {
    this.#known = this.#rate();
    this.#samples = [];
  }

  #set(serverTime: number): Steering {
    const at = this.#clock.steady();
    return { estimate: { at, offset: serverTime - at, rate: this.#known ?? 0 }, remainder: 0, since: at, pace: 0 };
  }
}
