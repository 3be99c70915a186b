import { THEMES, type ThemeTokens } from './tokens.ts';

/** Every token of a theme led through one change of colour. */
export function recoloured(tokens: ThemeTokens, change: (colour: string) => string): ThemeTokens {
  const changed: Record<string, string> = {};
  for (const [name, colour] of Object.entries(tokens)) changed[name] = change(colour);
  // The base only says to the compiler that no token is missing.
  return { ...THEMES.red, ...changed };
}
