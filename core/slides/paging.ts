/** How many rows of a slide go on a page. */
import type { Layout, Profile } from '../stage/layout.ts';
import type { SlideKind } from './kinds.ts';

/** Photos that are still worth looking at side by side. */
const PHOTOS: Readonly<Record<Profile, number>> = { standard: 6, wide: 8, portrait: 6, strip: 2, ticker: 3 };

export const rowsPerPage = (kind: SlideKind, { profile, rowsPerPage: rows }: Layout): number =>
  kind === 'photoWall' ? PHOTOS[profile] : rows;
