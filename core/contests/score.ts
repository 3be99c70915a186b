/** What a unit scores in a contest. */
import { boardContext } from '../boards/board.ts';
import { roundScaled, type Fraction } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { MEASURES } from '../measures/index.ts';
import { shownFiguresAt } from '../metrics/figures.ts';
import type { ContestMetric } from '../registers/contests.ts';
import { schemeInForce } from '../schemes/in-force.ts';
import { scoresAt } from '../schemes/scores-at.ts';
import type { IsoDate } from '../time.ts';

const HUNDREDTHS = 2;
const PERCENT_HUNDREDTHS = 4;

/** The most that the register holds. */
const MOST_HUNDREDTHS = 100_000n;

const hundredths = (value: Fraction, decimals: number): number | null => {
  const scaled = roundScaled(value, decimals);
  return scaled < 0n || scaled > MOST_HUNDREDTHS ? null : Number(scaled);
};

/**
 * A unit's score in hundredths of a point at a date: a rate scores its percentage (100 % is 100.00), a count one point
 * each, the scheme its total; rounded once, half away from zero. Null where the metric has no base or no room.
 */
export function contestScore(ledger: Ledger, metric: ContestMetric, unit: string, asOf: IsoDate): number | null {
  const context = boardContext(ledger, asOf);
  if (!context) return null;
  if (metric === 'schemeScore') {
    const inForce = schemeInForce(ledger, asOf);
    const total = inForce && scoresAt(ledger, inForce.id, asOf)?.byUnit.get(unit)?.total;
    return total ? hundredths(total, HUNDREDTHS) : null;
  }
  const measure = MEASURES[metric];
  const { value } = measure.of(context, { kind: 'unit', unit });
  return value && hundredths(value, measure.unit === 'rate' ? PERCENT_HUNDREDTHS : HUNDREDTHS);
}

/** The newest report that a unit's figures at a date rest on; null where there is none. */
export const newestReport = (ledger: Ledger, unit: string, asOf: IsoDate): IsoDate | null =>
  shownFiguresAt(ledger, asOf).reduce<IsoDate | null>(
    (newest, { project, reportedAsOf }) =>
      project.leadUnit === unit && reportedAsOf !== null && (newest === null || reportedAsOf > newest)
        ? reportedAsOf
        : newest,
    null,
  );
