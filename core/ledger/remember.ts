import type { Ledger } from './ledger.ts';

/** Results kept of one ledger; previews of unsaved playlists ask for any number of different ones. */
const MOST_RESULTS = 1000;

/**
 * A pure function of (ledger, key) that computes each key once per ledger. A ledger never changes, so what was
 * computed of it stays true; when a ledger is forgotten, so are its results. A hundred groups cost one computation.
 */
export function rememberPerLedger<T>(compute: (ledger: Ledger, key: string) => T): (ledger: Ledger, key: string) => T {
  const results = new WeakMap<Ledger, Map<string, T>>();
  return (ledger, key) => {
    let known = results.get(ledger);
    if (!known) results.set(ledger, (known = new Map()));
    const result = known.get(key);
    if (result !== undefined || known.has(key)) return result as T;
    const computed = compute(ledger, key);
    if (known.size >= MOST_RESULTS) known.clear();
    known.set(key, computed);
    return computed;
  };
}
