import { compare, greatest, least, negate, whole, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import type { Bounded, Bounds } from './inputs.ts';
import type { Item } from './scheme.ts';

/**
 * Between what an item's points lie: 0 (or `min`) and its maximum (or `cap`); of penalties −cap (or −maximum) and 0.
 * @param max the item's maximum for the unit's profile.
 */
export function boundsOf({ part, min, cap }: Pick<Item, 'part' | 'min' | 'cap'>, max: Fraction): Bounds {
  const most = cap === 'none' ? undefined : cap === undefined ? max : amountOf(cap);
  const lowest = min === undefined ? undefined : amountOf(min);
  if (part !== 'penalty') return { low: lowest ?? whole(0), ...(most && { high: most }) };
  const low = most && lowest ? greatest(negate(most), lowest) : most ? negate(most) : lowest;
  return { ...(low && { low }), high: whole(0) };
}

/** Points within bounds, and whether a bound was met. */
export function bounded(points: Fraction, { low, high }: Bounds): Bounded {
  if (high && compare(points, high) > 0) return { points: least(points, high), state: 'capped' };
  if (low && compare(points, low) < 0) return { points: greatest(points, low), state: 'floored' };
  return { points, state: 'scored' };
}
