/** Scores and ranks of units by a scheme: pure, exact, and with everything that explains them. */
import type { BoardContext } from '../boards/board.ts';
import { fraction, fractionText, roundScaled, type Fraction } from '../exact.ts';
import { largerIsBetter } from '../measures/better.ts';
import type { Unit } from '../registers/index.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';
import { gateScore, type GateScore } from './gates.ts';
import type { Reading } from './inputs.ts';
import { placeStandings, type Standing } from './ranking.ts';
import type { Scheme } from './scheme.ts';
import type { ItemScore } from './score-item.ts';
import { scoreItems } from './score-items.ts';
import { createSheet, type AssessedUnit, type ScoreOptions, type Sheet } from './sheet.ts';
import { totalsOf, type Totals } from './totals.ts';

export type { ScoreOptions } from './sheet.ts';

/** The score of one unit with all that it is made of. */
export interface UnitScore extends Totals {
  readonly unit: Unit;
  readonly profile: string;
  /** The items of its profile in the scheme's order. */
  readonly items: readonly ItemScore[];
  /** Every gate of the scheme, whether or not it applies. */
  readonly gates: readonly GateScore[];
  /** The measures that decide among equal scores, in their order. */
  readonly tieBreak: readonly Reading[];
  /** Takes a place in the ranking, unless a veto takes it off. */
  readonly places: boolean;
  /**
   * From 1; absent when a veto takes it off the ranking, when it lacks the measure that ranks need, or when nothing of its
   * base could be judged.
   */
  readonly rank?: number;
  /** Others have the same rank, or would have it if ranks were not given in official order. */
  readonly tied?: true;
}

/** The units that are ranked with each other, best first; behind them, in official order, those without a place. */
export interface ScoreList {
  /** Absent when all groups are in one list. */
  readonly group?: UnitGroup;
  readonly rows: readonly UnitScore[];
}

export interface SchemeScores {
  readonly scheme: Scheme;
  readonly asOf: IsoDate;
  readonly lists: readonly ScoreList[];
  /** Units of assessed groups with nothing to judge them by: every base item of theirs left the sum. */
  readonly notAssessed: readonly UnitScore[];
  /** All of them, by the unit's id. */
  readonly byUnit: ReadonlyMap<string, UnitScore>;
}

const applied = ({ gates }: Pick<UnitScore, 'gates'>) => gates.filter(({ applies }) => applies).map(({ gate }) => gate);

/** Whether a veto takes a unit off the ranking. */
export const isVetoed = (score: Pick<UnitScore, 'gates'>): boolean =>
  applied(score).some(({ effect }) => effect.type === 'veto');

const placesLost = (score: UnitScore): number =>
  applied(score).reduce((lost, { effect }) => lost + (effect.type === 'downgrade' ? effect.places : 0), 0);

function scoreOfUnit(sheet: Sheet, { unit, profile }: AssessedUnit, items: readonly ItemScore[]): UnitScore {
  const { scheme, readings, context } = sheet;
  const gates = scheme.gates.map((gate) => gateScore(sheet, gate, unit.id));
  const tieBreak = scheme.tieBreak.map((measure) => readings.of(unit.id, measure, context.asOf));
  const { rankNeeds } = scheme;
  const places = !rankNeeds || readings.of(unit.id, rankNeeds.measure, context.asOf).value !== null;
  return { unit, profile, items, gates, tieBreak, places, ...totalsOf(items, gates, scheme) };
}

/** A score as it is compared: exact, or as it is printed. */
const compared = (total: Fraction, { rankOn, decimals }: Scheme): Fraction =>
  (rankOn === 'displayed' ? fraction(roundScaled(total, decimals), 10n ** BigInt(decimals)) : null) ?? total;

interface ScoreStanding extends Standing {
  readonly score: Fraction;
  readonly of: UnitScore;
}

const standingOf = (score: UnitScore, scheme: Scheme): ScoreStanding => ({
  id: score.unit.id,
  officialOrder: score.unit.officialOrder,
  score: compared(score.total, scheme),
  chain: score.tieBreak.map(({ measure, value }) => largerIsBetter(measure, value)),
  drop: placesLost(score),
  of: score,
});

function ranked(scores: readonly UnitScore[], scheme: Scheme): readonly UnitScore[] {
  const isRanked = (score: UnitScore): boolean => score.places && !isVetoed(score);
  const standings = scores.filter(isRanked).map((score) => standingOf(score, scheme));
  const rows = placeStandings(standings, scheme.rankMethod).map(({ standing, rank, tied }) => ({
    ...standing.of,
    rank,
    ...(tied && { tied: true as const }),
  }));
  return [...rows, ...scores.filter((score) => !isRanked(score))];
}

function listsOf(scores: readonly UnitScore[], scheme: Scheme): readonly ScoreList[] {
  if (scheme.together === true) return scores.length === 0 ? [] : [{ rows: ranked(scores, scheme) }];
  return (Object.keys(UNIT_GROUPS) as UnitGroup[])
    .map((group) => ({
      group,
      rows: ranked(
        scores.filter(({ unit }) => unit.group === group),
        scheme,
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * Scores and ranks at the context's date of every unit that is active and whose group the scheme assesses. Each measure of
 * each unit is worked out once. Exact: nothing is rounded but what the scheme rounds.
 * @param scheme a checked one.
 * @throws Error when the scheme was not checked and holds something that is no amount.
 */
export function score(context: BoardContext, scheme: Scheme, options: ScoreOptions = {}): SchemeScores {
  const sheet = createSheet(context, scheme, options);
  const itemsOf = scoreItems(sheet);
  const scores = sheet.units.map((each) => scoreOfUnit(sheet, each, itemsOf(each.unit.id)));
  const lists = listsOf(
    scores.filter(({ judged }) => judged),
    scheme,
  );
  const notAssessed = scores.filter(({ judged }) => !judged);
  const all = [...lists.flatMap(({ rows }) => rows), ...notAssessed];
  return { scheme, asOf: context.asOf, lists, notAssessed, byUnit: new Map(all.map((each) => [each.unit.id, each])) };
}

/** Points as they are printed, and exactly. */
export interface ShownScore {
  readonly text: string;
  /** `numerator/denominator`, in lowest terms. */
  readonly exact: string;
}

/** Points with so many decimals, rounded once, half away from zero. */
export const showScore = (points: Fraction, decimals: number): ShownScore => ({
  text: fractionText(points, decimals),
  exact: `${points.numerator}/${points.denominator}`,
});
