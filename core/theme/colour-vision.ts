/** How people without one kind of cone see the colours of a theme, and whether the paces stay apart for them. */
import type { Label } from '../register/label.ts';
import { colourDifference } from './colour-difference.ts';
import { recoloured } from './recoloured.ts';
import { colourOf, lightOf, type Light } from './srgb.ts';
import type { ThemeTokens } from './tokens.ts';

export const COLOUR_VISIONS = {
  protanopia: { zh: '红色盲', en: 'Protanopia' },
  deuteranopia: { zh: '绿色盲', en: 'Deuteranopia' },
  tritanopia: { zh: '蓝色盲', en: 'Tritanopia' },
} as const satisfies Readonly<Record<string, Label>>;

export type ColourVision = keyof typeof COLOUR_VISIONS;

/**
 * For linear light, severity 1.0. Source: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation
 * of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), table 1.
 */
const SEEN: Readonly<Record<ColourVision, readonly Light[]>> = {
  protanopia: [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  deuteranopia: [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
  tritanopia: [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_9],
  ],
};

/** A colour `#RRGGBB` as it looks to somebody with this vision. */
export function seenColour(colour: string, vision: ColourVision): string {
  const [red, green, blue] = lightOf(colour);
  const [r = 0, g = 0, b = 0] = SEEN[vision].map(([x, y, z]) => x * red + y * green + z * blue);
  return colourOf([r, g, b]);
}

/** A theme as it looks to somebody with this vision. */
export const seenTokens = (tokens: ThemeTokens, vision: ColourVision): ThemeTokens =>
  recoloured(tokens, (colour) => seenColour(colour, vision));

/** Plain at a glance, in CIEDE2000: ten times what can just be seen side by side. */
export const PLAIN_DISTANCE = 10;

/** The colours of words about pace, which have to be told apart. */
const PACES = ['ahead', 'onTime', 'watch', 'behind'] as const;

/** Two paces with how far apart they look, in CIEDE2000. */
export interface PaceDistance {
  readonly one: (typeof PACES)[number];
  readonly other: (typeof PACES)[number];
  readonly distance: number;
}

/** The two paces that are the hardest to tell apart by their colours alone. */
export function nearestPaces(tokens: ThemeTokens): PaceDistance {
  const all = PACES.flatMap((one, index) =>
    PACES.slice(index + 1).map((other) => ({ one, other, distance: colourDifference(tokens[one], tokens[other]) })),
  );
  return all.reduce((nearest, each) => (each.distance < nearest.distance ? each : nearest));
}
