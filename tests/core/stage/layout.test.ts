import { describe, expect, it } from 'vitest';
import { bodyCharacterPx, layoutOf, profileOf, SMALLEST_CHARACTER_PX } from '../../../core/stage/layout.ts';
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
  it('is a 150th of the distance in LED pixels, and never below 16', () => {
    expect(bodyCharacterPx(stage(1920, 1080, { pitchMm: 5, distanceM: 30 }))).toBe(40);
    expect(bodyCharacterPx(stage(192, 96, { pitchMm: 10, distanceM: 10 }))).toBe(16);
  });

  it('makes rows fewer, never smaller, when viewers stand farther away', () => {
    const near = layoutOf(stage(960, 480, { distanceM: 10 }));
    const far = layoutOf(stage(960, 480, { distanceM: 40 }));
    expect(far.rowText).toBeGreaterThan(near.rowText);
    expect(far.rowsPerPage).toBeLessThan(near.rowsPerPage);
  });
});

describe('small stages', () => {
  it('show a title and three rows on 192 × 96, without a footer', () => {
    expect(layoutOf(stage(192, 96))).toMatchObject({
      profile: 'strip',
      rowsPerPage: 3,
      footerHeight: 0,
      showSecondary: false,
    });
  });
});
