import { compare, showRate, type Fraction, type ShownRate } from '../exact.ts';

export interface Rankable {
  readonly id: string;
  /** Null is not ranked: a state of its own, not the last place. */
  readonly rate: Fraction | null;
  /** Decides the order, not the rank, among equal rates. */
  readonly order: number;
}

export interface Ranked<T> {
  readonly item: T;
  /** From 1; equal exact rates share a rank and none is skipped after them (1, 2, 2, 3). Null is not ranked. */
  readonly rank: number | null;
}

/** Items in ranking order, highest exact rate first, then what is not ranked; dense ranks. */
export function rankByRate<T extends Rankable>(items: readonly T[]): readonly Ranked<T>[] {
  const byOrder = (a: T, b: T): number => a.order - b.order || (a.id < b.id ? -1 : 1);
  const sorted = [...items].sort((a, b) => {
    if (a.rate && b.rate) return compare(b.rate, a.rate) || byOrder(a, b);
    return a.rate ? -1 : b.rate ? 1 : byOrder(a, b);
  });
  let rank = 0;
  let previous: Fraction | null = null;
  return sorted.map((item) => {
    if (!item.rate) return { item, rank: null };
    if (!previous || compare(previous, item.rate) !== 0) rank += 1;
    previous = item.rate;
    return { item, rank };
  });
}

/** Decimals beyond which rates that look alike are left so. */
const MOST_DECIMALS = 4;

/** The texts that stand for rates that differ. */
const clashingTexts = (
  rates: readonly (Fraction | null)[],
  shown: readonly ({ readonly text: string } | null)[],
): ReadonlySet<string> => {
  const firstWith = new Map<string, Fraction>();
  const clashing = new Set<string>();
  rates.forEach((rate, index) => {
    const text = shown[index]?.text;
    if (!rate || text === undefined) return;
    const first = firstWith.get(text);
    if (!first) firstWith.set(text, rate);
    else if (compare(first, rate) !== 0) clashing.add(text);
  });
  return clashing;
};

/**
 * Values as they are printed: those whose texts agree although they differ get further decimals, so that the public can
 * see why one stands above the other.
 * @param decimals to begin with.
 */
export function tellApart<S extends { readonly text: string }>(
  values: readonly (Fraction | null)[],
  show: (value: Fraction, decimals: number) => S,
  decimals: number,
): readonly (S | null)[] {
  const shown = values.map((value) => value && show(value, decimals));
  for (let further = decimals + 1; further <= MOST_DECIMALS; further += 1) {
    const clashing = clashingTexts(values, shown);
    if (clashing.size === 0) break;
    values.forEach((value, index) => {
      if (value && clashing.has(shown[index]?.text ?? '')) shown[index] = show(value, further);
    });
  }
  return shown;
}

/** The rates of a ranking as they are printed. */
export const showRankedRates = (rates: readonly (Fraction | null)[]): readonly (ShownRate | null)[] =>
  tellApart(rates, showRate, 1);

/** How a rank moved against the baseline (M24 位次变化). */
export type RankChange = { readonly kind: 'up' | 'down'; readonly by: number } | { readonly kind: 'same' | 'new' };

/** `previous` is undefined for what was not in the baseline, null for what was there without a rank. */
export function rankChange(previous: number | null | undefined, current: number | null): RankChange | null {
  if (current === null) return null;
  if (previous === undefined || previous === null) return { kind: 'new' };
  if (previous === current) return { kind: 'same' };
  return { kind: current < previous ? 'up' : 'down', by: Math.abs(previous - current) };
}
