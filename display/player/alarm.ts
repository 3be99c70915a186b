import type { Instant } from '../../core/time.ts';

/** Frames are awaited for this long before the moment. */
const EARLY_MS = 40;
/** A clock that is being corrected runs faster by no more than this share. */
const FASTEST = 0.03;
/** The server's time may be set anew during a long wait. */
const LONGEST_WAIT_MS = 10_000;
/** A frame that is said to have begun longer ago is not believed. */
const LONGEST_FRAME_MS = 50;

/** How long ago a frame began: a busy page hears of it late, and would turn a frame before others that hear of it at once. */
const sinceFrame = (begun: number): number => Math.min(LONGEST_FRAME_MS, Math.max(0, performance.now() - begun));

/**
 * Rings at a moment of the server's clock, in the first frame that did not begin before it, so that screens turn together. A timer
 * sleeps until shortly before, frames do the rest.
 */
export class Alarm {
  readonly #now: () => Instant;
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(now: () => Instant, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Rings at `at` and not at the moment that was set before; Infinity never rings. */
  set(at: number): void {
    this.clear();
    if (at !== Infinity) this.#wait(at);
  }

  clear(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #wait(at: number): void {
    const left = at - this.#now();
    if (left > EARLY_MS) {
      const wait = Math.min(LONGEST_WAIT_MS, left * (1 - FASTEST) - EARLY_MS / 2);
      this.#timer = setTimeout(() => this.#wait(at), wait);
      return;
    }
    this.#frame = requestAnimationFrame((begun) => {
      if (this.#now() - sinceFrame(begun) >= at) this.#ring();
      else this.#wait(at);
    });
  }
}
