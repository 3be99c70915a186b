/**
 * How many rows each page of a list carries: as few pages as fit, filled evenly, so that the last one is
 * never nearly empty (9 rows in pages of 8 become 5 and 4). An empty list has one empty page.
 */
export function evenPages(rows: number, rowsPerPage: number): readonly number[] {
  const pages = Math.max(1, Math.ceil(rows / Math.max(1, rowsPerPage)));
  const base = Math.floor(rows / pages);
  const longer = rows - base * pages;
  return Array.from({ length: pages }, (_, index) => base + (index < longer ? 1 : 0));
}

/** The first row of page `page` (from 0) and the one after its last; a page too far is the last one. */
export function pageRange(pages: readonly number[], page: number): readonly [from: number, to: number] {
  const at = Math.min(page, pages.length - 1);
  const from = pages.slice(0, at).reduce((sum, size) => sum + size, 0);
  return [from, from + (pages[at] ?? 0)];
}
