/** Long computations one at a time and in pieces, so that other requests and screens come in between. */
import { setImmediate } from 'node:timers/promises';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Stepwise } from '../../core/stepwise.ts';
import { problem } from './problem.ts';

/** Who comes after so many waits no longer: it would take minutes. */
const MOST_WAITING = 60;

/** Results kept of one ledger. */
const MOST_KEPT = 200;

export interface Turns<T> {
  /**
   * The result, worked out once per ledger and key however many ask for it.
   * @throws Problem busy when too many others wait; whatever the computation throws.
   */
  readonly of: (ledger: Ledger, key: string, work: () => Stepwise<T>) => Promise<T>;
  /** The same without keeping anything. @throws Problem busy */
  readonly once: (work: () => Stepwise<T>) => Promise<T>;
}

/** One line of computations, which wait for each other. */
export function createTurns<T>(): Turns<T> {
  const known = new WeakMap<Ledger, Map<string, Promise<T>>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  const run = async (work: () => Stepwise<T>, before: Promise<unknown>): Promise<T> => {
    await before.catch(() => undefined);
    await setImmediate();
    const pieces = work();
    for (;;) {
      const piece = pieces.next();
      if (piece.done === true) return piece.value;
      await setImmediate();
    }
  };

  const inLine = async (work: () => Stepwise<T>): Promise<T> => {
    if (waiting >= MOST_WAITING) throw problem('busy');
    waiting += 1;
    const result = run(work, last).finally(() => void (waiting -= 1));
    last = result;
    return result;
  };

  return {
    once: inLine,
    of: async (ledger, key, work) => {
      const results = known.get(ledger) ?? new Map<string, Promise<T>>();
      known.set(ledger, results);
      const started = results.get(key) ?? inLine(work);
      if (results.size >= MOST_KEPT) results.clear();
      results.set(key, started);
      try {
        return await started;
      } catch (error) {
        results.delete(key);
        throw error;
      }
    },
  };
}
