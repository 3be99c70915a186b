/** An own theme as it is edited: each edit makes a new set of tokens. */
import { measuredPairs, type MeasuredPair } from '../../core/theme/check-theme.ts';
import { COLOUR_VISIONS, seenTokens, type ColourVision } from '../../core/theme/colour-vision.ts';
import { greyTokens } from '../../core/theme/greyscale.ts';
import type { OwnTokens } from '../../core/theme/own-theme.ts';
import type { Token } from '../../core/theme/token-groups.ts';
import type { ThemeTokens } from '../../core/theme/tokens.ts';

/** The colour that a typed text means, `7a0c10` or `#7A0C10`; null where it is none. */
export function typedColour(text: string): string | null {
  const [, digits] = /^#?([0-9A-Fa-f]{6})$/.exec(text.trim()) ?? [];
  return digits === undefined ? null : `#${digits.toUpperCase()}`;
}

/** A token bound to a colour; the base's own colour binds nothing. */
export function withColour(own: OwnTokens, base: ThemeTokens, token: Token, colour: string): OwnTokens {
  const { [token]: _, ...others } = own;
  return base[token] === colour ? others : { ...others, [token]: colour };
}

/** The pairs in which a token stands in front. */
export const pairsOf = (tokens: ThemeTokens, token: Token): readonly MeasuredPair[] =>
  measuredPairs(tokens).filter(({ front }) => front === token);

/** Whose eyes the preview is looked at with, or in greys. */
export type Look = 'everybody' | ColourVision | 'greyscale';

export const LOOKS: readonly Look[] = ['everybody', ...(Object.keys(COLOUR_VISIONS) as ColourVision[]), 'greyscale'];

/** A theme as it is seen so. */
export function lookedAt(tokens: ThemeTokens, look: Look): ThemeTokens {
  if (look === 'everybody') return tokens;
  return look === 'greyscale' ? greyTokens(tokens) : seenTokens(tokens, look);
}
