/** Who meets whom (对手赛配对). */
import { boardContext } from '../boards/board.ts';
import { unitRanksAt } from '../boards/unit-ranking.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';

/** Two units that meet; without a second one the first has a bye (轮空). */
export interface Pair {
  readonly first: string;
  readonly second?: string;
}

/** Neighbours of a list meet: the first and the second, the third and the fourth …; an odd last one has a bye. */
export function pairNeighbours(units: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let at = 0; at < units.length; at += 2) {
    const [first = '', second] = units.slice(at, at + 2);
    pairs.push(second === undefined ? { first } : { first, second });
  }
  return pairs;
}

/** Units of a group in the order of their completion rate (M1) at a date; those without a rank do not take part. */
export function unitsByRank(ledger: Ledger, group: UnitGroup, asOf: IsoDate): readonly string[] {
  const context = boardContext(ledger, asOf);
  if (!context) return [];
  return [...unitRanksAt(context, group, asOf)].flatMap(([unit, rank]) => (rank === null ? [] : [unit]));
}

/** Units that have a contest in a round of a season already. */
export const pairedUnits = ({ tables }: Ledger, season: string, round: number): ReadonlySet<string> =>
  new Set(
    [...tables.contests.values()]
      .filter((contest) => contest.season === season && contest.round === round)
      .flatMap(({ firstUnit, secondUnit }) => (secondUnit === undefined ? [firstUnit] : [firstUnit, secondUnit])),
  );
