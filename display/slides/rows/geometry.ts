/** Where rows stand on a page, in whole pixels from the top left of the list. */
import { columnsOfRows, headBeside, headHeight, rowsPerPage } from '../../../core/slides/paging.ts';
import type { SlideKind } from '../../../core/slides/kinds.ts';
import { isLow, type Layout, type Profile } from '../../../core/stage/layout.ts';
import type { Stage } from '../../../core/stage/stage.ts';
import { evenPages } from '../../../core/stage/paging.ts';

/** A rectangle of the stage in whole pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Geometry extends Rect {
  readonly rowWidth: number;
  readonly rowHeight: number;
  readonly columns: number;
  readonly rowsPerColumn: number;
  readonly gapX: number;
  readonly gapY: number;
  /** Height of the line of column headings; 0 without. */
  readonly headings: number;
  readonly pages: readonly number[];
  /** Where the large figures stand; null without. */
  readonly head: Rect | null;
  /** All that is left for rows, however few they are. */
  readonly body: Rect;
}

/** The highest row as a share of the stage, where it is not a quarter. */
const TALLEST: Readonly<Partial<Record<Profile, number>>> = { portrait: 0.16, wide: 0.32 };

/** Share of a wide stage that large figures beside the rows take. */
const BESIDE = 0.25;

/** The body of the stage, divided between large figures and rows. */
function areas(kind: SlideKind, stage: Stage, layout: Layout, headings: number): { head: Rect | null; body: Rect } {
  const { margin, unit, headerHeight, bodyHeight } = layout;
  const low = isLow(layout);
  const space = low ? 0 : unit;
  const left = margin;
  const width = stage.width - margin * 2;
  const top = headerHeight + (low ? 0 : space * 2 - Math.round(headings / 6));
  const height = low ? bodyHeight : bodyHeight + margin - space * 3;
  if (headBeside(kind, layout)) {
    const beside = Math.round(width * BESIDE);
    const rest = width - beside - margin;
    return {
      head: { left, top, width: beside, height },
      body: { left: left + beside + margin, top, width: rest, height },
    };
  }
  const above = headHeight(kind, layout);
  if (above === 0) return { head: null, body: { left, top, width, height } };
  const gap = space * 2;
  return {
    head: { left, top, width, height: above - gap },
    body: { left, top: top + above, width, height: height - above },
  };
}

export function geometryOf(
  kind: SlideKind,
  stage: Stage,
  layout: Layout,
  count: number,
  withHeadings: boolean,
): Geometry {
  const low = isLow(layout);
  const pages = evenPages(count, rowsPerPage(kind, layout));
  const most = Math.max(1, ...pages);
  const columns = Math.min(columnsOfRows(kind, layout), most);
  const rowsPerColumn = Math.ceil(most / columns);
  const headings = withHeadings && layout.profile === 'standard' ? Math.round(layout.secondaryText * 1.5) : 0;
  const { head, body } = areas(kind, stage, layout, headings);
  const { left, top, width, height } = body;
  const gapX = columns > 1 ? layout.margin : 0;
  const roomy = (height - headings) / rowsPerColumn;
  const gapY = low ? 0 : Math.max(2, Math.round(roomy * 0.075));
  const share = TALLEST[layout.profile] ?? 0.25;
  const tallest = low ? Math.round(layout.rowText * 1.5) : Math.round(stage.height * share);
  const rowHeight = Math.min(tallest, Math.floor((height - headings + gapY) / rowsPerColumn) - gapY);
  const used = rowsPerColumn * (rowHeight + gapY) - gapY + headings;
  return {
    left,
    top: top + (low ? 0 : Math.max(0, Math.floor((height - used) * (head ? 0.2 : 0.42)))),
    width,
    height: used,
    rowWidth: Math.floor((width - gapX * (columns - 1)) / columns),
    rowHeight,
    columns,
    rowsPerColumn,
    gapX,
    gapY,
    headings,
    pages,
    head,
    body,
  };
}

/** The place of the row at `slot` of a page, down the first column, then the next. */
export function placeOf(geometry: Geometry, slot: number): { readonly x: number; readonly y: number } {
  const { rowsPerColumn, rowWidth, rowHeight, gapX, gapY } = geometry;
  const column = Math.floor(slot / rowsPerColumn);
  return { x: column * (rowWidth + gapX), y: (slot % rowsPerColumn) * (rowHeight + gapY) };
}
