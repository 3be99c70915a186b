/** The stage's sizes and colours as CSS custom properties; nothing on a slide has another source. */
import type { Layout } from '../../core/stage/layout.ts';
import type { Stage } from '../../core/stage/stage.ts';
import type { Programme } from '../../core/programme/programme.ts';
import { greyTokens } from '../../core/theme/greyscale.ts';
import { THEMES, type ThemeTokens } from '../../core/theme/tokens.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function sizeVariables(stage: Stage, layout: Layout): Readonly<Record<string, string>> {
  const { unit, margin, headerHeight, bodyHeight, footerHeight } = layout;
  const sizes = {
    w: stage.width,
    h: stage.height,
    u: unit,
    margin,
    header: headerHeight,
    body: bodyHeight,
    footer: footerHeight,
    title: layout.titleText,
    row: layout.rowText,
    secondary: layout.secondaryText,
    small: layout.footerText,
    hero: layout.heroText,
    // Lines never thinner than a pixel, and two where the wall is coarse.
    hair: Math.max(1, Math.round(unit / 5)),
    line: Math.max(2, Math.round(unit / 2.7)),
  };
  return Object.fromEntries(Object.entries(sizes).map(([name, value]) => [`--${name}`, `${value}px`]));
}

export const colourVariables = (tokens: ThemeTokens): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--c-${kebab(name)}`, String(value)]));

/** The colours that a programme is drawn in: its own theme's or a shipped one's, in greys on days of mourning. */
export function tokensOn({ theme, tokens, greyscale }: Pick<Programme, 'theme' | 'tokens' | 'greyscale'>): ThemeTokens {
  const colours = tokens ?? THEMES[theme] ?? THEMES.red;
  return greyscale ? greyTokens(colours) : colours;
}
