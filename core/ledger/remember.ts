import type { Ledger } from './ledger.ts';

/** Results kept of one ledger; previews of unsaved playlists ask for any number of different ones. */
const MOST_RESULTS = 1000;

/**
 * A pure function of (thing, key) that computes each key once per thing, for things that never change: what was computed
 * of them stays true. When a thing is forgotten, so are its results.
 * @param most results kept of one thing.
 */
export function rememberPer<S extends object, T>(
  compute: (subject: S, key: string) => T,
  most: number,
): (subject: S, key: string) => T {
  const results = new WeakMap<S, Map<string, T>>();
  return (subject, key) => {
    let known = results.get(subject);
    if (!known) results.set(subject, (known = new Map()));
    const result = known.get(key);
    if (result !== undefined || known.has(key)) return result as T;
    const computed = compute(subject, key);
    if (known.size >= most) known.clear();
    known.set(key, computed);
    return computed;
  };
}

/** `rememberPer` of ledgers. A hundred groups cost one computation. */
export const rememberPerLedger = <T>(
  compute: (ledger: Ledger, key: string) => T,
): ((ledger: Ledger, key: string) => T) => rememberPer(compute, MOST_RESULTS);
