/** What a playlist means on a stage: how long it runs, and whether it can be read. */
import { entriesInOrder } from '../../core/keyed-rows.ts';
import type { Programme, ProgrammeSlide } from '../../core/programme/programme.ts';
import { pagesOf, turnsOf } from '../../core/programme/now-showing.ts';
import { rowsPerPage } from '../../core/slides/paging.ts';
import { rowsOf } from '../../core/slides/rows.ts';
import { canvasOf } from '../../core/stage/canvas.ts';
import { bodyCharacterPx, designedRowPx, layoutOf, type Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';

export interface LoopFacts {
  readonly seconds: number;
  readonly pages: number;
}

export function loopFacts(programme: Programme, stage: Stage): LoopFacts {
  const turns = turnsOf(programme, canvasOf(stage), programme.roadside);
  return { seconds: Math.round(turns.reduce((sum, turn) => sum + turn.milliseconds, 0) / 1000), pages: turns.length };
}

export interface Legibility {
  readonly distanceM: number;
  /** Height that a character needs to be read from the farthest place, in pixels. */
  readonly neededPx: number;
  /** Height that the design alone would give a row's characters. */
  readonly designedPx: number;
  readonly rowTextPx: number;
  /** Of a ranking; kinds with large figures above their rows or with pictures have fewer. */
  readonly rowsPerPage: number;
  readonly readable: boolean;
}

export function legibility(stage: Stage): Legibility {
  const canvas = canvasOf(stage);
  const layout = layoutOf(canvas);
  const { rowText } = layout;
  const neededPx = bodyCharacterPx(canvas);
  return {
    distanceM: stage.distanceM,
    neededPx,
    designedPx: designedRowPx(canvas),
    rowTextPx: rowText,
    rowsPerPage: rowsPerPage('projects', layout),
    readable: rowText >= neededPx,
  };
}

/** How one slide does on a stage. */
export interface SlideLegibility {
  readonly slide: string;
  readonly kind: ProgrammeSlide['kind'];
  readonly pages: number;
  /** Rows on its fullest page; absent where the slide is no list. */
  readonly rows?: number;
  /** Characters that find no room in legible size, of how many; absent where all do. */
  readonly tooLong?: { readonly characters: number; readonly room: number };
}

/** Characters are as wide as high, lines 1.35 times as high. */
const LINE = 1.35;

/** How many characters of the least size the body of a stage takes; a ticker and a strip let long texts crawl. */
function roomFor({ width }: Stage, { profile, bodyHeight, margin, leastText }: Layout): number {
  if (profile === 'ticker' || profile === 'strip') return Infinity;
  return Math.floor((width - margin * 2) / leastText) * Math.floor(bodyHeight / (leastText * LINE));
}

function lengthOf(slide: ProgrammeSlide, canvas: Stage, layout: Layout): SlideLegibility['tooLong'] {
  const characters = slide.kind === 'notice' ? slide.data.text.length : (slide.title?.length ?? 0);
  const room =
    slide.kind === 'notice'
      ? roomFor(canvas, layout)
      : Math.floor((canvas.width - layout.margin * 2) / Math.max(layout.leastText, layout.titleText * 0.5));
  return characters > room ? { characters, room } : undefined;
}

/** How each slide of a programme does on a stage, in the order of the loop. */
export function slideLegibility({ slides }: Pick<Programme, 'slides'>, stage: Stage): readonly SlideLegibility[] {
  const canvas = canvasOf(stage);
  const layout = layoutOf(canvas);
  return entriesInOrder(slides).map(([slide, content]) => {
    const pages = pagesOf(content, canvas);
    const tooLong = lengthOf(content, canvas, layout);
    return {
      slide,
      kind: content.kind,
      pages: pages.length,
      ...(rowsOf(content) ? { rows: Math.max(...pages) } : {}),
      ...(tooLong ? { tooLong } : {}),
    };
  });
}
