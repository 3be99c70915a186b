/** How smoothly things move: frames are counted for a moment after a page turned, never at rest. */

/** The cross-fade and most of an entrance. */
const SAMPLE_MS = 1_500;
/** Screens that turn pages all the time are sampled for part of the minute only. */
const MOST_SAMPLED_MS = 15_000;
const LONG_FRAME_MS = 50;
/** Nobody watched meanwhile: the page was frozen or hidden. */
const ABSENT_MS = 2_000;

export interface FrameReport {
  /** Frames a second while something moved; absent when nothing did. */
  readonly fps?: number;
  readonly longFrames: number;
}

/** What the sampler needs of a window. */
export interface FrameSource {
  readonly requestAnimationFrame: (draw: (at: number) => void) => number;
  readonly cancelAnimationFrame: (id: number) => void;
}

export class FrameSampler {
  readonly #source: FrameSource;
  #frame = 0;
  /** Of the first frame of the running sample, and of the last. */
  #from: number | null = null;
  #last = 0;
  #running = false;
  #frames = 0;
  #sampledMs = 0;
  #longFrames = 0;

  constructor(source: FrameSource) {
    this.#source = source;
  }

  /** Something begins to move: counts frames from the next on, for a while. */
  sample(): void {
    if (this.#running || this.#sampledMs >= MOST_SAMPLED_MS) return;
    this.#running = true;
    this.#from = null;
    this.#frame = this.#source.requestAnimationFrame((at) => this.#count(at));
  }

  /** The frames since the last time this was asked. */
  take(): FrameReport {
    const fps = this.#sampledMs > 0 ? Math.round((this.#frames / this.#sampledMs) * 10_000) / 10 : undefined;
    const report = { ...(fps === undefined ? {} : { fps }), longFrames: this.#longFrames };
    this.#frames = 0;
    this.#sampledMs = 0;
    this.#longFrames = 0;
    return report;
  }

  stop(): void {
    this.#running = false;
    this.#source.cancelAnimationFrame(this.#frame);
  }

  #count(at: number): void {
    if (this.#from === null) this.#from = at;
    else this.#note(at - this.#last);
    this.#last = at;
    if (at - this.#from >= SAMPLE_MS) this.#running = false;
    else this.#frame = this.#source.requestAnimationFrame((next) => this.#count(next));
  }

  #note(length: number): void {
    if (length >= ABSENT_MS) return;
    this.#frames += 1;
    this.#sampledMs += length;
    if (length > LONG_FRAME_MS) this.#longFrames += 1;
  }
}
