/** What it would take a unit to rise one place: so much more completed investment, everything else as it is. */
import { boardContext, type BoardContext } from '../boards/board.ts';
import { unitRanksAt } from '../boards/unit-ranking.ts';
import { subtract, type Fraction } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { withValues } from '../ledger/what-if.ts';
import { reportsOf, shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { YUAN_PER_WAN } from '../money.ts';
import type { MeasureId } from '../measures/ids.ts';
import type { Report } from '../registers/index.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Stepwise } from '../stepwise.ts';
import { createReadings, type GivenReading } from './readings.ts';
import type { Scheme } from './scheme.ts';
import { score, type SchemeScores, type UnitScore } from './score.ts';

/** Why there is no amount: nobody is above, it is not ranked, no report could hold more, or caps leave no more to gain. */
export type NoRise = 'first' | 'notRanked' | 'noReport' | 'outOfReach';

export interface Rise {
  /** The units on the next rank above; all of them are passed. */
  readonly above: readonly string[];
  /** Whole 万元; one 万元 less does not do. */
  readonly wan: number;
  /** The project on which it is booked: the one with most left of its plan. */
  readonly project: string;
}

/** Points of an item that a unit does not have yet. */
export interface OpenPoints {
  readonly item: string;
  readonly points: Fraction;
}

export interface SchemeRise {
  /** Points to the next rank above; 0 where only the tie-break parts them. Null on the first place or without a rank. */
  readonly gap: Fraction | null;
  readonly rise: Result<Rise, NoRise>;
  /** Base items with points still to be had, most first. */
  readonly open: readonly OpenPoints[];
}

/** The most that is tried: 1,000亿元. */
const MOST_WAN = 10_000_000;

const leftOfPlan = ({ planYuan, completedYuan }: ProjectFigures): number => (planYuan ?? 0) - completedYuan;

/** The report that a project's figures rest on. */
const reportBehind = (ledger: Ledger, { project, reportedAsOf, unverified }: ProjectFigures): Report | undefined =>
  reportsOf(ledger, project.id).find(
    ({ asOf, state }) => asOf === reportedAsOf && state === (unverified ? 'submitted' : 'verified'),
  );

/** The report that takes the further amount: of the unit's project with most left of its plan. */
function receiverOf({ ledger, asOf }: BoardContext, unit: string): Report | null {
  const own = shownFiguresAt(ledger, asOf).filter(
    ({ project, planYuan }) => project.leadUnit === unit && planYuan !== null,
  );
  const sorted = [...own].sort((a, b) => leftOfPlan(b) - leftOfPlan(a) || (a.project.id < b.project.id ? -1 : 1));
  for (const figures of sorted) {
    const report = reportBehind(ledger, figures);
    if (report) return report;
  }
  return null;
}

/** The context of a ledger in which a report says so much more. */
function contextWith(
  context: BoardContext,
  { id, completedYtdYuan, reportedYtdYuan }: Report,
  wan: number,
): BoardContext {
  const more = wan * YUAN_PER_WAN;
  const ledger = withValues(context.ledger, 'reports', id, {
    ...(completedYtdYuan === undefined ? {} : { completedYtdYuan: completedYtdYuan + more }),
    ...(reportedYtdYuan === undefined ? {} : { reportedYtdYuan: reportedYtdYuan + more }),
  });
  return boardContext(ledger, context.asOf) ?? context;
}

/** The least whole number in (0, most] that does; null where not even the most does. One less never does. */
function* leastThat(does: (wan: number) => boolean, most: number): Stepwise<number | null> {
  if (!does(most)) return null;
  let [failing, doing] = [0, most];
  while (doing - failing > 1) {
    yield;
    const middle = Math.floor((failing + doing) / 2);
    if (does(middle)) doing = middle;
    else failing = middle;
  }
  return doing;
}

/** Measures that depend on how much is completed. */
export const ON_COMPLETED: ReadonlySet<MeasureId> = new Set<MeasureId>([
  'investmentCompletionRate',
  'phasePlanRate',
  'scheduleVariance',
  'scheduleAttainment',
  'completedYearOnYear',
  'rankChange',
  'completedInvestment',
  'monthsOnSchedule',
  'redLightMonths',
  'falseReports',
]);

/** What stays as it is while a unit completes more: its other measures, and all of the others but their ranks. */
function unmoved(context: BoardContext, scheme: Scheme, unit: string): GivenReading {
  const present = createReadings(context, scheme.rankMethod);
  return (of, measure, asOf, period) =>
    (of === unit && ON_COMPLETED.has(measure)) || measure === 'rankChange'
      ? null
      : present.of(of, measure, asOf, period);
}

type RanksIn = (context: BoardContext) => ReadonlyMap<string, number | null>;

/** The units on the rank next above a unit; none when it is first. */
function nextAbove(ranks: ReadonlyMap<string, number | null>, own: number): readonly string[] {
  const better = [...ranks.values()].filter((rank) => rank !== null && rank < own);
  const next = Math.max(...better.map(Number));
  return [...ranks].flatMap(([unit, rank]) => (rank === next ? [unit] : []));
}

function* rise(context: BoardContext, unit: string, ranksIn: RanksIn): Stepwise<Result<Rise, NoRise>> {
  const ranks = ranksIn(context);
  const own = ranks.get(unit) ?? null;
  if (own === null) return fail('notRanked');
  const above = nextAbove(ranks, own);
  if (above.length === 0) return fail('first');
  const report = receiverOf(context, unit);
  if (!report) return fail('noReport');
  const passes = (wan: number): boolean => {
    const then = ranksIn(contextWith(context, report, wan));
    const mine = then.get(unit) ?? null;
    return mine !== null && above.every((other) => (then.get(other) ?? Infinity) > mine);
  };
  const wan = yield* leastThat(passes, MOST_WAN);
  return wan === null ? fail('outOfReach') : ok({ above, wan, project: report.project });
}

/** Only the unit's own list is ranked again and again. */
const forListOf = (scheme: Scheme, { unit: { group }, profile }: UnitScore): Scheme =>
  scheme.together === true ? scheme : { ...scheme, profiles: { [group]: scheme.profiles[group] ?? profile } };

const ranksOf = ({ byUnit }: SchemeScores): ReadonlyMap<string, number | null> =>
  new Map([...byUnit].map(([unit, { rank }]) => [unit, rank ?? null]));

const gapTo = (scores: SchemeScores, own: UnitScore): Fraction | null => {
  const { rank } = own;
  if (rank === undefined) return null;
  const [above] = nextAbove(ranksOf(scores), rank);
  const other = above === undefined ? undefined : scores.byUnit.get(above);
  return other ? subtract(other.total, own.total) : null;
};

const openPoints = ({ items }: UnitScore): readonly OpenPoints[] =>
  items
    .filter(({ item, leavesSum }) => item.part === 'base' && leavesSum !== true)
    .map(({ item, max, points }) => ({ item: item.id, points: subtract(max, points) }))
    .filter(({ points }) => points.numerator > 0n)
    .sort((a, b) => Number(b.points.numerator * a.points.denominator - a.points.numerator * b.points.denominator));

/**
 * What it would take a unit to rise one place by a scheme. Null when the scheme does not assess it.
 * @param name under which entries are made by hand.
 */
export function* riseByScheme(
  context: BoardContext,
  scheme: Scheme,
  name: string,
  unit: string,
): Stepwise<SchemeRise | null> {
  const own = score(context, scheme, { name }).byUnit.get(unit);
  if (!own) return null;
  yield;
  const list = forListOf(scheme, own);
  const given = unmoved(context, scheme, unit);
  const scoresIn = (of: BoardContext): SchemeScores => score(of, list, { name, given });
  return {
    gap: gapTo(scoresIn(context), own),
    rise: yield* rise(context, unit, (of) => ranksOf(scoresIn(of))),
    open: openPoints(own),
  };
}

/** The same in the plain ranking of the unit's group by completion rate (M1). */
export function* riseByRate(context: BoardContext, unit: string): Stepwise<Result<Rise, NoRise>> {
  const group = context.ledger.tables.units.get(unit)?.group;
  return group ? yield* rise(context, unit, (of) => unitRanksAt(of, group, of.asOf)) : fail('notRanked');
}
