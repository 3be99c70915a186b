import { rowsWhere } from '../keyed-rows.ts';
import { grouped } from '../grouped.ts';
import { showYi } from '../money.ts';
import type { IsoDate } from '../time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { moneyFiguresAt, shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { rankByRate, rankChange, showRankedRates, type Rankable } from '../metrics/rank.ts';
import type { Settings, Unit } from '../registers/index.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import { againstTime, baselineOf, unverifiedIn, type BoardContext, type RankedRow } from './board.ts';

/** A unit's line in the ranking of its group. */
export interface UnitRow extends RankedRow {
  readonly name: string;
  readonly shortName: string;
  readonly projects: number;
  /** The only ranked unit of its group: first of one says nothing and earns no medal. */
  readonly alone?: true;
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
  /** With what withdrawn projects had completed, where it stays in the totals. */
  readonly money: readonly ProjectFigures[];
}

const byUnit = (figures: readonly ProjectFigures[]): ReadonlyMap<string, readonly ProjectFigures[]> =>
  grouped(figures, ({ project }) => project.leadUnit);

const entriesOf = (ledger: Ledger, group: UnitGroup, asOf: IsoDate): readonly UnitEntry[] => {
  const listed = byUnit(shownFiguresAt(ledger, asOf));
  const all = byUnit(moneyFiguresAt(ledger, asOf));
  return [...ledger.tables.units.values()]
    .filter((unit) => unit.group === group)
    .map((unit) => {
      const money = all.get(unit.id) ?? [];
      const figures = listed.get(unit.id) ?? [];
      const rate = investmentCompletionRate(money);
      return { id: unit.id, unit, figures, money, rate, order: unit.officialOrder };
    })
    .filter((entry) => entry.figures.length > 0);
};

/** Each unit of a group asks for the ranks of all. */
const ranks = rememberPerLedger((ledger, key): ReadonlyMap<string, number | null> => {
  const [asOf, group] = key.split(' ') as [IsoDate, UnitGroup];
  return new Map(rankByRate(entriesOf(ledger, group, asOf)).map(({ item, rank }) => [item.id, rank]));
});

/** Ranks of units in a group at a date, by the unit's id; what is not ranked has null. */
export const unitRanksAt = (
  { ledger }: Pick<BoardContext, 'ledger'>,
  group: UnitGroup,
  asOf: IsoDate,
): ReadonlyMap<string, number | null> => ranks(ledger, `${asOf} ${group}`);

/** How many of the first (and last) are public where the settings name no number. */
const DEFAULT_TOP = 3;

/** Ranked rows of one group that the settings make public, each with its own rank; places on the board run without gaps. */
export function publicRows<T extends { readonly rank?: number; readonly order: number }>(
  { boardMode = 'full', boardTop = DEFAULT_TOP }: Settings,
  rows: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  if (boardMode === 'full') return rows;
  const last = Math.max(0, ...Object.values(rows).map(({ rank = 0 }) => rank));
  const isShown = ({ rank }: T): boolean =>
    rank !== undefined && (rank <= boardTop || (boardMode === 'topAndBottom' && rank > last - boardTop));
  return rowsWhere(rows, isShown);
}

/**
 * The public ranking of a group's units: `rankedUnits` as far as the settings make it public (`boardMode`: all, the first
 * so many, or the first and the last so many by rank; what is not ranked only with all).
 */
export function unitRanking(context: BoardContext, group: UnitGroup): UnitRanking {
  const ranking = rankedUnits(context, group);
  return { ...ranking, rows: publicRows(context.settings, ranking.rows) };
}

/**
 * Units of one group ranked by M1, with the change against an earlier date of the same year.
 * Units without a project on the list are left out; units without a plan stand last, without a rank.
 */
export function rankedUnits(context: BoardContext, group: UnitGroup): UnitRanking {
  const baseline = baselineOf(context);
  const before = baseline ? unitRanksAt(context, group, baseline) : new Map<string, number | null>();
  const ranked = rankByRate(entriesOf(context.ledger, group, context.asOf));
  const rates = showRankedRates(ranked.map(({ item }) => item.rate));
  const alone = ranked.filter(({ rank }) => rank !== null).length === 1;
  const rows: Record<string, UnitRow> = {};
  ranked.forEach(({ item, rank }, order) => {
    const rate = rates[order];
    const change = baseline ? rankChange(before.get(item.id), rank) : null;
    rows[item.id] = {
      order,
      ...(rank === null ? {} : { rank }),
      ...(rank !== null && alone ? { alone: true as const } : {}),
      ...(change ? { change } : {}),
      name: item.unit.name,
      shortName: item.unit.shortName,
      projects: item.figures.length,
      plan: showYi(totalPlan(item.money)),
      completed: showYi(totalCompleted(item.money)),
      ...(rate ? { rate } : {}),
      ...againstTime(context, item.money),
      ...unverifiedIn(item.money),
    };
  });
  return { group, ...(baseline ? { baseline } : {}), rows };
}
