import type { Showing } from '../../core/programme/now-showing.ts';
import { onAirAt } from '../../core/programme/on-air.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { Scene, Surroundings } from '../slides/scene.ts';
import type { Deck } from './deck.ts';
import { playable, showingAt, spotlightToCome, type Pin } from './timing.ts';
import { report } from '../report.ts';

export interface PlayerInput extends Surroundings {
  readonly pin?: Pin;
}

/** What the player needs of a deck. */
type Stack = Pick<Deck, 'show' | 'shows' | 'clear'>;

/** What the player tells: the page that is on, or null when there is none. */
export interface PlayerPorts {
  readonly now: () => Instant;
  readonly onShowing: (showing: Showing | null) => void;
}

interface Staged {
  /** What is shown in place of the slide as it is now. */
  readonly before?: { readonly slide: ProgrammeSlide; readonly programme: Programme } | undefined;
  readonly wakeAt: number;
}

/** The programme with the date and the edition of older figures: no figure stands under another edition's name. */
function footed({ programme }: PlayerInput, { asOf, source, issuer, edition }: Programme): Programme {
  const { edition: _, ...rest } = programme;
  return { ...rest, asOf, source, issuer, ...(edition ? { edition } : {}) };
}

/** The old ranking stays this long before the climb: the cross-fade, and half a second to find one's place. */
const REVEAL_AFTER_MS = 1300;
/** A timer fires this early; the rest is waited for frame by frame. */
const EARLY_MS = 40;
const LONGEST_WAIT_MS = 60_000;

/**
 * Plays a programme: one clock decides what is on. New data replaces what is shown; it never starts a second
 * timer, and a slide that cannot be drawn is left out until its data change.
 */
export class Player {
  readonly #deck: Stack;
  readonly #ports: PlayerPorts;
  #input: PlayerInput | null = null;
  #broken = new Set<string>();
  /** Each slide as it was before its data last changed, with the programme that its figures are of. */
  readonly #before = new Map<string, { readonly slide: ProgrammeSlide; readonly programme: Programme }>();
  #spotlight: { readonly slide: string; readonly from: Instant; readonly revealAt: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #showing: Showing | null = null;

  constructor(deck: Stack, ports: PlayerPorts) {
    this.#deck = deck;
    this.#ports = ports;
  }

  get showing(): Showing | null {
    return this.#showing;
  }

  /** Takes a new programme, stage or surroundings; resolves when what is on is drawn with it. */
  async update(input: PlayerInput): Promise<void> {
    const previous = this.#input;
    this.#input = input;
    if (previous) this.#remember(previous.programme, input.programme);
    const redraw = previous && (previous.stage !== input.stage || previous.programme.locale !== input.programme.locale);
    if (redraw) this.#deck.clear();
    await this.#tick();
  }

  /** The clock was set: what is on may be something else now. */
  retime(): void {
    void this.#tick();
  }

  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#input = null;
    this.#deck.clear();
  }

  #remember(previous: Programme, next: Programme): void {
    for (const [id, slide] of Object.entries(next.slides)) {
      const old = previous.slides[id];
      if (old === slide) continue;
      this.#broken.delete(id);
      const waits = this.#before.has(id) && this.#waits(id, this.#ports.now());
      if (old && !waits && JSON.stringify(old) !== JSON.stringify(slide))
        this.#before.set(id, { slide: old, programme: previous });
    }
    for (const id of this.#before.keys()) if (!next.slides[id]) this.#before.delete(id);
  }

  async #tick(): Promise<void> {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    const input = this.#input;
    if (!input) return;
    const now = this.#ports.now();
    const programme = playable(input.programme, this.#broken);
    const showing = showingAt(programme, input.stage, now, input.pin);
    const previous = this.#showing;
    this.#showing = showing;
    this.#ports.onShowing(showing);
    const onAir = onAirAt(programme, now);
    const slide = showing && (onAir.slides[showing.slide] ?? programme.slides[showing.slide]);
    if (!showing || !slide) {
      this.#deck.clear();
      this.#wake(onAir.until);
      return;
    }
    const { before, wakeAt } = this.#staged(showing, previous, slide, now);
    this.#wake(Math.min(wakeAt, showing.until, spotlightToCome(programme, now)));
    if (before) await this.#draw(showing, before.slide, true, { ...input, programme: footed(input, before.programme) });
    else await this.#draw(showing, slide, false, input);
  }

  /** A spotlight first shows the ranking as it was, so that the climb is seen. */
  #staged(showing: Showing, previous: Showing | null, slide: ProgrammeSlide, now: Instant): Staged {
    if (showing.because !== 'spotlight') return { wakeAt: Infinity };
    if (this.#spotlight?.from !== showing.from || this.#spotlight.slide !== showing.slide) {
      this.#spotlight = { slide: showing.slide, from: showing.from, revealAt: this.#revealAt(showing, previous, now) };
    }
    const { revealAt } = this.#spotlight;
    const before = this.#before.get(showing.slide);
    const waits = now < revealAt && before?.slide.kind === slide.kind;
    return waits ? { before, wakeAt: revealAt } : { wakeAt: Infinity };
  }

  /** When the climb starts: at once where the viewer already has the page before him. */
  #revealAt({ slide, page }: Showing, previous: Showing | null, now: Instant): number {
    const isOn = this.#deck.shows(slide) && previous?.slide === slide && previous.page === page;
    if (!isOn) return now + REVEAL_AFTER_MS;
    return this.#spotlight && this.#waits(slide, now) ? this.#spotlight.revealAt : now;
  }

  /** Whether a spotlight has cut to a slide and still shows it as it was. */
  #waits(slide: string, now: Instant): boolean {
    return this.#spotlight?.slide === slide && now < this.#spotlight.revealAt;
  }

  async #draw(showing: Showing, slide: ProgrammeSlide, atRest: boolean, input: PlayerInput): Promise<void> {
    const { slide: id, page, pages, from } = showing;
    const { pin: _, ...surroundings } = input;
    const scene = { ...surroundings, id, slide, page, pages, from, atRest, now: this.#ports.now } as Scene;
    try {
      await this.#deck.show(scene);
    } catch (error) {
      report(`slide ${id} (${slide.kind}) cannot be drawn and is left out`, error);
      this.#broken.add(id);
      this.#deck.clear();
      await this.#tick();
    }
  }

  /** Sleeps until shortly before a moment, then waits for it frame by frame, so that screens flip together. */
  #wake(at: number): void {
    if (at === Infinity) return;
    const wait = at - this.#ports.now() - EARLY_MS;
    const near = (): void => {
      if (this.#ports.now() >= instant(at)) void this.#tick();
      else this.#frame = requestAnimationFrame(near);
    };
    this.#timer = setTimeout(
      () => (wait > LONGEST_WAIT_MS ? this.#wake(at) : near()),
      Math.min(LONGEST_WAIT_MS, Math.max(0, wait)),
    );
  }
}
