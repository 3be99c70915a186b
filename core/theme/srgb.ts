/** Colours as `#RRGGBB` and as amounts of light: the transfer function of sRGB (IEC 61966-2-1). */

/** Red, green and blue light, linear, each from 0 to 1. */
export type Light = readonly [red: number, green: number, blue: number];

const toLight = (value: number): number => {
  const share = value / 255;
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const toValue = (light: number): number => {
  const held = Math.min(1, Math.max(0, light));
  return Math.round(255 * (held <= 0.003_130_8 ? held * 12.92 : 1.055 * held ** (1 / 2.4) - 0.055));
};

const part = (colour: string, at: number): number => toLight(Number.parseInt(colour.slice(at, at + 2), 16));

/** The light of `#RRGGBB`. */
export const lightOf = (colour: string): Light => [part(colour, 1), part(colour, 3), part(colour, 5)];

/** `#RRGGBB` of a light; amounts beyond what a screen has are cut to it. */
export const colourOf = (light: Light): string =>
  `#${light.map((each) => toValue(each).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
