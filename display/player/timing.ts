import { nowShowing, pagesOf, type Showing } from '../../core/programme/now-showing.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { Stage } from '../../core/stage/stage.ts';
import { instant, type Instant } from '../../core/time.ts';

/** A slide that stays on, for the admin page's preview. */
export interface Pin {
  readonly slide: string;
  readonly page: number;
}

/** `programme` without the slides that could not be drawn: the loop goes on with the others. */
export function playable(programme: Programme, broken: ReadonlySet<string>): Programme {
  if (broken.size === 0) return programme;
  const whole = <T>(slides: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(slides).filter(([id]) => !broken.has(id)));
  const windows = Object.entries(programme.windows ?? {}).map(
    ([key, window]) => [key, window.slides ? { ...window, slides: whole(window.slides) } : window] as const,
  );
  return { ...programme, slides: whole(programme.slides), windows: Object.fromEntries(windows) };
}

/** What is on now; a pinned slide has no end. */
export function showingAt(programme: Programme, stage: Stage, now: Instant, pin?: Pin): Showing | null {
  if (!pin) return nowShowing(programme, now, stage);
  const slide = programme.slides[pin.slide];
  if (!slide) return null;
  const pages = pagesOf(slide, stage).length;
  const page = Math.min(pages - 1, Math.max(0, pin.page));
  return { slide: pin.slide, page, pages, from: instant(0), until: instant(Infinity), because: 'loop' };
}

/** When a spotlight begins that this screen's clock has not reached yet; Infinity without one. */
export const spotlightToCome = ({ spotlight }: Programme, now: Instant): number =>
  spotlight && spotlight.from > now ? spotlight.from : Infinity;
