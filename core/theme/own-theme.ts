/** Themes that an office makes of a shipped one. */
import { fail, isObject, ok, type Result } from '../result.ts';
import { THEMES, type ThemeTokens } from './tokens.ts';
import type { ThemeName } from './theme-name.ts';

/** Tokens that differ from those of the theme underneath. */
export type OwnTokens = Partial<ThemeTokens>;

const COLOUR = /^#[0-9A-Fa-f]{6}$/;

/** Tokens from a form or the wire, or the first thing that is wrong with them. */
export function checkTokens(value: unknown): Result<OwnTokens, string> {
  if (!isObject(value)) return fail('must be an object');
  const tokens: Record<string, string> = {};
  for (const [name, colour] of Object.entries(value)) {
    if (!Object.prototype.hasOwnProperty.call(THEMES.red, name)) return fail(`there is no token ${name}`);
    if (typeof colour !== 'string' || !COLOUR.test(colour)) return fail(`${name} must be a colour like #7A0C10`);
    tokens[name] = colour.toUpperCase();
  }
  return ok(tokens);
}

/** All tokens of an own theme. */
export const tokensOf = (base: ThemeName, own: OwnTokens): ThemeTokens => ({ ...THEMES[base], ...own });
