import { describe, expect, it } from 'vitest';
import { evenPages, pageRange } from '../../../core/stage/paging.ts';

describe('even pages', () => {
  it('fill evenly: nine rows in pages of eight are five and four', () => expect(evenPages(9, 8)).toEqual([5, 4]));
  it('are one page when all fits', () => expect(evenPages(8, 8)).toEqual([8]));
  it('are one empty page for an empty list', () => expect(evenPages(0, 8)).toEqual([0]));

  it('show every row exactly once, on pages that differ by one row at most', () => {
    for (let rows = 0; rows <= 60; rows += 1) {
      for (let perPage = 1; perPage <= 12; perPage += 1) {
        const sizes = evenPages(rows, perPage);
        const all = Array.from({ length: rows }, (_, index) => index);
        expect(sizes.flatMap((_, page) => all.slice(...pageRange(sizes, page)))).toEqual(all);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(perPage);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }
  });
});
