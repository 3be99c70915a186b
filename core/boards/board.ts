import { showPoints, showRate, type Fraction, type ShownPoints, type ShownRate } from '../exact.ts';
import type { ShownMoney } from '../money.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { timeProgress, type Pace, type Share } from '../metrics/metrics.ts';
import type { RankChange } from '../metrics/rank.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';

/** What every board is computed from and says of itself. */
export interface BoardContext {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly asOf: IsoDate;
  /** M3 at `asOf`. */
  readonly time: Fraction;
}

/** The context of a ledger at a date (the office's own cut-off date unless given); null before there are settings. */
export function boardContext(ledger: Ledger, asOf?: IsoDate): BoardContext | null {
  const settings = settingsOf(ledger);
  if (!settings) return null;
  const date = asOf ?? settings.asOf;
  return { ledger, settings, asOf: date, time: timeProgress(settings.timeProgress, date) };
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
