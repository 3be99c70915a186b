import { describe, expect, it } from 'vitest';
import { columnsOfRows, headBeside, headHeight, plateGrid, rowsPerPage } from '../../../core/slides/paging.ts';
import { SLIDE_KINDS, type SlideKind } from '../../../core/slides/kinds.ts';
import { layoutOf, type Layout } from '../../../core/stage/layout.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';

const on = (width: number, height: number): Layout => layoutOf({ ...DEFAULT_STAGE, width, height });

const LAYOUTS = [
  on(1920, 1080),
  on(3840, 2160),
  on(1080, 1920),
  on(2560, 720),
  on(960, 480),
  on(504, 336),
  on(384, 192),
  on(192, 96),
  on(1536, 128),
];

describe('rows on a page', () => {
  it.each(Object.keys(SLIDE_KINDS) as SlideKind[])(
    'of %s are at least one on every stage, in whole columns',
    (kind) => {
      for (const layout of LAYOUTS) {
        const rows = rowsPerPage(kind, layout);
        expect(rows).toBeGreaterThanOrEqual(1);
        // Photos are set in a grid of their own.
        expect(kind === 'photoWall' ? 0 : rows % columnsOfRows(kind, layout)).toBe(0);
      }
    },
  );

  it('leave room for the large figures above them', () => {
    for (const layout of LAYOUTS) {
      const above = headHeight('milestones', layout);
      const inColumn = rowsPerPage('milestones', layout) / columnsOfRows('milestones', layout);
      expect(above + inColumn * layout.rowHeight).toBeLessThanOrEqual(Math.max(layout.bodyHeight, layout.rowHeight));
    }
  });

  it('stand beside the large figures on a wide stage, and below them on others; strips have none', () => {
    expect([headBeside('issues', on(2560, 720)), headHeight('issues', on(2560, 720))]).toEqual([true, 0]);
    expect([headBeside('issues', on(1920, 1080)), headHeight('issues', on(1920, 1080))]).toEqual([false, 208]);
    expect([headBeside('issues', on(192, 96)), headHeight('issues', on(192, 96))]).toEqual([false, 0]);
    expect(headHeight('unitRanking', on(1920, 1080))).toBe(0);
  });
});

it('puts twelve units of a red board on one page of a large stage', () => {
  expect(plateGrid(on(1920, 1080))).toEqual({ rows: 4, columns: 3 });
  expect(rowsPerPage('redBlack', on(1920, 1080))).toBe(12);
  expect(rowsPerPage('redBlack', on(2560, 720))).toBe(12);
});
