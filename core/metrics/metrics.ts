/**
 * The office's metrics: pure functions of figures and dates, exact, null where there is no base.
 * The numbers M1 … M25 are those of the metric table in docs/METRICS.md; the other files here have the rest.
 */
import { compare, fraction, subtract, type Fraction } from '../exact.ts';
import { dayOfYear, daysInMonth, daysInYear, monthNumberOf, yearOf, type IsoDate } from '../time.ts';
import type { TimeProgressStrategy } from '../registers/settings.ts';
import { happenedBy, type ProjectFigures } from './figures.ts';

/** A rate with what it was made of, so that the screen can say "22 of 22". */
export interface Share {
  readonly done: number;
  readonly due: number;
  /** Null when nothing is due. */
  readonly rate: Fraction | null;
}

/** `done` of `due`, with the exact rate; without one where nothing is due. */
export const share = (done: number, due: number): Share => ({ done, due, rate: fraction(done, due) });

const sum = (figures: readonly ProjectFigures[], of: (each: ProjectFigures) => number): number =>
  figures.reduce((total, each) => total + of(each), 0);

/** ΣP in 元; a plan that is not issued counts as 0. */
export const totalPlan = (figures: readonly ProjectFigures[]): number => sum(figures, (each) => each.planYuan ?? 0);

/** ΣC in 元, projects without a plan included: the headline must add up. */
export const totalCompleted = (figures: readonly ProjectFigures[]): number =>
  sum(figures, (each) => each.completedYuan);

/** M1 投资完成率: ΣC ÷ ΣP, a ratio of sums and never a mean of rates. Null when ΣP is 0. */
export const investmentCompletionRate = (figures: readonly ProjectFigures[]): Fraction | null =>
  fraction(totalCompleted(figures), totalPlan(figures));

/**
 * M3 序时进度: the share of the year that should be done at `asOf`.
 * `linearMonth` counts whole months that have ended, `linearDay` days out of 365 or 366.
 */
export function timeProgress(strategy: TimeProgressStrategy, asOf: IsoDate): Fraction {
  if (strategy === 'linearDay') {
    return { numerator: BigInt(dayOfYear(asOf)), denominator: BigInt(daysInYear(yearOf(asOf))) };
  }
  const month = monthNumberOf(asOf);
  const ended = Number(asOf.slice(8, 10)) === daysInMonth(yearOf(asOf), month);
  return { numerator: BigInt(ended ? month : month - 1), denominator: 12n };
}

/** M4 进度偏差: M1 − M3, exact; multiply by 100 for percentage points. Null when M1 is. */
export const scheduleVariance = (rate: Fraction | null, time: Fraction): Fraction | null =>
  rate && subtract(rate, time);

/** M6 年度开工率: projects started ÷ projects planned to start in the year. */
export function annualStartRate(figures: readonly ProjectFigures[], asOf: IsoDate): Share {
  const planned = figures.filter(({ project }) => project.plannedStartInYear);
  return share(planned.filter(({ project }) => happenedBy(project.actualStart, asOf)).length, planned.length);
}

/** M9 复工率: carried-over projects that have resumed ÷ those that should have. */
export function resumptionRate(figures: readonly ProjectFigures[], asOf: IsoDate): Share {
  const due = figures.filter(({ project }) => project.carriedOver);
  const resumed = due.filter(({ project }) => project.resumedOn !== undefined && project.resumedOn <= asOf);
  return share(resumed.length, due.length);
}

/** Projects completed in the year by `asOf`. */
const completedBy = ({ project }: ProjectFigures, asOf: IsoDate): boolean =>
  happenedBy(project.actualFinish, asOf) && project.actualFinish?.slice(0, 4) === asOf.slice(0, 4);

/** M11 竣工率(计划口径): projects completed ÷ completions planned for the year. */
export const completionRateOfPlan = (figures: readonly ProjectFigures[], asOf: IsoDate): Share =>
  share(
    figures.filter((each) => completedBy(each, asOf)).length,
    figures.filter(({ project }) => project.plannedCompletionInYear).length,
  );

/** Where a rate stands against time: praise and warning by degree, or no judgement. */
export type Pace = 'ahead' | 'onTime' | 'watch' | 'behind' | 'severe' | 'notDue' | 'none';

const TEN_POINTS: Fraction = { numerator: -10n, denominator: 100n };
const THIRTY_POINTS: Fraction = { numerator: -30n, denominator: 100n };
const ZERO: Fraction = { numerator: 0n, denominator: 1n };

/**
 * The pace of a variance (M4): above 0 ahead, 0 on time, down to −10 points (excluded) to watch, down to
 * −30 (included) behind, below that severe; none where there is no plan.
 */
export function paceOf(variance: Fraction | null): Pace {
  if (!variance) return 'none';
  const againstZero = compare(variance, ZERO);
  if (againstZero >= 0) return againstZero === 0 ? 'onTime' : 'ahead';
  if (compare(variance, TEN_POINTS) > 0) return 'watch';
  return compare(variance, THIRTY_POINTS) >= 0 ? 'behind' : 'severe';
}

/** A project's pace: before its planned start, with nothing done yet, it is not due rather than behind. */
export function projectPace(figures: ProjectFigures, variance: Fraction | null, asOf: IsoDate): Pace {
  const { project } = figures;
  const waiting = project.plannedStartInYear && !happenedBy(project.plannedStart, asOf) && figures.completedYuan === 0;
  return waiting ? 'notDue' : paceOf(variance);
}
