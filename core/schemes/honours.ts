/** Red and black boards (红黑榜): what the rules of a scheme propose. Public only after a signature of its own. */
import type { Ledger } from '../ledger/ledger.ts';
import type { IsoDate } from '../time.ts';
import type { Honours } from './scheme.ts';
import type { Distinction } from './distinction.ts';

/** A unit as the rules see it. */
export interface Candidate {
  readonly unit: string;
  /** Among those that it is ranked with; null is not ranked. */
  readonly rank: number | null;
  /** Whether it met the target; null where the target's measure has no base. */
  readonly met: boolean | null;
  /** Accepted force majeure. */
  readonly exempt: boolean;
  /** A veto that keeps it off the red board. */
  readonly noRed: boolean;
}

/** Units that stand strictly behind a rank. */
const behind = (candidates: readonly Candidate[], rank: number): number =>
  candidates.filter((each) => each.rank !== null && each.rank > rank).length;

/**
 * What the rules propose for each unit of one ranking. Honour: met the target and stands up to the rank. Warning: missed
 * the target, not for accepted force majeure, and is among the last. All who share the rank at the border are in. A unit
 * without a rank, or judged alone, gets neither. Whether a group is small is told by the units that can be on a board:
 * ranked, and with a base of the target; one that is excused counts, for it is excused from the warning only. A place
 * that a unit without a base takes in the ranking stays taken.
 */
export function distinctionsOf(candidates: readonly Candidate[], rules: Honours): ReadonlyMap<string, Distinction> {
  const size = candidates.filter(({ rank, met }) => rank !== null && met !== null).length;
  const upTo = size < rules.red.smallBelow ? rules.red.small : rules.red.rank;
  const last = size < rules.black.smallBelow ? rules.black.small : rules.black.last;
  const distinctionOf = ({ rank, met, exempt, noRed }: Candidate): Distinction => {
    if (rank === null || met === null || size < 2) return 'none';
    if (met) return rank <= upTo && !noRed ? 'honour' : 'none';
    return behind(candidates, rank) < last && !exempt ? 'warning' : 'none';
  };
  return new Map(candidates.map((each) => [each.unit, distinctionOf(each)]));
}

/** Whether an accepted force majeure of the unit holds on the day. */
export const isExempt = ({ tables }: Ledger, unit: string, on: IsoDate): boolean =>
  [...tables.exemptions.values()].some((each) => each.unit === unit && each.from <= on && on <= each.until);
