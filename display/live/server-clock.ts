import { bestOffset, clockSample, withSample, type ClockSample } from '../../core/protocol/clock.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { LocalClock } from './time-base.ts';

/** What the screen knows of the server's time: the best sample, else what was last kept, else its own wall clock. */
export class ServerClock {
  readonly #clock: LocalClock;
  #samples: readonly ClockSample[] = [];
  /** Server time minus wall clock, from an earlier life of the page or a greeting. */
  #coarse: number;

  constructor(clock: LocalClock, keptOffset = 0) {
    this.#clock = clock;
    this.#coarse = keptOffset;
  }

  now(): Instant {
    const offset = bestOffset(this.#samples);
    return instant(offset === null ? this.#clock.wall() + this.#coarse : this.#clock.steady() + offset);
  }

  /** Server time minus wall clock, to be kept for the next life of the page. */
  get keptOffset(): number {
    return this.now() - this.#clock.wall();
  }

  /** The time a greeting names: good to the network's delay, until there are samples. */
  hint(serverTime: Instant): void {
    if (this.#samples.length === 0) this.#coarse = serverTime - this.#clock.wall();
  }

  add(t0: number, t1: Instant, t2: Instant): void {
    this.#samples = withSample(this.#samples, clockSample(t0, t1, t2, this.#clock.steady()));
  }

  /** Old samples mean nothing after a jump; the present estimate stays until there are new ones. */
  forget(): void {
    this.#coarse = this.keptOffset;
    this.#samples = [];
  }
}
