import { describe, expect, it } from 'vitest';
import { contrast } from '../../../core/theme/contrast.ts';
import { THEMES, type ThemeTokens } from '../../../core/theme/tokens.ts';
import type { ThemeName } from '../../../core/theme/theme-name.ts';

type Pair = readonly [front: keyof ThemeTokens, back: keyof ThemeTokens];

const GROUNDS = ['background', 'backgroundGlow', 'backgroundDeep', 'panel', 'panelDeep'] as const;
const onGrounds = (...fronts: (keyof ThemeTokens)[]): readonly Pair[] =>
  fronts.flatMap((front) => GROUNDS.map((back): Pair => [front, back]));

const BODY: readonly Pair[] = [
  ...onGrounds('text'),
  ['muted', 'background'],
  ['muted', 'panel'],
  ['muted', 'panelDeep'],
];
const LARGE: readonly Pair[] = [
  ...onGrounds('muted', 'title', 'titleDeep', 'ahead', 'onTime', 'watch', 'behind'),
  ['honourText', 'honour'],
  ['honourText', 'honourDeep'],
  ['severeText', 'severePlate'],
  ['mark', 'track'],
];

const tooFaint = (theme: ThemeTokens, pairs: readonly Pair[], least: number): string[] =>
  pairs
    .filter(([front, back]) => contrast(theme[front], theme[back]) < least)
    .map(([front, back]) => `${front} on ${back}: ${contrast(theme[front], theme[back]).toFixed(2)}`);

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, whatever the order', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#FFFFFF', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#7A0C10', '#7A0C10')).toBe(1);
  });

  it('agrees with the published ratio of pure red on black', () => {
    expect(contrast('#FF0000', '#000000')).toBeCloseTo(5.25, 1);
  });
});

describe.each(Object.keys(THEMES) as ThemeName[])('the %s theme', (name) => {
  it('keeps body text at 7:1', () => expect(tooFaint(THEMES[name], BODY, 7)).toEqual([]));
  it('keeps every word and shape at 4.5:1', () => expect(tooFaint(THEMES[name], LARGE, 4.5)).toEqual([]));
  it('has only opaque six-digit colours', () => {
    expect(Object.values(THEMES[name]).filter((value) => !/^#[0-9A-F]{6}$/.test(value))).toEqual([]);
  });
});
