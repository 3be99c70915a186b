/** M3 序时进度: which part of the year's work should be done by a date. A matter of a set of figures, not of a date alone. */
import { add, fraction, multiply, type Fraction } from '../exact.ts';
import type { Settings } from '../registers/index.ts';
import { WHOLE_YEAR } from '../registers/time-curve.ts';
import { dayOfYear, daysInMonth, daysInYear, monthNumberOf, yearOf, type IsoDate } from '../time.ts';
import type { ProjectFigures } from './figures.ts';

/** What the settings say of time progress. */
export type TimeRules = Pick<Settings, 'timeProgress' | 'timeCurve' | 'newStarts'>;

/** Rules at a date; every board's context is one. */
export interface TimeContext {
  readonly settings: TimeRules;
  readonly asOf: IsoDate;
}

const ZERO: Fraction = { numerator: 0n, denominator: 1n };
const MONTHS = 12;

/** How many months of the year have ended by a date, its own day included: 0 to 12. */
function monthsEnded(asOf: IsoDate): number {
  const month = monthNumberOf(asOf);
  return Number(asOf.slice(8)) === daysInMonth(yearOf(asOf), month) ? month : month - 1;
}

const part = (done: number, whole: number): Fraction => ({ numerator: BigInt(done), denominator: BigInt(whole) });

/**
 * The share of the year that should be done at `asOf` where no project has a course of its own: whole months that have
 * ended out of 12, days out of 365 or 366 (`linearDay`), or the curve's value at the end of the last month. Without a
 * curve `curve` counts months, and so does `projectPlan` here.
 */
export function timeProgress({ timeProgress: strategy, timeCurve }: TimeRules, asOf: IsoDate): Fraction {
  if (strategy === 'linearDay') return part(dayOfYear(asOf), daysInYear(yearOf(asOf)));
  const ended = monthsEnded(asOf);
  if (strategy === 'curve' && timeCurve) return part(timeCurve[ended - 1] ?? 0, WHOLE_YEAR);
  return part(ended, MONTHS);
}

/**
 * `activeMonths`: a new start's own time, months since its planned start + 1 out of those left in the year from it; 0
 * before it is due. Null where it has none: not a new start, or no planned month.
 */
function activeMonths({ project }: ProjectFigures, asOf: IsoDate): Fraction | null {
  if (!project.plannedStartInYear || project.plannedStart === undefined) return null;
  const year = yearOf(project.plannedStart);
  if (year > yearOf(asOf)) return ZERO;
  const start = year < yearOf(asOf) ? 1 : monthNumberOf(project.plannedStart);
  return part(Math.max(0, monthsEnded(asOf) - start + 1), MONTHS + 1 - start);
}

/** What a project's own plan by month asks for by a date, in 元; null where it has none. */
const monthlyPlanAt = ({ monthlyPlanYuan }: ProjectFigures, asOf: IsoDate): number | null =>
  monthlyPlanYuan ? (monthsEnded(asOf) === 0 ? 0 : (monthlyPlanYuan[monthsEnded(asOf) - 1] ?? 0)) : null;

/** A project's own time, or null where the time of all holds for it. */
function ownTime({ settings, asOf }: TimeContext, figures: ProjectFigures): Fraction | null {
  const planned = settings.timeProgress === 'projectPlan' ? monthlyPlanAt(figures, asOf) : null;
  const byPlan = planned === null ? null : fraction(planned, figures.planYuan ?? 0);
  return byPlan ?? (settings.newStarts === 'activeMonths' ? activeMonths(figures, asOf) : null);
}

/**
 * M3 of a set of projects: the mean of each one's own time weighted by its plan, so that Σ plan to date ÷ Σ annual plan;
 * the time of the year where no project has one of its own or none has a plan.
 */
export function timeProgressOf(context: TimeContext, figures: readonly ProjectFigures[]): Fraction {
  const base = timeProgress(context.settings, context.asOf);
  if (context.settings.timeProgress !== 'projectPlan' && context.settings.newStarts !== 'activeMonths') return base;
  const [only] = figures;
  if (figures.length === 1 && only) return ownTime(context, only) ?? base;
  return weighted(figures, (each) => ownTime(context, each) ?? base) ?? base;
}

/** Σ weight × time ÷ Σ weight; sums are kept apart by denominator, so that a thousand projects stay a short fraction. */
function weighted(figures: readonly ProjectFigures[], timeOf: (each: ProjectFigures) => Fraction): Fraction | null {
  const sums = new Map<bigint, bigint>();
  let total = 0n;
  for (const each of figures) {
    const weight = BigInt(each.planYuan ?? 0);
    if (weight === 0n) continue;
    const { numerator, denominator } = timeOf(each);
    const whole = (weight * numerator) % denominator === 0n;
    const key = whole ? 1n : denominator;
    sums.set(key, (sums.get(key) ?? 0n) + (whole ? (weight * numerator) / denominator : weight * numerator));
    total += weight;
  }
  if (total === 0n) return null;
  const asked = [...sums].reduce((sum, [denominator, numerator]) => add(sum, { numerator, denominator }), ZERO);
  return multiply(asked, { numerator: 1n, denominator: total });
}

/** Whether a project's own time has not begun: nothing is asked of it yet. */
export const timeNotBegun = (context: TimeContext, figures: ProjectFigures): boolean =>
  context.settings.newStarts === 'activeMonths' &&
  figures.project.plannedStartInYear &&
  ownTime(context, figures)?.numerator === 0n;

/**
 * What a project should have completed by a date, in whole 元: by its own plan by month, else the year's plan × the time
 * of the year, rounded half up. 0 without a plan.
 */
export function planToDate({ settings, asOf }: TimeContext, figures: ProjectFigures): number {
  const own = monthlyPlanAt(figures, asOf);
  if (own !== null) return own;
  const { numerator, denominator } = timeProgress(settings, asOf);
  return Number((BigInt(figures.planYuan ?? 0) * numerator * 2n + denominator) / (denominator * 2n));
}

/** M2 阶段计划完成率: ΣC ÷ ΣP to date. Null where nothing is asked for yet. */
export const phasePlanRate = (context: TimeContext, figures: readonly ProjectFigures[]): Fraction | null =>
  fraction(
    figures.reduce((sum, each) => sum + each.completedYuan, 0),
    figures.reduce((sum, each) => sum + planToDate(context, each), 0),
  );
