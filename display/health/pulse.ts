/** Notices that a page stands still: frames that do not come, pages that do not turn. Counts in beats, so that sleep is no fault. */
import type { Instant } from '../../core/time.ts';
import type { FrameSource } from './frame-sampler.ts';

/** How long a page may stay on beyond its end. */
const OVERDUE_MS = 5_000;
/** Beats without a frame, and beats overdue, before a page counts as stuck; they are five seconds apart. */
const FRAMELESS_BEATS = 2;
const OVERDUE_BEATS = 2;

export interface PulsePorts {
  readonly frames: FrameSource;
  readonly isVisible: () => boolean;
  readonly now: () => Instant;
  /** When what is on should give way; Infinity when nothing is on. */
  readonly until: () => number;
  /** Something seems to hang: look at the clock again. */
  readonly retime: () => void;
}

export class Pulse {
  readonly #ports: PulsePorts;
  #asked: number | null = null;
  #frameless = 0;
  #overdue = 0;

  constructor(ports: PulsePorts) {
    this.#ports = ports;
  }

  /** Called every few seconds: tries a gentle way first. True when the page stands still all the same. */
  beat(): boolean {
    this.#feelFrames();
    this.#overdue = this.#ports.now() > this.#ports.until() + OVERDUE_MS ? this.#overdue + 1 : 0;
    if (this.#frameless === FRAMELESS_BEATS || this.#overdue === 1) this.#ports.retime();
    return this.#frameless > FRAMELESS_BEATS || this.#overdue > OVERDUE_BEATS;
  }

  stop(): void {
    if (this.#asked !== null) this.#ports.frames.cancelAnimationFrame(this.#asked);
    this.#asked = null;
  }

  /** One frame is asked for at each beat, and should have come by the next. */
  #feelFrames(): void {
    if (!this.#ports.isVisible()) {
      this.stop();
      this.#frameless = 0;
      return;
    }
    if (this.#asked !== null) {
      this.#frameless += 1;
      return;
    }
    this.#asked = this.#ports.frames.requestAnimationFrame(() => {
      this.#asked = null;
      this.#frameless = 0;
    });
  }
}
