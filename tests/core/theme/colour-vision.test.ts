import { describe, expect, it } from 'vitest';
import { PACE_WORDS } from '../../../core/metrics/pace-words.ts';
import { colourDifference, labDifference, labOf, type Lab } from '../../../core/theme/colour-difference.ts';
import {
  COLOUR_VISIONS,
  nearestPaces,
  PLAIN_DISTANCE,
  seenColour,
  seenTokens,
  type ColourVision,
} from '../../../core/theme/colour-vision.ts';
import { greyTokens } from '../../../core/theme/greyscale.ts';
import { THEME_NAMES, type ThemeName } from '../../../core/theme/theme-name.ts';
import { THEMES } from '../../../core/theme/tokens.ts';

const VISIONS = Object.keys(COLOUR_VISIONS) as ColourVision[];
const NAMES = Object.keys(THEME_NAMES) as ThemeName[];

describe('the difference of two colours', () => {
  // Test data published with the formula: Sharma, Wu, Dalal (2005), table 1.
  it.each<readonly [Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [61, -5, 29], 22.8977],
    [[50, 2.5, 0], [56, -27, -3], 31.903],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ])('of %j and %j is %d', (one, other, published) => {
    expect(labDifference(one, other)).toBeCloseTo(published, 4);
    expect(labDifference(other, one)).toBeCloseTo(published, 4);
  });

  it('is none between equals, and all of the lightness between black and white', () => {
    expect(colourDifference('#7A0C10', '#7A0C10')).toBe(0);
    expect(colourDifference('#000000', '#FFFFFF')).toBeCloseTo(100, 2);
    expect(labOf('#808080')[1]).toBeCloseTo(0, 2);
  });
});

const redFromGreen = (vision: ColourVision): number =>
  colourDifference(seenColour('#B05050', vision), seenColour('#6A7A3A', vision));

describe('seen without one kind of cone', () => {
  it.each(VISIONS)('greys stay greys (%s)', (vision) => {
    for (const grey of ['#000000', '#808080', '#FFFFFF']) expect(seenColour(grey, vision)).toBe(grey);
  });

  it('red and green become alike for those who lack the green cones, and stay apart for those who lack the blue', () => {
    expect(redFromGreen('deuteranopia')).toBeLessThan(10);
    expect(redFromGreen('tritanopia')).toBeGreaterThan(30);
  });
});

describe.each(NAMES)('the paces of the %s theme', (name) => {
  it('are told apart by their colours alone', () => {
    expect(nearestPaces(THEMES[name]).distance).toBeGreaterThanOrEqual(PLAIN_DISTANCE);
  });

  it.each(VISIONS)('are told apart with %s', (vision) => {
    expect(nearestPaces(seenTokens(THEMES[name], vision)).distance).toBeGreaterThanOrEqual(PLAIN_DISTANCE);
  });
});

it('greys do not tell paces apart: then every pace has a shape and a word of its own', () => {
  expect(nearestPaces(greyTokens(THEMES.red)).distance).toBeLessThan(PLAIN_DISTANCE);
  const told = (['ahead', 'onTime', 'watch', 'behind'] as const).map((pace) => PACE_WORDS[pace]);
  expect(new Set(told.map(({ sign }) => sign)).size).toBe(4);
  for (const locale of ['zh', 'en'] as const) expect(new Set(told.map(({ label }) => label[locale])).size).toBe(4);
});
