/** The screen's own clock: steady, and aware of jumps (sleep, a wall clock that was set). */

/** A wall clock that moved this much against the steady one has jumped. */
const JUMP_MS = 250;

export interface LocalClock {
  /** Steady milliseconds. */
  readonly steady: () => number;
  /** Wall clock. */
  readonly wall: () => number;
}

export const browserClock: LocalClock = { steady: () => performance.now(), wall: () => Date.now() };

/** Notices when wall clock and steady clock part: the machine slept, or somebody set its clock. */
export class JumpWatch {
  readonly #clock: LocalClock;
  #distance: number;

  constructor(clock: LocalClock) {
    this.#clock = clock;
    this.#distance = clock.wall() - clock.steady();
  }

  /** How far the wall clock went ahead of the steady one since the last time this was asked; 0 when it did not jump. */
  jump(): number {
    const distance = this.#clock.wall() - this.#clock.steady();
    const jump = distance - this.#distance;
    this.#distance = distance;
    return Math.abs(jump) > JUMP_MS ? jump : 0;
  }
}
