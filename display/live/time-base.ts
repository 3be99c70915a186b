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

  /** Whether there was a jump since the last time this was asked. */
  jumped(): boolean {
    const distance = this.#clock.wall() - this.#clock.steady();
    const jumped = Math.abs(distance - this.#distance) > JUMP_MS;
    this.#distance = distance;
    return jumped;
  }
}
