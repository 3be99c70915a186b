import { showYi } from '../money.ts';
import { previousMonthEnd, yearOf, type IsoDate } from '../time.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { investmentCompletionRate, paceOf, scheduleVariance, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { rankByRate, rankChange, showRankedRates, type Rankable } from '../metrics/rank.ts';
import type { Unit } from '../registers/index.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import { shownVariance, unverifiedIn, type BoardContext, type RankedRow } from './board.ts';

/** A unit's line in the ranking of its group. */
export interface UnitRow extends RankedRow {
  readonly name: string;
  readonly shortName: string;
  readonly projects: number;
}

export interface UnitRanking {
  readonly group: UnitGroup;
  /** The date that ranks are compared with; absent in January, when the year has no earlier month. */
  readonly baseline?: IsoDate;
  /** By the unit's id. */
  readonly rows: Readonly<Record<string, UnitRow>>;
}

interface UnitEntry extends Rankable {
  readonly unit: Unit;
  readonly figures: readonly ProjectFigures[];
}

const entriesOf = (context: BoardContext, group: UnitGroup, asOf: IsoDate): readonly UnitEntry[] => {
  const figures = shownFiguresAt(context.ledger, asOf);
  return [...context.ledger.tables.units.values()]
    .filter((unit) => unit.group === group)
    .map((unit) => {
      const own = figures.filter(({ project }) => project.leadUnit === unit.id);
      return { id: unit.id, unit, figures: own, rate: investmentCompletionRate(own), order: unit.officialOrder };
    })
    .filter((entry) => entry.figures.length > 0);
};

/** Ranks of units in a group at a date, by the unit's id; what is not ranked has null. */
export const unitRanksAt = (
  context: BoardContext,
  group: UnitGroup,
  asOf: IsoDate,
): ReadonlyMap<string, number | null> =>
  new Map(rankByRate(entriesOf(context, group, asOf)).map(({ item, rank }) => [item.id, rank]));

/**
 * Units of one group ranked by M1, with the change against the end of the previous month of the same year.
 * Units without a project on the list are left out; units without a plan stand last, without a rank.
 */
export function unitRanking(context: BoardContext, group: UnitGroup): UnitRanking {
  const baseline = previousMonthEnd(context.asOf);
  const comparable = yearOf(baseline) === yearOf(context.asOf);
  const before = comparable ? unitRanksAt(context, group, baseline) : new Map<string, number | null>();
  const ranked = rankByRate(entriesOf(context, group, context.asOf));
  const rates = showRankedRates(ranked.map(({ item }) => item.rate));
  const rows: Record<string, UnitRow> = {};
  ranked.forEach(({ item, rank }, order) => {
    const variance = scheduleVariance(item.rate, context.time);
    const rate = rates[order];
    const change = comparable ? rankChange(before.get(item.id), rank) : null;
    rows[item.id] = {
      order,
      ...(rank === null ? {} : { rank }),
      ...(change ? { change } : {}),
      name: item.unit.name,
      shortName: item.unit.shortName,
      projects: item.figures.length,
      plan: showYi(totalPlan(item.figures)),
      completed: showYi(totalCompleted(item.figures)),
      ...(rate ? { rate } : {}),
      ...shownVariance(variance),
      pace: paceOf(variance),
      ...unverifiedIn(item.figures),
    };
  });
  return { group, ...(comparable ? { baseline } : {}), rows };
}
