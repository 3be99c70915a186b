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

/** The rows of page `page` (from 0) of a list in display order. */
export function pageOf<T>(rows: readonly T[], rowsPerPage: number, page: number): readonly T[] {
  const sizes = evenPages(rows.length, rowsPerPage);
  const start = sizes.slice(0, page).reduce((sum, size) => sum + size, 0);
  return rows.slice(start, start + (sizes[page] ?? 0));
}
