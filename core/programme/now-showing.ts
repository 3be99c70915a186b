import { entriesInOrder } from '../keyed-rows.ts';
import { rowsOf } from '../slides/rows.ts';
import { evenPages, pageRange } from '../stage/paging.ts';
import { isLow, layoutOf, profileOf } from '../stage/layout.ts';
import { rowsPerPage } from '../slides/paging.ts';
import type { Stage } from '../stage/stage.ts';
import { instant, type Instant } from '../time.ts';
import { onAirAt, type OnAir } from './on-air.ts';
import type { Programme, ProgrammeSlide } from './programme.ts';

/** One page of one slide, with the time that it is on. */
export interface Showing {
  readonly slide: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Why it is on: its turn in the loop, or a rank that just changed. */
  readonly because: 'loop' | 'spotlight';
}

const LEAST_PAGE_MS = 15_000;
const BASE_MS = 3_000;
const ROW_MS = 1_500;
/** Reading a hanzi aloud in one's head. */
const CHARACTER_MS = 250;

/** How long one page stays when the playlist leaves it open: at least 15 s, 3 s and 1.5 s for each row. */
const openDwell = (rows: number): number => Math.max(LEAST_PAGE_MS, BASE_MS + ROW_MS * rows);

/** Characters of a crawling text a minute; cities publish 60 to 80 for roads. */
export const CRAWL_PER_MINUTE = 70;
/** Blank between the end of a crawling text and its start, in characters. */
const CRAWL_GAP = 6;

/** How long a crawl takes to go by once. */
const crawlTime = (text: string): number =>
  Math.max(LEAST_PAGE_MS, Math.round(((text.length + CRAWL_GAP) / CRAWL_PER_MINUTE) * 60_000));

/**
 * How long a page of a slide stays when the playlist leaves it open: a crawl goes by once, a video to its end, a
 * notice for as long as it is read; on stages where it crawls, once. Whole milliseconds, so
 * that the turns of a loop add up to it exactly.
 */
function openTime(slide: ProgrammeSlide, rows: number, stage: Stage): number {
  switch (slide.kind) {
    case 'ticker':
      return crawlTime(slide.data.text);
    case 'notice': {
      return isLow({ profile: profileOf(stage) })
        ? crawlTime(slide.data.text)
        : Math.max(LEAST_PAGE_MS, BASE_MS + slide.data.text.length * CHARACTER_MS);
    }
    case 'video':
      return slide.data.medium.durationMs ?? LEAST_PAGE_MS;
    default:
      return openDwell(rows);
  }
}

/** How long a page of a slide stays; at a road never shorter than cities want. */
function dwell(slide: ProgrammeSlide, rows: number, stage: Stage, roadside: boolean): number {
  const time = slide.seconds > 0 ? slide.seconds * 1000 : openTime(slide, rows, stage);
  return roadside ? Math.max(LEAST_PAGE_MS, time) : time;
}

/** Rows on each page of a slide on a stage; slides that do not list have one page of no rows. */
export function pagesOf(slide: ProgrammeSlide, stage: Stage): readonly number[] {
  const rows = rowsOf(slide);
  return rows ? evenPages(Object.keys(rows).length, rowsPerPage(slide.kind, layoutOf(stage))) : [0];
}

interface Turn {
  readonly slide: string;
  readonly page: number;
  readonly pages: number;
  readonly milliseconds: number;
}

/** One whole loop on a stage: every page of every slide that is on air, in order, with its time. */
export function turnsOf({ slides }: Pick<OnAir, 'slides'>, stage: Stage, roadside = false): readonly Turn[] {
  return entriesInOrder(slides).flatMap(([slide, content]) => {
    const pages = pagesOf(content, stage);
    return pages.map((rows, page) => ({
      slide,
      page,
      pages: pages.length,
      milliseconds: dwell(content, rows, stage, roadside),
    }));
  });
}

/**
 * The ranking that a rank just changed in, on the page of the unit. Not where it isn't on air (another window, a dark
 * screen), nor at a road: there a page is never cut short.
 */
function spotlit({ spotlight, roadside }: Programme, onAir: OnAir, now: Instant, stage: Stage): Showing | null {
  const slide = spotlight && onAir.slides[spotlight.slide];
  const row = slide && rowsOf(slide)?.[spotlight.row];
  if (!spotlight || !slide || !row || roadside || now < spotlight.from || now >= spotlight.until) return null;
  const pages = pagesOf(slide, stage);
  const holding = pages.findIndex((_, page) => row.order < pageRange(pages, page)[1]);
  const page = holding < 0 ? pages.length - 1 : holding;
  const { from, until } = spotlight;
  return {
    slide: spotlight.slide,
    page,
    pages: pages.length,
    from,
    until: instant(Math.min(until, onAir.until)),
    because: 'spotlight',
  };
}

/**
 * What a screen shows at a moment: a pure function of its programme, the server's time and its stage, so
 * that no message is needed when a page ends and screens agree without talking. Screens of one group with the
 * same geometry turn pages in the same instant; other geometries have other page counts and loops of their own.
 * @returns null when nothing is on air: the schedule wants it dark, or there is no slide.
 */
export function nowShowing(programme: Programme, now: Instant, stage: Stage): Showing | null {
  const onAir = onAirAt(programme, now);
  const special = spotlit(programme, onAir, now, stage);
  if (special) return special;
  const turns = turnsOf(onAir, stage, programme.roadside);
  const loop = turns.reduce((sum, turn) => sum + turn.milliseconds, 0);
  if (loop === 0) return null;
  let start = onAir.since + Math.floor((now - onAir.since) / loop) * loop;
  for (const turn of turns) {
    const end = start + turn.milliseconds;
    if (now < end) {
      const { slide, page, pages } = turn;
      return { slide, page, pages, from: instant(start), until: instant(Math.min(end, onAir.until)), because: 'loop' };
    }
    start = end;
  }
  return null;
}
