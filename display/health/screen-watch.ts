/** Watches over a page that runs for months: reports how it is, and gives it a fresh start when that is due. */
import type { Showing } from '../../core/programme/now-showing.ts';
import type { ClockReport, FlipReport, MediaStatus, ScreenHealth } from '../../core/protocol/health.ts';
import type { Instant } from '../../core/time.ts';
import type { ReloadNotes } from '../live/reload.ts';
import { FaultLog, watchErrors } from './fault-log.ts';
import { FrameSampler } from './frame-sampler.ts';
import { Pulse } from './pulse.ts';
import {
  isRescue,
  MOST_RESCUES,
  NO_TRAIL,
  reloadWanted,
  trailWith,
  type MemoryReading,
  type ReloadReason,
} from './rules.ts';

/** What the watch sees of the page, and what it does to it. */
export interface WatchPorts {
  readonly screen: () => string;
  /** The server's time. */
  readonly now: () => Instant;
  readonly showing: () => Showing | null;
  readonly quietHour: () => number | undefined;
  readonly flips: () => FlipReport | null;
  readonly clock: () => ClockReport | null;
  readonly media: () => MediaStatus;
  readonly coldStart: () => boolean;
  readonly memory: () => MemoryReading;
  readonly isVisible: () => boolean;
  readonly notes: ReloadNotes;
  readonly retime: () => void;
  /** There is news for the server: send a status. */
  readonly tell: () => void;
  readonly comesBack: (cached: boolean) => Promise<boolean>;
  readonly reload: () => void;
}

const BEAT_MS = 5_000;
const BEATS_A_MINUTE = 12;
const REPORT_EVERY_MS = 60_000;
/** Faults that keep coming are told no faster than this. */
const LEAST_BETWEEN_MS = 10_000;
/** A server that is away is not asked at every page. */
const ASK_AGAIN_MS = 10_000;
/** Where no storage remembers that a build was reloaded for, this keeps a page from doing nothing else. */
const UNNOTED_AFTER_MS = 3_600_000;

export class ScreenWatch {
  readonly #ports: WatchPorts;
  readonly #faults = new FaultLog();
  readonly #frames = new FrameSampler(window);
  readonly #pulse: Pulse;
  readonly #endings: (() => void)[] = [];
  #trail = NO_TRAIL;
  #beats = 0;
  #stuck = false;
  #build: string | null = null;
  #toldAt = performance.now();
  #news = false;
  #askedAt = -Infinity;
  #leaving = false;

  constructor(ports: WatchPorts) {
    this.#ports = ports;
    const { isVisible, now, retime } = ports;
    this.#pulse = new Pulse({
      frames: window,
      isVisible,
      now,
      retime,
      until: () => ports.showing()?.until ?? Infinity,
    });
  }

  start(): void {
    const timer = setInterval(() => this.#beat(), BEAT_MS);
    this.#endings.push(
      () => clearInterval(timer),
      watchErrors((error) => this.#note(this.#faults.page(error))),
    );
  }

  stop(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#leaving = true;
    this.#frames.stop();
    this.#pulse.stop();
  }

  /** A page turned: something moves now, and a reload would disturb least. */
  turned(): void {
    this.#frames.sample();
    this.#mind(this.#ports.showing()?.because !== 'spotlight');
  }

  /** A slide could not be drawn and is left out. */
  fault(slide: string, kind: string, error: unknown): void {
    this.#note(this.#faults.slide(slide, kind, error));
  }

  /** The server has another build of the page. */
  newBuild(build: string): void {
    this.#build = build;
  }

  /** How the page is, when it is time to say so: once a minute, and soon after a fault. */
  report(): ScreenHealth | null {
    const since = performance.now() - this.#toldAt;
    if (since < REPORT_EVERY_MS && !(this.#news && since >= LEAST_BETWEEN_MS)) return null;
    this.#toldAt = performance.now();
    this.#news = false;
    const { flips, clock, media, memory, coldStart, notes } = this.#ports;
    const { up, ...holds } = memory();
    const [flipped, told] = [flips(), clock()];
    return {
      up: Math.round(up),
      ...holds,
      ...this.#frames.take(),
      ...(flipped ? { flips: flipped } : {}),
      ...(told ? { clock: told } : {}),
      media: media(),
      coldStart: coldStart(),
      rescues: notes.rescues(Date.now()) ?? 0,
      faults: this.#faults.all,
    };
  }

  #note(isNews: boolean): void {
    this.#news ||= isNews;
    if (isNews) this.#ports.tell();
  }

  #beat(): void {
    this.#beats += 1;
    this.#stuck = this.#pulse.beat();
    if (this.#beats % BEATS_A_MINUTE === 0) {
      this.#trail = trailWith(this.#trail, this.#ports.memory());
      this.#ports.tell();
    } else if (this.#news) this.#ports.tell();
    this.#mind(this.#stuck || this.#ports.showing() === null);
  }

  /** Reloads when that is due and `now` is a good moment. */
  #mind(isGoodMoment: boolean): void {
    if (!isGoodMoment || this.#leaving || performance.now() - this.#askedAt < ASK_AGAIN_MS) return;
    const reason = this.#reason();
    if (reason === null) return;
    this.#askedAt = performance.now();
    void this.#leave(reason);
  }

  #reason(): ReloadReason | null {
    const { screen, now, quietHour, notes } = this.#ports;
    const hour = quietHour();
    return reloadWanted({
      screen: screen(),
      now: now(),
      up: performance.now() / 1000,
      ...(hour === undefined ? {} : { quietHour: hour }),
      trail: this.#trail,
      stuck: this.#stuck,
      build: this.#build !== null && notes.reloadedFor !== this.#build,
      rescues: notes.rescues(Date.now()) ?? MOST_RESCUES,
    });
  }

  async #leave(reason: ReloadReason): Promise<void> {
    if (!(await this.#ports.comesBack(reason !== 'build'))) return;
    if (this.#leaving) return;
    const { notes, reload } = this.#ports;
    const noted = this.#build === null || notes.noteBuild(this.#build);
    if (reason === 'build' && !noted && performance.now() < UNNOTED_AFTER_MS) return;
    this.#leaving = true;
    if (isRescue(reason)) notes.noteRescue(Date.now());
    reload();
  }
}
