/** When units report: the periods of a year, which one is open, and until when. */
import { addDays, weekday } from '../calendar/workdays.ts';
import { DEFAULT_REPORT_DAYS, type ReportPeriod } from '../registers/settings.ts';
import type { Settings } from '../registers/index.ts';
import {
  daysBetween,
  daysInYear,
  endOfMonth,
  monthNumberOf,
  previousMonthEnd,
  type IsoDate,
  type IsoMonth,
} from '../time.ts';

/** What the settings say of reporting. */
export type ReportingRules = Pick<Settings, 'year' | 'reportPeriod' | 'reportDays'>;

const THURSDAY = 4;

const monthEndsOf = (year: number): readonly IsoDate[] =>
  Array.from({ length: 12 }, (_, index) => endOfMonth(`${year}-${String(index + 1).padStart(2, '0')}` as IsoMonth));

/**
 * The Thursdays of a year, since weekly figures are cut the day before Friday's dispatch meeting, and its last day, so
 * that no work of the year stays unreported.
 */
const weekEndsOf = (year: number): readonly IsoDate[] => {
  const first = `${year}-01-01` as IsoDate;
  const days = Array.from({ length: daysInYear(year) }, (_, index) => addDays(first, index));
  return days.filter((day) => weekday(day) === THURSDAY || day === days.at(-1));
};

/** The as-of dates of a year's reports, in order: month ends, or Thursdays (and the year's end) for weekly reports. */
export const periodEnds = (year: number, period: ReportPeriod = 'month'): readonly IsoDate[] =>
  period === 'week' ? weekEndsOf(year) : monthEndsOf(year);

/** The last day on which a period's report is in time: so many days after its end (3 unless set). */
export const dueDate = (end: IsoDate, { reportDays = DEFAULT_REPORT_DAYS }: Pick<Settings, 'reportDays'>): IsoDate =>
  addDays(end, reportDays);

/** Whether a report that came in on a day is late for its period. */
export const isLate = (submittedOn: IsoDate, end: IsoDate, rules: Pick<Settings, 'reportDays'>): boolean =>
  submittedOn > dueDate(end, rules);

export interface OpenPeriod {
  /** The date that its reports are as of. */
  readonly asOf: IsoDate;
  readonly due: IsoDate;
  /** Whole days until it is due: 0 on the last day, negative afterwards. */
  readonly daysLeft: number;
}

/** A period as it stands on a day. */
export const periodOn = (asOf: IsoDate, today: IsoDate, rules: ReportingRules): OpenPeriod => {
  const due = dueDate(asOf, rules);
  return { asOf, due, daysLeft: daysBetween(today, due) };
};

/**
 * The periods of the ledger's year that have ended by a day, oldest first; the day of the end counts. Before the
 * first one has ended it stands alone, so that there is always one to report for.
 */
export function reportablePeriods(today: IsoDate, rules: ReportingRules): readonly IsoDate[] {
  const ends = periodEnds(rules.year, rules.reportPeriod);
  const ended = ends.filter((end) => end <= today);
  return ended.length > 0 ? ended : ends.slice(0, 1);
}

/**
 * The period that units report for on a day: the last one that has ended, within the ledger's year. In January it is
 * December's until the office has opened the new year, afterwards the year's first.
 */
export function currentPeriod(today: IsoDate, rules: ReportingRules): OpenPeriod {
  const last = reportablePeriods(today, rules).at(-1);
  if (last === undefined) throw new Error(`the year ${rules.year} has no periods`);
  return periodOn(last, today, rules);
}

/** A figure as it was reported or verified at a date. */
interface Dated {
  readonly asOf: IsoDate;
  readonly yuan: number;
}

/**
 * What a project completed in the month of `asOf`, in 元: its figure of the year less that at the end of the month
 * before; in January the figure itself. Null when nobody reported for the month before.
 * @param earlier figures of the same project, in any order; only those of the month before count.
 */
export function monthAmount(asOf: IsoDate, ytdYuan: number, earlier: readonly Dated[]): number | null {
  if (monthNumberOf(asOf) === 1) return ytdYuan;
  const before = previousMonthEnd(asOf).slice(0, 7);
  const base = earlier
    .filter((each) => each.asOf.startsWith(before))
    .reduce<Dated | null>((latest, each) => (latest && latest.asOf > each.asOf ? latest : each), null);
  return base && ytdYuan - base.yuan;
}
