/**
 * Exact arithmetic for rates. Ranks and comparisons never use floating point: two units whose printed
 * rates agree may still differ, and the public asks why.
 */

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction of whole numbers, or null where the denominator is 0 (a rate without a base). */
export function fraction(numerator: number | bigint, denominator: number | bigint): Fraction | null {
  const bottom = BigInt(denominator);
  if (bottom === 0n) return null;
  const top = BigInt(numerator);
  return bottom < 0n ? { numerator: -top, denominator: -bottom } : { numerator: top, denominator: bottom };
}

export const subtract = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator - b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** A whole number as a fraction. */
export const whole = (value: number | bigint): Fraction => ({ numerator: BigInt(value), denominator: 1n });

/** The same value in lowest terms: long sums of fractions keep short numbers. */
export function reduced({ numerator, denominator }: Fraction): Fraction {
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator;
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { numerator: numerator / a, denominator: denominator / a } : { numerator, denominator };
}

/** The sum, in lowest terms. */
export const add = (a: Fraction, b: Fraction): Fraction =>
  reduced({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  });

/** The sum of all, in lowest terms; 0 of none. */
export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(add, whole(0));

/** The product, in lowest terms. */
export const multiply = (a: Fraction, b: Fraction): Fraction =>
  reduced({ numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator });

/** The quotient, in lowest terms; null where `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  const quotient = fraction(a.numerator * b.denominator, a.denominator * b.numerator);
  return quotient && reduced(quotient);
}

/** `a` with the other sign. */
export const negate = ({ numerator, denominator }: Fraction): Fraction => ({ numerator: -numerator, denominator });

/** The smaller of two. */
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** The larger of two. */
export const greatest = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/**
 * The exact value of a number of at most six decimals, or of a fraction written `2/3` with up to 15 digits on both
 * sides; null for anything else.
 */
export function parseExact(value: unknown): Fraction | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return whole(value);
  if (typeof value === 'number') {
    const [, sign = '', ahead = '', decimals = ''] = /^(-?)(\d{1,15})\.(\d{1,6})$/.exec(String(value)) ?? [];
    const scale = 10n ** BigInt(decimals.length);
    return ahead === '' ? null : reduced({ numerator: BigInt(`${sign}${ahead}${decimals}`), denominator: scale });
  }
  const match = typeof value === 'string' ? /^(-?\d{1,15})\/([1-9]\d{0,14})$/.exec(value) : null;
  return match ? reduced({ numerator: BigInt(match[1] ?? ''), denominator: BigInt(match[2] ?? '') }) : null;
}

/** Negative when `a` is smaller, 0 when equal, positive when `a` is larger; by cross-multiplication. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `value` × 10^decimals, rounded half away from zero (四舍五入, as Excel's ROUND). */
export function roundScaled(value: Fraction, decimals: number): bigint {
  const scaled = value.numerator * 10n ** BigInt(decimals);
  const sign = scaled < 0n ? -1n : 1n;
  const magnitude = scaled * sign;
  return sign * ((magnitude * 2n + value.denominator) / (value.denominator * 2n));
}

/** Decimal text of a scaled integer: `scaledText(1401n, 1)` is `140.1`. */
export function scaledText(scaled: bigint, decimals: number): string {
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return negative ? `-${text}` : text;
}

/** Decimal text of a fraction, rounded once. */
export const fractionText = (value: Fraction, decimals: number): string =>
  scaledText(roundScaled(value, decimals), decimals);

/** The nearest floating-point number, good to about nine digits: for drawing, never for ranking. */
export const toNumber = (value: Fraction): number => Number(roundScaled(value, 9)) / 1e9;

const times100 = (value: Fraction): Fraction => ({
  numerator: value.numerator * 100n,
  denominator: value.denominator,
});

/** A rate as it is shown and as it is compared. */
export interface ShownRate {
  /** In percent, for drawing. */
  readonly value: number;
  /** In percent without the sign, rounded once, e.g. `140.1`. */
  readonly text: string;
  /** The exact rate as `numerator/denominator`. */
  readonly exact: string;
  /** The rate is below 100 % but would round to 100: the text was lowered (99.96 % reads 99.9). */
  readonly clampedBelowTarget?: true;
}

/**
 * A rate in percent with `decimals` places. What is not complete is never shown as complete: a rate below
 * 100 that rounds to 100 is shown one step lower and marked.
 */
export function showRate(rate: Fraction, decimals = 1): ShownRate {
  const percent = times100(rate);
  const rounded = roundScaled(percent, decimals);
  const target = 100n * 10n ** BigInt(decimals);
  const clamped = rounded === target && compare(percent, { numerator: 100n, denominator: 1n }) < 0;
  return {
    value: toNumber(percent),
    text: scaledText(clamped ? rounded - 1n : rounded, decimals),
    exact: `${rate.numerator}/${rate.denominator}`,
    ...(clamped ? { clampedBelowTarget: true as const } : {}),
  };
}

/** A difference between two rates, in percentage points. */
export interface ShownPoints {
  readonly value: number;
  /** With its sign, e.g. `+13.8`, `-0.3`, `0.0`. */
  readonly text: string;
}

/**
 * Percentage points between two rates, computed exactly and rounded once. A shortfall that rounds to zero
 * is shown as the smallest step below zero, so that "behind" never reads 0.0.
 */
export function showPoints(difference: Fraction, decimals = 1): ShownPoints {
  const points = times100(difference);
  const rounded = roundScaled(points, decimals);
  const shown = rounded === 0n && points.numerator < 0n ? -1n : rounded;
  const text = scaledText(shown, decimals);
  return { value: toNumber(points), text: shown > 0n ? `+${text}` : text };
}
