/** A slide that changes with the clock: one timer while it is mounted, none otherwise. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Instant } from '../../core/time.ts';

/** A timer may fire a little early; it is then after the change all the same. */
const AFTER_MS = 8;
/** Browsers count timers in 31 bits; and a clock that is set is noticed within this time. */
const LONGEST_MS = 600_000;

export class ClockTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.stop();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Draws the host again when the clock reaches the next multiple of a step, counted from `origin`. */
  next(now: Instant, step: number, origin = 0): void {
    this.stop();
    const passed = (((now - origin) % step) + step) % step;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(LONGEST_MS, step - passed + AFTER_MS));
  }
}

export const SECOND_MS = 1000;
export const DAY_MS = 86_400_000;
/** Midnight in the office, eight hours ahead of UTC. */
export const OFFICE_MIDNIGHT = -28_800_000;
