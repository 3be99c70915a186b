import { describe, expect, it } from 'vitest';
import { REGISTERS } from '../../../core/registers/index.ts';
import { checkTheme, measuredPairs, PAIRS, ratioText } from '../../../core/theme/check-theme.ts';
import { greyTokens } from '../../../core/theme/greyscale.ts';
import { tokensOf } from '../../../core/theme/own-theme.ts';
import { TOKEN_GROUPS, TOKEN_LABELS } from '../../../core/theme/token-groups.ts';
import { THEME_NAMES, type ThemeName } from '../../../core/theme/theme-name.ts';
import { THEMES } from '../../../core/theme/tokens.ts';

const NAMES = Object.keys(THEME_NAMES) as ThemeName[];

describe.each(NAMES)('the %s theme', (name) => {
  it('can be read in all its pairs', () => {
    expect(checkTheme(THEMES[name]).map(({ label }) => label.en)).toEqual([]);
  });

  it('can be read in greys, which are as light as the colours were', () => {
    const greys = greyTokens(THEMES[name]);
    expect(checkTheme(greys).map(({ label }) => label.en)).toEqual([]);
    expect(Object.values(greys).filter((grey) => !/^#([0-9A-F]{2})\1\1$/.test(grey))).toEqual([]);
    const before = measuredPairs(THEMES[name]);
    measuredPairs(greys).forEach(({ ratio }, index) => {
      expect(Math.abs(ratio / (before[index]?.ratio ?? 0) - 1)).toBeLessThan(0.04);
    });
  });

  it('has only opaque six-digit colours', () => {
    expect(Object.values(THEMES[name]).filter((value) => !/^#[0-9A-F]{6}$/.test(value))).toEqual([]);
  });
});

describe('the check of a theme', () => {
  it('says which two colours are too close, by how much, in both languages', () => {
    const faint = checkTheme(tokensOf('blue', { muted: '#2B4A7A' }));
    expect(new Set(faint.map(({ front }) => front))).toEqual(new Set(['muted']));
    expect(faint.find(({ back }) => back === 'panel')?.label).toEqual({
      zh: '次要文字 #2B4A7A 在面板亮端 #06183A 上：对比度 1.9，至少要 7',
      en: 'Secondary text #2B4A7A on panel, light end #06183A: contrast 1.9, at least 7',
    });
  });

  it('does not round a contrast up to the least', () => {
    expect(ratioText(6.96)).toBe('6.9');
    expect(ratioText(7)).toBe('7.0');
  });

  it('looks at every token that carries meaning: all but the rays and the ends of accents', () => {
    const met = new Set(PAIRS.flatMap(({ front, back }) => [front, back]));
    const unmet = Object.keys(THEMES.red).filter((token) => !met.has(token as keyof typeof THEMES.red));
    expect(unmet).toEqual(['ray', 'accentDeep']);
  });
});

const problemsOf = (tokens: Record<string, string>): readonly string[] =>
  (REGISTERS.themes.consistent?.({ name: '试', base: 'red', tokens }) ?? []).map(({ path, code }) => `${path}:${code}`);

describe('the register of own themes', () => {
  it('takes what differs from its base and can be read', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ title: '#FFE9B8' })).toEqual([]);
  });

  it('refuses body text that cannot be read, and says which', () => {
    expect(new Set(problemsOf({ text: '#B06060' }))).toEqual(new Set(['tokens.text:too-faint']));
  });

  it('leaves large words and shapes to the office, which is warned', () => {
    const tokens = { title: '#B06060' };
    expect(checkTheme(tokensOf('red', tokens))).not.toEqual([]);
    expect(problemsOf(tokens)).toEqual([]);
  });
});

it('names and groups every token once', () => {
  const tokens = Object.keys(THEMES.red).sort();
  expect(Object.keys(TOKEN_LABELS).sort()).toEqual(tokens);
  expect(TOKEN_GROUPS.flatMap((group) => group.tokens).sort()).toEqual(tokens);
});
