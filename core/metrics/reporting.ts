/** Who has reported for a period, and in time (M25). Nothing that was sent after the date asked for is known. */
import { addDays } from '../calendar/workdays.ts';
import { dueDate, periodEnds } from '../reporting/period.ts';
import { yearOf, type IsoDate } from '../time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPer } from '../ledger/remember.ts';
import type { Table } from '../ledger/table.ts';
import { isListedAt } from './listed.ts';
import type { ReportPeriod } from '../registers/settings.ts';
import type { Project, Report, Settings } from '../registers/index.ts';
import { reportsOf } from './figures.ts';
import { withoutBundles } from './lineage.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';
import { newestReport } from './newest-report.ts';

/** A period for which units report, both days included, and the last day to do so. */
export interface ReportingPeriod {
  readonly period: ReportPeriod;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn: IsoDate;
}

/** The periods of a year and of the two before it, oldest first; the first of all is left out, for it has no beginning. */
function periodsTo(settings: Settings, year: number): readonly ReportingPeriod[] {
  const { reportPeriod: period = 'month' } = settings;
  const ends = [year - 2, year - 1, year].flatMap((each) => periodEnds(each, period));
  return ends.slice(1).map((to, index) => ({
    period,
    from: addDays(ends[index] ?? to, 1),
    to,
    dueOn: dueDate(to, settings),
  }));
}

const lastOf = (periods: readonly ReportingPeriod[]): ReportingPeriod => {
  const last = periods.at(-1);
  if (!last) throw new Error('two years have no period');
  return last;
};

/**
 * The last period that has ended by `asOf`, also when it is one of the year before, with its last day to report: what
 * units are reminded of.
 */
export const reportingPeriod = (settings: Settings, asOf: IsoDate): ReportingPeriod =>
  lastOf(periodsTo(settings, yearOf(asOf)).filter(({ to }) => to <= asOf));

/** The last period whose last day to report has passed by the end of `asOf`: what M25 judges. */
export const judgedPeriod = (settings: Settings, asOf: IsoDate): ReportingPeriod =>
  lastOf(periodsTo(settings, yearOf(asOf)).filter(({ dueOn }) => dueOn < asOf));

/**
 * A project's report for a period as it was known at the end of `asOf`: the newest one dated in the period, whatever its
 * state but returned, that was sent by then. One without the day on which it was sent is always known.
 */
export const reportIn = (
  ledger: Ledger,
  project: string,
  { from, to }: ReportingPeriod,
  asOf: IsoDate,
): Report | undefined =>
  newestReport(
    reportsOf(ledger, project),
    from,
    to,
    ({ state, submittedOn }) => state !== 'returned' && (submittedOn === undefined || submittedOn <= asOf),
  );

/**
 * Projects that owe a report for a period: listed, begun by its end, and not finished before the month it begins in. Of a
 * bundle only its sites.
 */
export const projectsDue = (ledger: Ledger, { from, to }: ReportingPeriod): readonly Project[] =>
  withoutBundles([...ledger.tables.projects.values()].filter((project) => isListedAt(project, to))).filter(
    ({ actualStart, actualFinish }) =>
      actualStart !== undefined &&
      actualStart <= to.slice(0, 7) &&
      (actualFinish === undefined || actualFinish >= from.slice(0, 7)),
  );

const firstDates = rememberPer(
  (reports: Table<Report>): IsoDate | null =>
    [...reports.values()].reduce<IsoDate | null>(
      (first, { asOf }) => (first !== null && first <= asOf ? first : asOf),
      null,
    ),
  1,
);

/** Whether the office had its units report by the end of a period: the ledger has a report of it or of an earlier one. */
const hasBegun = ({ tables }: Ledger, { to }: ReportingPeriod): boolean => {
  const first = firstDates(tables.reports, '');
  return first !== null && first <= to;
};

/** A project that owes a report for a period, and the report; absent when there is none. */
export interface OwedReport {
  readonly project: Project;
  readonly report?: Report;
}

/** What a period's projects owe and have sent by the end of `asOf`; nothing is owed before the ledger's first report. */
export const owedReports = (ledger: Ledger, period: ReportingPeriod, asOf: IsoDate): readonly OwedReport[] =>
  (hasBegun(ledger, period) ? projectsDue(ledger, period) : []).map((project) => {
    const report = reportIn(ledger, project.id, period, asOf);
    return { project, ...(report && { report }) };
  });

/**
 * M25 报送及时率: projects whose report was sent by the last day, of those that owe one. A report without the day on
 * which it was sent (brought in from a file, or typed by the office) counts on neither side.
 */
export const reportedInTime = (owed: readonly OwedReport[], { dueOn }: ReportingPeriod): Selection<OwedReport> =>
  select(
    owed.filter(({ report }) => report === undefined || report.submittedOn !== undefined),
    ({ report }) => (report?.submittedOn ?? '9') <= dueOn,
  );

/** M25 报送及时率 of a period, counted as it was known at the end of `asOf`. */
export const reportTimeliness = (ledger: Ledger, period: ReportingPeriod, asOf: IsoDate): Share =>
  shareOf(reportedInTime(owedReports(ledger, period, asOf), period));

/**
 * The periods whose last day to report lies in the year of `asOf` and has passed by the end of it: December's is one of
 * the year after. On the last day itself nothing is late yet.
 */
export const periodsClosed = (settings: Settings, asOf: IsoDate): readonly ReportingPeriod[] =>
  periodsTo(settings, yearOf(asOf)).filter(({ dueOn }) => yearOf(dueOn) === yearOf(asOf) && dueOn < asOf);
