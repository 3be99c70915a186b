/** Themes in greys, for days of mourning. */
import { luminance } from './contrast.ts';
import { recoloured } from './recoloured.ts';
import { colourOf } from './srgb.ts';
import type { ThemeTokens } from './tokens.ts';

/** The grey as light as a colour `#RRGGBB`. */
export function greyOf(colour: string): string {
  const light = luminance(colour);
  return colourOf([light, light, light]);
}

/**
 * A theme in greys of the same luminance: contrast stays what it was, up to the rounding of a grey. Paces are then
 * told by shape and word.
 */
export const greyTokens = (tokens: ThemeTokens): ThemeTokens => recoloured(tokens, greyOf);
