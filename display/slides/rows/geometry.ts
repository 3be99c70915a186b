/** Where rows stand on a page, in whole pixels from the top left of the list. */
import type { Layout } from '../../../core/stage/layout.ts';
import type { Stage } from '../../../core/stage/stage.ts';
import { evenPages } from '../../../core/stage/paging.ts';

export interface Geometry {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rowWidth: number;
  readonly rowHeight: number;
  readonly columns: number;
  readonly rowsPerColumn: number;
  readonly gapX: number;
  readonly gapY: number;
  /** Height of the line of column headings; 0 without. */
  readonly headings: number;
  readonly pages: readonly number[];
}

const isLow = ({ profile }: Layout): boolean => profile === 'strip' || profile === 'ticker';

export function geometryOf(stage: Stage, layout: Layout, count: number, withHeadings: boolean): Geometry {
  const low = isLow(layout);
  const pages = evenPages(count, layout.rowsPerPage);
  const most = Math.max(1, ...pages);
  const columns = Math.min(layout.columns, most);
  const rowsPerColumn = Math.ceil(most / columns);
  const headings = withHeadings && layout.profile === 'standard' ? Math.round(layout.secondaryText * 1.5) : 0;
  const space = low ? 0 : layout.unit;
  const top = layout.headerHeight + (low ? 0 : space * 2 - Math.round(headings / 6));
  const height = low ? layout.bodyHeight : layout.bodyHeight + layout.margin - space * 3;
  const gapX = columns > 1 ? layout.margin : 0;
  const width = stage.width - layout.margin * 2;
  const roomy = (height - headings) / rowsPerColumn;
  const gapY = low ? 0 : Math.max(2, Math.round(roomy * 0.075));
  const share = layout.profile === 'portrait' ? 0.16 : 0.25;
  const tallest = low ? Math.round(layout.rowText * 1.5) : Math.round(stage.height * share);
  const rowHeight = Math.min(tallest, Math.floor((height - headings + gapY) / rowsPerColumn) - gapY);
  const used = rowsPerColumn * (rowHeight + gapY) - gapY + headings;
  return {
    left: layout.margin,
    top: top + (low ? 0 : Math.max(0, Math.floor((height - used) * 0.42))),
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
  };
}

/** The place of the row at `slot` of a page, down the first column, then the next. */
export function placeOf(geometry: Geometry, slot: number): { readonly x: number; readonly y: number } {
  const { rowsPerColumn, rowWidth, rowHeight, gapX, gapY } = geometry;
  const column = Math.floor(slot / rowsPerColumn);
  return { x: column * (rowWidth + gapX), y: (slot % rowsPerColumn) * (rowHeight + gapY) };
}
