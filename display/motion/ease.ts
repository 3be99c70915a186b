const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The share of a span that has passed, from 0 to 1; a span of no length has passed at once. */
export const passed = (time: number, from: number, length: number): number =>
  length <= 0 ? (time >= from ? 1 : 0) : clamp((time - from) / length);

export const easeOut = (share: number): number => 1 - (1 - share) ** 3;

export const easeInOut = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2);

export const between = (from: number, to: number, share: number): number => from + (to - from) * share;
