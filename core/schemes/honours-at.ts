/** What a scheme's rules of red and black boards come to in a ledger at a date. */
import { boardContext, type BoardContext } from '../boards/board.ts';
import type { Fraction } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { compareByMeasure, largerIsBetter } from '../measures/better.ts';
import { MEASURES } from '../measures/index.ts';
import { rankByRate } from '../metrics/rank.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';
import { amountOf } from './amount.ts';
import type { Distinction } from './distinction.ts';
import { distinctionsOf, isExempt, type Candidate } from './honours.ts';
import { inPeriod, schemeValue } from './readings.ts';
import type { Honours } from './scheme.ts';
import type { ScoreList, SchemeScores, UnitScore } from './score.ts';
import { scoresAt } from './scores-at.ts';

/** A unit with what the rules propose, and why. */
export interface Proposed extends Candidate {
  readonly name: string;
  readonly group: UnitGroup;
  readonly distinction: Distinction;
  /** The target's measure in the unit that schemes count in: rates in percent. */
  readonly value: Fraction | null;
}

type Valued = readonly (readonly [score: UnitScore, value: Fraction | null])[];

const valuesOf = (context: BoardContext, { target }: Honours, { rows }: ScoreList): Valued =>
  rows.map((score) => {
    const { value } = MEASURES[target.measure].of(inPeriod(context), { kind: 'unit', unit: score.unit.id });
    return [score, schemeValue(target.measure, value)];
  });

/** Ranks by the target's measure instead of the score; without a number, or off the ranking, none. */
function ranksByMeasure(valued: Valued, { target }: Honours): ReadonlyMap<string, number | null> {
  const ranked = valued.flatMap(([{ unit, rank }, value]) =>
    rank === undefined ? [] : [{ id: unit.id, order: unit.officialOrder, rate: largerIsBetter(target.measure, value) }],
  );
  return new Map(rankByRate(ranked).map(({ item, rank }) => [item.id, rank]));
}

/** Whether a value is as good as the target; null without one. */
function hasMet({ target }: Honours, value: Fraction | null): boolean | null {
  if (!value) return null;
  return compareByMeasure(target.measure, value, amountOf(target.value)) <= 0;
}

function proposedIn(context: BoardContext, rules: Honours, list: ScoreList): readonly Proposed[] {
  const valued = valuesOf(context, rules, list);
  const byMeasure = rules.rankBy === 'measure' ? ranksByMeasure(valued, rules) : null;
  const candidates = valued.map(([{ unit, rank, gates }, value]) => ({
    unit: unit.id,
    name: unit.shortName,
    group: unit.group,
    rank: (byMeasure ? byMeasure.get(unit.id) : rank) ?? null,
    met: hasMet(rules, value),
    exempt: isExempt(context.ledger, unit.id, context.asOf),
    noRed: gates.some(({ gate, applies }) => applies && gate.noRed === true),
    value,
  }));
  const distinctions = distinctionsOf(candidates, rules);
  return candidates.map((each) => ({ ...each, distinction: distinctions.get(each.unit) ?? 'none' }));
}

/** What the rules propose for every ranked unit, list by list; null where the scheme has no such rules. */
export function honoursOf(context: BoardContext, { scheme, lists }: SchemeScores): readonly Proposed[] | null {
  const { honours } = scheme;
  return honours ? lists.flatMap((list) => proposedIn(context, honours, list)) : null;
}

/** The units that the rules propose for a group's red and black board. */
export interface Proposals {
  readonly red: readonly string[];
  readonly black: readonly string[];
}

const unitsWith = (proposed: readonly Proposed[], which: Distinction): readonly string[] =>
  proposed.filter(({ distinction }) => distinction === which).map(({ unit }) => unit);

/**
 * A group's proposals in a ledger at a date, best first; null where the scheme is not there or has no rules.
 * Units ranked in one list with other groups keep the rank of that list.
 */
export function proposalsFor(ledger: Ledger, scheme: string, asOf: IsoDate, group: UnitGroup): Proposals | null {
  const context = boardContext(ledger, asOf);
  const scores = scoresAt(ledger, scheme, asOf);
  const proposed = context && scores && honoursOf(context, scores);
  if (!proposed) return null;
  const own = proposed.filter((each) => each.group === group);
  return { red: unitsWith(own, 'honour'), black: unitsWith(own, 'warning') };
}
