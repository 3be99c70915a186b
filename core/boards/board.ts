import { showPoints, showRate, type Fraction, type ShownPoints, type ShownRate } from '../exact.ts';
import type { ShownMoney } from '../money.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { lightRuleOf, paceOf, standingOf } from '../metrics/lights.ts';
import type { Pace, Share } from '../metrics/metrics.ts';
import { timeProgressOf } from '../metrics/time-progress.ts';
import type { RankChange } from '../metrics/rank.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../registers/index.ts';
import { previousMonthEnd, yearOf, type IsoDate } from '../time.ts';

/** What every board is computed from and says of itself. */
export interface BoardContext {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly asOf: IsoDate;
  /** M3 at `asOf` of the whole list; a part of it has a time of its own (`timeProgressOf`). */
  readonly time: Fraction;
  /** The date that ranks are compared with, where it is not the end of the previous month. */
  readonly baseline?: IsoDate;
  /**
   * Only what fell due, was found, was to be decided or was issued from this day on counts, where records of earlier years
   * count else; absent on boards, set by schemes that judge one year.
   */
  readonly since?: IsoDate;
  /** The office's present day, for what is public between two dates; absent where only figures are asked for. */
  readonly today?: IsoDate;
}

/** The context of a ledger at a date (the office's own cut-off date unless given); null before there are settings. */
export function boardContext(ledger: Ledger, asOf?: IsoDate): BoardContext | null {
  const settings = settingsOf(ledger);
  if (!settings) return null;
  const date = asOf ?? settings.asOf;
  const time = timeProgressOf({ settings, asOf: date }, shownFiguresAt(ledger, date));
  return { ledger, settings, asOf: date, time };
}

/** The date that ranks are compared with; null where it would lie in another year. */
export function baselineOf({ asOf, baseline }: BoardContext): IsoDate | null {
  const date = baseline ?? previousMonthEnd(asOf);
  return yearOf(date) === yearOf(asOf) ? date : null;
}

/** A part of a whole as it is shown; without `rate` when nothing is due. */
export interface ShownShare {
  readonly done: number;
  readonly due: number;
  readonly rate?: ShownRate;
}

/** A part of a whole with its rate; shares of a count are printed with two decimals, other rates with one. */
export const showShare = ({ done, due, rate }: Share, decimals = 1): ShownShare => ({
  done,
  due,
  ...(rate ? { rate: showRate(rate, decimals) } : {}),
});

/** Whether any of the figures behind a line is not verified. */
export const unverifiedIn = (figures: readonly ProjectFigures[]): { unverified?: true } =>
  figures.some(({ unverified }) => unverified) ? { unverified: true } : {};

/** A line about money against plan. Absent members are unknown; nothing is null. */
export interface Progress {
  readonly plan?: ShownMoney;
  readonly completed: ShownMoney;
  readonly rate?: ShownRate;
  readonly variance?: ShownPoints;
  readonly pace: Pace;
  /** Holds what a unit reported and nobody verified: to be marked. */
  readonly unverified?: true;
}

/** A ranked line. `rank` is absent for what is not ranked. */
export interface RankedRow extends Progress {
  /** Position on the board from 0. */
  readonly order: number;
  readonly rank?: number;
  readonly change?: RankChange;
}

export const shownVariance = (variance: Fraction | null): { variance?: ShownPoints } =>
  variance ? { variance: showPoints(variance) } : {};

/** Variance and light of a set of projects against its own time. */
export function againstTime(
  context: BoardContext,
  money: readonly ProjectFigures[],
): Pick<Progress, 'variance' | 'pace'> {
  const standing = standingOf(context, money);
  return { ...shownVariance(standing.variance), pace: paceOf(lightRuleOf(context.settings), standing) };
}
