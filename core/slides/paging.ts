/** How many rows of a slide go on a page, and in how many columns. */
import { isLow, type Layout, type Profile } from '../stage/layout.ts';
import type { SlideKind } from './kinds.ts';

/** Photos that are still worth looking at side by side. */
const PHOTOS: Readonly<Record<Profile, number>> = { standard: 8, wide: 8, portrait: 8, strip: 1, ticker: 3 };

/** Where letters have to be large for the stage, the pictures are fewer. */
const photosPerPage = ({ profile, bodyHeight, secondaryText }: Layout): number =>
  profile === 'standard' && bodyHeight < secondaryText * 15 ? 4 : PHOTOS[profile];

/** Kinds whose rows stand below (on a wide stage: beside) a few large figures of the whole. */
const HEADED: ReadonlySet<SlideKind> = new Set<SlideKind>(['milestones', 'issues', 'permits', 'visits']);

/** Height in pixels of the large figures above the rows; 0 where there are none or they stand beside. */
export function headHeight(kind: SlideKind, { profile, bodyHeight }: Layout): number {
  if (!HEADED.has(kind)) return 0;
  if (profile === 'portrait') return Math.round(bodyHeight * 0.18);
  return profile === 'standard' ? Math.round(bodyHeight * 0.25) : 0;
}

/** Whether the large figures stand beside the rows. */
export const headBeside = (kind: SlideKind, { profile }: Layout): boolean => profile === 'wide' && HEADED.has(kind);

/** Columns of rows: rows beside large figures, and bars of many parts, need the width for themselves. */
export const columnsOfRows = (kind: SlideKind, layout: Layout): number =>
  headBeside(kind, layout) || (kind === 'assessment' && layout.profile === 'wide') ? 1 : layout.columns;

/** Plates of a red or black board, as rows and columns of a page. */
export function plateGrid({ profile, bodyHeight, rowText, rowsPerPage: rows, columns }: Layout): {
  readonly rows: number;
  readonly columns: number;
} {
  if (isLow({ profile })) return { rows: Math.max(1, Math.floor(rows / columns)), columns };
  const most = Math.max(1, Math.floor((bodyHeight * 0.88) / (rowText * 3)));
  if (profile === 'portrait') return { rows: Math.min(8, most), columns: 1 };
  if (profile === 'wide') return { rows: Math.min(3, most), columns: 4 };
  return most >= 4 ? { rows: 4, columns: 3 } : { rows: most, columns: 2 };
}

export function rowsPerPage(kind: SlideKind, layout: Layout): number {
  const { rowsPerPage: rows, columns, bodyHeight, rowHeight } = layout;
  if (kind === 'photoWall') return photosPerPage(layout);
  if (kind === 'redBlack') {
    const grid = plateGrid(layout);
    return grid.rows * grid.columns;
  }
  // Below large figures rows are a little higher, so that their second line stays.
  const tall = HEADED.has(kind) && layout.showSecondary ? rowHeight * 1.12 : rowHeight;
  const fit = Math.floor((bodyHeight - headHeight(kind, layout)) / tall);
  const inColumn = Math.floor(rows / columns);
  const low = isLow(layout);
  return (low ? inColumn : Math.max(1, Math.min(inColumn, fit))) * columnsOfRows(kind, layout);
}
