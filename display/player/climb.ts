import type { Showing } from '../../core/programme/now-showing.ts';
import { onAirAt } from '../../core/programme/on-air.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import type { Instant } from '../../core/time.ts';

/** A slide as it was before its data last changed, with the programme that its figures are of. */
export interface Before {
  readonly slide: ProgrammeSlide;
  readonly programme: Programme;
  /** When what is on air began: a slide of another window's loop may have the same name. */
  readonly since: Instant;
}

export interface Staged {
  /** What is shown in place of the slide as it is now. */
  readonly before?: Before | undefined;
  /** When it is not any more. */
  readonly wakeAt: number;
}

/** The old ranking stays this long before the climb: the cross-fade, and half a second to find one's place. */
const REVEAL_AFTER_MS = 1300;

const AS_IT_IS: Staged = { wakeAt: Infinity };

/** The programme with the date and the edition of older figures: no figure stands under another edition's name. */
export function footed(programme: Programme, { asOf, source, issuer, edition }: Programme): Programme {
  const { edition: _, ...rest } = programme;
  return { ...rest, asOf, source, issuer, ...(edition ? { edition } : {}) };
}

/** Stages spotlights: the ranking is first seen as it was, so that the climb is seen. */
export class Climb {
  readonly #before = new Map<string, Before>();
  #spotlight: { readonly slide: string; readonly from: Instant; readonly revealAt: number } | null = null;

  /** Takes note of slides on air whose data change. */
  remember(previous: Programme, next: Programme, now: Instant): void {
    const [before, { slides, since }] = [onAirAt(previous, now).slides, onAirAt(next, now)];
    for (const [id, kept] of this.#before) if (!slides[id] || kept.since !== since) this.#before.delete(id);
    for (const [id, slide] of Object.entries(slides)) {
      const old = before[id];
      if (!old || old === slide || (this.#before.has(id) && this.#waits(id, now))) continue;
      if (JSON.stringify(old) !== JSON.stringify(slide))
        this.#before.set(id, { slide: old, programme: previous, since });
    }
  }

  /** What of a slide is shown now. `isOn`: the viewer already has the very page before him. */
  staged(showing: Showing, slide: ProgrammeSlide, isOn: boolean, now: Instant): Staged {
    if (showing.because !== 'spotlight') return AS_IT_IS;
    if (this.#spotlight?.from !== showing.from || this.#spotlight.slide !== showing.slide) {
      this.#spotlight = {
        slide: showing.slide,
        from: showing.from,
        revealAt: this.#revealAt(showing.slide, isOn, now),
      };
    }
    const { revealAt } = this.#spotlight;
    const before = this.#before.get(showing.slide);
    return now < revealAt && before?.slide.kind === slide.kind ? { before, wakeAt: revealAt } : AS_IT_IS;
  }

  #revealAt(slide: string, isOn: boolean, now: Instant): number {
    if (!isOn) return now + REVEAL_AFTER_MS;
    return this.#spotlight && this.#waits(slide, now) ? this.#spotlight.revealAt : now;
  }

  /** Whether a spotlight has cut to a slide and still shows it as it was. */
  #waits(slide: string, now: Instant): boolean {
    return this.#spotlight?.slide === slide && now < this.#spotlight.revealAt;
  }
}
