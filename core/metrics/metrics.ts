/**
 * The office's metrics: pure functions of figures and dates, exact, null where there is no base.
 * The numbers M1 … M25 are those of the metric table in docs/METRICS.md; the other files here have the rest.
 */
import { divide, fraction, subtract, type Fraction } from '../exact.ts';
import type { ProjectFigures } from './figures.ts';
import type { Light } from './light-rule.ts';

/** A rate with what it was made of, so that the screen can say "22 of 22". */
export interface Share {
  readonly done: number;
  readonly due: number;
  /** Null when nothing is due. */
  readonly rate: Fraction | null;
}

/** `done` of `due`, with the exact rate; without one where nothing is due. */
export const share = (done: number, due: number): Share => ({ done, due, rate: fraction(done, due) });

/** What a share counts, item by item. What is done need not be among what is due: an early start is not yet due. */
export interface Selection<T> {
  readonly done: readonly T[];
  readonly due: readonly T[];
}

/** The items due, and those of them for which something holds. */
export const select = <T>(due: readonly T[], isDone: (item: T) => boolean): Selection<T> => ({
  done: due.filter(isDone),
  due,
});

/** A selection counted. */
export const shareOf = ({ done, due }: Selection<unknown>): Share => share(done.length, due.length);

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

/** M4 进度偏差: M1 − M3, exact; multiply by 100 for percentage points. Null when M1 is. */
export const scheduleVariance = (rate: Fraction | null, time: Fraction): Fraction | null =>
  rate && subtract(rate, time);

/** M5 序时达成度: M1 ÷ M3, relative where M4 is a difference. Null when M1 is, and while time asks for nothing. */
export const scheduleAttainment = (rate: Fraction | null, time: Fraction): Fraction | null =>
  rate && divide(rate, time);

/**
 * Where a rate stands against time: a light, or no judgement because it is not due, has no plan, or the year's plan of the
 * project is not issued yet.
 */
export type Pace = Light | 'notDue' | 'none' | 'unissued';
