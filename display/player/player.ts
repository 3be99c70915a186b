import type { Showing } from '../../core/programme/now-showing.ts';
import { onAirAt } from '../../core/programme/on-air.ts';
import type { ProgrammeSlide } from '../../core/programme/programme.ts';
import type { Instant } from '../../core/time.ts';
import { afterFrame } from '../motion/after-frame.ts';
import type { Motion } from '../motion/motion.ts';
import type { Scene, Surroundings } from '../slides/scene.ts';
import { Alarm } from './alarm.ts';
import { Climb, footed } from './climb.ts';
import { FADE_MS, type Deck, type Transition } from './deck.ts';
import { FlipRecorder } from './flips.ts';
import { dueAt, spotlightToCome, type Due, type Pin } from './timing.ts';
import { report } from '../report.ts';

export interface PlayerInput extends Surroundings {
  readonly pin?: Pin;
}

/** What the player needs of a deck. */
type Stack = Pick<Deck, 'show' | 'shows' | 'prepare' | 'drop' | 'clear' | 'onFault'>;

export interface PlayerPorts {
  readonly now: () => Instant;
  /** The page that is on, or null when there is none. */
  readonly onShowing: (showing: Showing | null) => void;
  /** A slide cannot be drawn and is left out until its data change. */
  readonly onFault?: (slide: string, kind: string, error: unknown) => void;
}

/** The slide of the next flip is mounted so long before it. */
const AHEAD_MS = 1500;
/** With less time left a slide is rather drawn in the frame of the flip than fight with it. */
const LEAST_AHEAD_MS = 100;
/** A fade begins with the frame after the flip, and its end is heard a frame late too. */
const FADE_END_MS = FADE_MS + 40;
/** Who comes in later sees a page at rest, as it is on the other screens by then. */
const LATE_MS = 2000;

/** What slides are told: those that move only where the whole screen may, and at a road nothing may. */
const slideMotion = ({ motion, programme }: PlayerInput): Motion =>
  motion === 'full' && !programme.roadside ? 'full' : 'none';

/**
 * Plays a programme: one clock decides what is on. New data replaces what is shown; a slide that cannot be drawn is left out until its
 * data change.
 */
export class Player {
  readonly flips = new FlipRecorder();
  readonly #deck: Stack;
  readonly #ports: PlayerPorts;
  readonly #climb = new Climb();
  readonly #flip: Alarm;
  readonly #ahead: Alarm;
  #input: PlayerInput | null = null;
  /** Slides that could not be drawn, as text: the same data fail again, however they arrive. */
  readonly #broken = new Map<string, string>();
  #recovery: Promise<void> = Promise.resolve();
  #showing: Showing | null = null;
  #fadesUntil = 0;

  constructor(deck: Stack, ports: PlayerPorts) {
    this.#deck = deck;
    this.#ports = ports;
    this.#flip = new Alarm(ports.now, () => void this.#tick());
    this.#ahead = new Alarm(ports.now, () => this.#prepare());
    deck.onFault = ({ id, slide }, error) => void this.#leaveOut(id, slide, error);
  }

  get showing(): Showing | null {
    return this.#showing;
  }

  /** Takes a new programme, stage or surroundings; resolves when what is on is drawn with it. */
  async update(input: PlayerInput): Promise<void> {
    const previous = this.#input;
    this.#input = input;
    if (previous) this.#climb.remember(previous.programme, input.programme, this.#ports.now());
    const redraw = previous && (previous.stage !== input.stage || previous.programme.locale !== input.programme.locale);
    if (redraw) this.#deck.clear();
    await this.#tick();
  }

  /** The clock was set: what is on may be something else now. */
  retime(): void {
    void this.#tick();
  }

  stop(): void {
    this.#flip.clear();
    this.#ahead.clear();
    this.#input = null;
    this.#deck.clear();
  }

  async #tick(): Promise<void> {
    const input = this.#input;
    if (!input) return;
    const now = this.#ports.now();
    const due = this.#due(input, now);
    const previous = this.#showing;
    this.#showing = due?.showing ?? null;
    if (!due) {
      this.#deck.clear();
      this.#ahead.clear();
      this.#flip.set(onAirAt(input.programme, now).until);
      this.#ports.onShowing(null);
      return;
    }
    this.#noteFlip(previous, due.showing, now);
    const drawn = this.#show(input, due, previous, now);
    this.#ports.onShowing(due.showing);
    await drawn;
  }

  #due({ programme, stage, pin }: PlayerInput, now: Instant): Due | null {
    return dueAt(programme, stage, now, (id, slide) => this.#isBroken(id, slide), pin);
  }

  #isBroken(id: string, slide: ProgrammeSlide): boolean {
    return this.#broken.has(id) && this.#broken.get(id) === JSON.stringify(slide);
  }

  #noteFlip(previous: Showing | null, { slide, page, from, because }: Showing, now: Instant): void {
    if (because !== 'loop' || previous?.until !== from) return;
    if (previous.slide !== slide || previous.page !== page) this.flips.note(now - from);
  }

  /** Draws what is due and sets both alarms: for the end of it, and for what is made ready before. */
  async #show(input: PlayerInput, due: Due, previous: Showing | null, now: Instant): Promise<void> {
    const { showing, slide } = due;
    const isMounted = this.#deck.shows(showing.slide);
    const isOn = isMounted && previous?.slide === showing.slide && previous.page === showing.page;
    const { before: old, wakeAt } = this.#climb.staged(showing, slide, isOn, now);
    const before = old && !this.#isBroken(showing.slide, old.slide) ? old : undefined;
    this.#flip.set(Math.min(wakeAt, showing.until, spotlightToCome(input.programme, now)));
    const isLate = showing.from > 0 && now - showing.from > LATE_MS;
    const seen = before ? { showing, slide: before.slide } : due;
    const surroundings = before ? { ...input, programme: footed(input.programme, before.programme) } : input;
    const scene = this.#scene(surroundings, seen, before ? !isMounted : !isOn && isLate);
    const cuts = input.motion === 'none' || (isLate && !before);
    if (!isMounted) this.#fadesUntil = cuts ? 0 : now + FADE_END_MS;
    const drawn = this.#draw(scene, cuts ? 'cut' : 'fade');
    void afterFrame().then(() => this.#prepare());
    await drawn;
  }

  async #draw(scene: Scene, transition: Transition): Promise<void> {
    try {
      await this.#deck.show(scene, transition);
    } catch (error) {
      await this.#leaveOut(scene.id, scene.slide, error);
    }
  }

  /** Mounts what comes next when it is time to; whatever else was prepared is dropped. */
  #prepare(): void {
    this.#ahead.clear();
    const input = this.#input;
    const next = input && this.#next(input);
    if (!input || !next) return this.#deck.drop();
    const now = this.#ports.now();
    const { from } = next.showing;
    const at = Math.max(from - AHEAD_MS, this.#fadesUntil);
    if (now < at) this.#deck.drop();
    if (now < at && at <= from - LEAST_AHEAD_MS) this.#ahead.set(at);
    if (now < at || now > from - LEAST_AHEAD_MS) return;
    const scene = { ...this.#scene(input, next, false), waiting: true } as const;
    try {
      this.#deck.prepare(scene);
    } catch (error) {
      void this.#leaveOut(scene.id, scene.slide, error);
    }
  }

  /** Another slide that follows what is on when its time is over. */
  #next(input: PlayerInput): Due | null {
    const { slide, until } = this.#showing ?? {};
    const next = until === undefined || until === Infinity ? null : this.#due(input, until);
    return next && next.showing.because === 'loop' && next.showing.slide !== slide ? next : null;
  }

  #scene(input: PlayerInput, { showing, slide }: Due, atRest: boolean): Scene {
    const { pin: _, ...surroundings } = input;
    const { slide: id, page, pages, from } = showing;
    const { now } = this.#ports;
    return { ...surroundings, motion: slideMotion(input), id, slide, page, pages, from, atRest, now };
  }

  #leaveOut(id: string, slide: ProgrammeSlide, error: unknown): Promise<void> {
    const text = JSON.stringify(slide);
    if (this.#broken.get(id) === text) return this.#recovery;
    this.#broken.set(id, text);
    report(`slide ${id} (${slide.kind}) cannot be drawn and is left out`, error);
    this.#ports.onFault?.(id, slide.kind, error);
    if (this.#deck.shows(id)) this.#deck.clear();
    else this.#deck.drop();
    this.#recovery = this.#tick();
    return this.#recovery;
  }
}
