import type { FlipReport } from '../../core/protocol/health.ts';

/** More than an hour of the quickest pages; a report is taken far more often. */
const MOST = 2000;

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

/** Notes how long after the moment due each page came on. */
export class FlipRecorder {
  #late: number[] = [];

  /** Milliseconds from the moment due to the frame of the flip, both by the screen's estimate of the server's clock. */
  note(late: number): void {
    if (this.#late.length < MOST) this.#late.push(late);
  }

  /** The flips since this was last asked; null when there was none. */
  take(): FlipReport | null {
    const sorted = this.#late.sort((a, b) => a - b);
    this.#late = [];
    const at = (share: number): number =>
      round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
    return sorted.length === 0 ? null : { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
  }
}
