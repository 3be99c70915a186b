import { describe, expect, it } from 'vitest';
import {
  bodyCharacterPx,
  headlineCharacterPx,
  layoutOf,
  profileOf,
  SMALLEST_CHARACTER_PX,
} from '../../../core/stage/layout.ts';
import { DEFAULT_STAGE, type Stage } from '../../../core/stage/stage.ts';

const stage = (width: number, height: number, more: Partial<Stage> = {}): Stage => ({
  ...DEFAULT_STAGE,
  width,
  height,
  ...more,
});

const SIZES = [
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
  [2560, 720],
  [960, 480],
  [504, 336],
  [384, 192],
  [192, 96],
  [1536, 128],
  [64, 32],
] as const;

describe('the profile of a stage', () => {
  it.each([
    [1920, 1080, 'standard'],
    [960, 480, 'standard'],
    [1080, 1920, 'portrait'],
    [2560, 720, 'wide'],
    [192, 96, 'strip'],
    [384, 192, 'strip'],
    [1536, 128, 'ticker'],
  ])('of %i × %i is %s', (width, height, profile) => expect(profileOf(stage(width, height))).toBe(profile));
});

describe.each(SIZES)('the layout of %i × %i', (width, height) => {
  const layout = layoutOf(stage(width, height));

  it('has only whole pixels', () => {
    const sizes = Object.values(layout).filter((value) => typeof value === 'number');
    expect(sizes.filter((size) => !Number.isInteger(size))).toEqual([]);
  });

  it('has header, body and footer within the height', () => {
    expect(layout.headerHeight + layout.bodyHeight + layout.footerHeight).toBeLessThanOrEqual(height);
    expect(layout.bodyHeight).toBeGreaterThan(0);
  });

  it('has room for its rows', () => {
    const inColumn = layout.rowsPerPage / layout.columns;
    expect(inColumn).toBeGreaterThanOrEqual(1);
    expect(Math.floor(inColumn) * layout.rowHeight).toBeLessThanOrEqual(Math.max(layout.bodyHeight, layout.rowHeight));
  });

  it('has no character below the smallest that a wall can show', () => {
    expect(Math.min(layout.rowText, layout.titleText, layout.footerText)).toBeGreaterThanOrEqual(SMALLEST_CHARACTER_PX);
  });
});

describe('the legibility budget', () => {
  it('is a 150th of the distance in LED pixels, a 100th for headlines, and never below 16', () => {
    expect(bodyCharacterPx(stage(1920, 1080, { pitchMm: 5, distanceM: 30 }))).toBe(40);
    expect(headlineCharacterPx(stage(1920, 1080, { pitchMm: 5, distanceM: 30 }))).toBe(60);
    expect(bodyCharacterPx(stage(192, 96, { pitchMm: 10, distanceM: 10 }))).toBe(16);
    expect(headlineCharacterPx(stage(192, 96, { pitchMm: 10, distanceM: 10 }))).toBe(16);
  });

  it('makes rows fewer, never smaller, when viewers stand farther away', () => {
    const near = layoutOf(stage(960, 480, { distanceM: 10 }));
    const far = layoutOf(stage(960, 480, { distanceM: 40 }));
    expect(far.rowText).toBeGreaterThan(near.rowText);
    expect(far.rowsPerPage).toBeLessThan(near.rowsPerPage);
  });

  const WALLS = [
    [1920, 1080],
    [3840, 2160],
    [1080, 1920],
    [2560, 720],
    [960, 480],
    [504, 336],
  ] as const;

  describe.each(WALLS)('on %i × %i', (width, height) => {
    it.each([
      [5, 15],
      [5, 40],
      [10, 30],
      [2.5, 10],
    ])('is kept by every text but the footer’s at P%f and %i m', (pitchMm, distanceM) => {
      const wall = stage(width, height, { pitchMm, distanceM });
      const { rowText, secondaryText, titleText, leastText, footerText } = layoutOf(wall);
      expect(Math.min(rowText, secondaryText, leastText)).toBeGreaterThanOrEqual(bodyCharacterPx(wall));
      expect(titleText).toBeGreaterThanOrEqual(headlineCharacterPx(wall));
      expect(footerText).toBeGreaterThanOrEqual(SMALLEST_CHARACTER_PX);
    });
  });

  it.each([
    [192, 96, 10, 30, 20],
    [192, 96, 10, 50, 34],
    [384, 192, 10, 60, 40],
    [1536, 128, 10, 90, 60],
    [1536, 64, 10, 50, 34],
  ])(
    'leaves fewer rows on a strip of %i × %i at P%i and %i m, each of %i px',
    (width, height, pitchMm, distanceM, px) => {
      const layout = layoutOf(stage(width, height, { pitchMm, distanceM }));
      expect(layout.rowText).toBeGreaterThanOrEqual(px);
      expect(layout.headerHeight + layout.bodyHeight).toBeLessThanOrEqual(height);
      expect(layout.titleText).toBeGreaterThanOrEqual(SMALLEST_CHARACTER_PX);
    },
  );

  it('gives the title of a strip up to the least character before a row', () => {
    const layout = layoutOf(stage(192, 96, { pitchMm: 10, distanceM: 100 }));
    expect(layout).toMatchObject({ rowsPerPage: 1, titleText: 16, headerHeight: 20, rowHeight: 76 });
  });
});

describe('small stages', () => {
  it('show a title and three rows on 192 × 96, without a footer', () => {
    expect(layoutOf(stage(192, 96, { pitchMm: 10, distanceM: 15 }))).toMatchObject({
      profile: 'strip',
      rowsPerPage: 3,
      footerHeight: 0,
      showSecondary: false,
    });
  });
});
