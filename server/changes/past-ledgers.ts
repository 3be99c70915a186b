import { EMPTY_LEDGER, fold, type Ledger } from '../../core/ledger/ledger.ts';
import type { Log } from './log.ts';

/** Past ledgers kept in memory: people who compare look at two or three dates again and again. */
const MOST_KEPT = 6;

/**
 * Ledgers as they were after a change. Each is folded from the nearest earlier one that is still kept, so that
 * walking forward through time costs each change once.
 */
export function createPastLedgers(log: Pick<Log, 'read'>, current: () => Ledger): (seq: number) => Ledger {
  const kept: Ledger[] = [];
  return (seq) => {
    const now = current();
    if (seq >= now.revision) return now;
    const index = kept.findIndex(({ revision }) => revision === seq);
    const earlier = kept.filter(({ revision }) => revision < seq);
    const start = earlier.reduce((best, each) => (each.revision > best.revision ? each : best), EMPTY_LEDGER);
    const found = kept[index] ?? fold(start, log.read({ after: start.revision, through: seq }));
    if (index >= 0) kept.splice(index, 1);
    kept.unshift(found);
    kept.length = Math.min(kept.length, MOST_KEPT);
    return found;
  };
}
