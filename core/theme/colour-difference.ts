/** How far apart two colours look: CIEDE2000 in CIELAB under D65. */
import { lightOf, type Light } from './srgb.ts';

/** Lightness from 0 to 100, and the two axes green-red and blue-yellow. */
export type Lab = readonly [lightness: number, a: number, b: number];

/** From linear sRGB to CIE XYZ, each row divided by the white of D65 (IEC 61966-2-1). */
const TO_XYZ: readonly Light[] = [
  [0.433_953, 0.376_219, 0.189_828],
  [0.212_671, 0.715_16, 0.072_169],
  [0.017_758, 0.109_477, 0.872_766],
];

const shaped = (share: number): number =>
  share > 216 / 24_389 ? Math.cbrt(share) : ((24_389 / 27) * share + 16) / 116;

/** CIELAB of `#RRGGBB`. */
export function labOf(colour: string): Lab {
  const [red, green, blue] = lightOf(colour);
  const [x = 0, y = 0, z = 0] = TO_XYZ.map(([r, g, b]) => shaped(r * red + g * green + b * blue));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RADIANS = Math.PI / 180;
const cos = (degrees: number): number => Math.cos(degrees * RADIANS);
const sin = (degrees: number): number => Math.sin(degrees * RADIANS);
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS + 360) % 360);
/** Greys are told apart more finely than strong colours. */
const sevenths = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

const hueStep = (from: number, to: number): number => {
  const step = to - from;
  return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
};

const meanHue = (one: number, other: number): number => {
  if (Math.abs(one - other) <= 180) return (one + other) / 2;
  return (one + other + (one + other < 360 ? 360 : -360)) / 2;
};

/**
 * CIEDE2000 with all weights 1: about 1 can just be seen side by side, 10 is plain at a glance.
 * Source: Sharma, Wu, Dalal, "The CIEDE2000 color-difference formula", Color Research and Application 30 (2005).
 */
export function labDifference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - sevenths((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [chroma1, chroma2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [hue1, hue2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const coloured = chroma1 * chroma2 > 0;
  const chroma = (chroma1 + chroma2) / 2;
  const hue = coloured ? meanHue(hue1, hue2) : hue1 + hue2;
  const turned = coloured ? 2 * Math.sqrt(chroma1 * chroma2) * sin(hueStep(hue1, hue2) / 2) : 0;
  const middle = ((l1 + l2) / 2 - 50) ** 2;
  const t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
  const byLightness = (l2 - l1) / (1 + (0.015 * middle) / Math.sqrt(20 + middle));
  const byChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma);
  const byHue = turned / (1 + 0.015 * chroma * t);
  const rotation = -2 * sevenths(chroma) * sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)));
  return Math.sqrt(byLightness ** 2 + byChroma ** 2 + byHue ** 2 + rotation * byChroma * byHue);
}

/** CIEDE2000 of two colours `#RRGGBB`. */
export const colourDifference = (one: string, other: string): number => labDifference(labOf(one), labOf(other));
