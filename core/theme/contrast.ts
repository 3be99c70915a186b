/** Contrast of colours as WCAG 2 defines it, for the check that keeps every theme readable. */
import { lightOf } from './srgb.ts';

/** Relative luminance of `#RRGGBB`, from 0 to 1. */
export function luminance(colour: string): number {
  const [red, green, blue] = lightOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, from 1 (equal) to 21 (black and white). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}
