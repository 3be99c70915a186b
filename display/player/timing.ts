import { nowShowing, pagesOf, turnsOf, type Showing } from '../../core/programme/now-showing.ts';
import { onAirAt, type OnAir } from '../../core/programme/on-air.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { instant, type Instant } from '../../core/time.ts';

/** A slide that stays on, for the admin page's preview. */
export interface Pin {
  readonly slide: string;
  readonly page: number;
}

/** A page with the slide that it is of. */
export interface Due {
  readonly showing: Showing;
  readonly slide: ProgrammeSlide;
}

/** Whether a slide cannot be drawn. */
export type IsBroken = (id: string, slide: ProgrammeSlide) => boolean;

type Turns = ReturnType<typeof turnsOf>;

function pinned(programme: Programme, stage: Stage, { slide: id, page: asked }: Pin): Due | null {
  const slide = programme.slides[id];
  if (!slide) return null;
  const pages = pagesOf(slide, stage).length;
  const page = Math.min(pages - 1, Math.max(0, asked));
  const showing = { slide: id, page, pages, from: instant(0), until: instant(Infinity), because: 'loop' } as const;
  return { showing, slide };
}

function looped({ slides }: OnAir, showing: Showing | null): Due | null {
  const slide = showing && slides[showing.slide];
  return showing && slide ? { showing, slide } : null;
}

function withoutSpotlight(programme: Programme): Programme {
  const { spotlight: _, ...rest } = programme;
  return rest;
}

/** The next turn of the loop whose slide is whole, from the beginning of the time of the one that is not. */
function instead(broken: Showing, { slides, until }: OnAir, turns: Turns, isBroken: IsBroken): Due | null {
  const place = turns.findIndex(({ slide, page }) => slide === broken.slide && page === broken.page);
  let end: number = broken.until;
  for (let step = 1; step < turns.length; step += 1) {
    const turn = turns[(place + step) % turns.length];
    const slide = turn && slides[turn.slide];
    if (!turn || !slide) continue;
    end += turn.milliseconds;
    if (isBroken(turn.slide, slide)) continue;
    const { slide: id, page, pages } = turn;
    const showing = {
      slide: id,
      page,
      pages,
      from: broken.from,
      until: instant(Math.min(end, until)),
      because: 'loop',
    } as const;
    return { showing, slide };
  }
  return null;
}

/**
 * What is to be on now. The time of a slide that cannot be drawn goes to the next one that can: the loop keeps its length, so that a
 * screen that alone cannot draw a slide stays in step with the others. A pinned slide has no end.
 * @returns null when there is nothing to show.
 */
export function dueAt(programme: Programme, stage: Stage, now: Instant, isBroken: IsBroken, pin?: Pin): Due | null {
  const onAir = onAirAt(programme, now);
  const due = pin ? pinned(programme, stage, pin) : looped(onAir, nowShowing(programme, now, stage));
  if (!due || !isBroken(due.showing.slide, due.slide)) return due;
  if (due.showing.because === 'spotlight') return dueAt(withoutSpotlight(programme), stage, now, isBroken);
  return pin ? null : instead(due.showing, onAir, turnsOf(onAir, stage, programme.roadside), isBroken);
}

/** When a spotlight begins that this screen's clock has not reached yet; Infinity without one. */
export const spotlightToCome = ({ spotlight }: Programme, now: Instant): number =>
  spotlight && spotlight.from > now ? spotlight.from : Infinity;
