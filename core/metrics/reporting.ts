/** Who has reported for the last period, and in time (M25). */
import { addDays } from '../calendar/workdays.ts';
import { dueDate, periodEnds } from '../reporting/period.ts';
import { yearOf, type IsoDate } from '../time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isListedAt } from './listed.ts';
import type { ReportPeriod } from '../registers/settings.ts';
import type { Project, Report, Settings } from '../registers/index.ts';
import { reportsOf } from './figures.ts';
import { share, type Share } from './metrics.ts';

/** A period for which units report, both days included, and the last day to do so. */
export interface ReportingPeriod {
  readonly period: ReportPeriod;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dueOn: IsoDate;
}

/**
 * The last period that has ended by `asOf`, also when it is one of the year before, with its last day to report.
 */
export function reportingPeriod(settings: Settings, asOf: IsoDate): ReportingPeriod {
  const { reportPeriod: period = 'month' } = settings;
  const year = yearOf(asOf);
  const ends = [...periodEnds(year - 1, period), ...periodEnds(year, period)].filter((end) => end <= asOf);
  const [before, to] = ends.slice(-2) as [IsoDate, IsoDate];
  return { period, from: addDays(before, 1), to, dueOn: dueDate(to, settings) };
}

/** A project's report for a period: the newest one dated in it, whatever its state but returned. */
export const reportIn = (ledger: Ledger, project: string, { from, to }: ReportingPeriod): Report | undefined =>
  reportsOf(ledger, project)
    .filter(({ asOf, state }) => state !== 'returned' && asOf >= from && asOf <= to)
    .reduce<Report | undefined>((newest, each) => (newest && newest.asOf > each.asOf ? newest : each), undefined);

/** Projects that owe a report for a period: listed, begun by its end, and not finished before the month it begins in. */
export const projectsDue = (ledger: Ledger, { from, to }: ReportingPeriod): readonly Project[] =>
  [...ledger.tables.projects.values()].filter(
    (project) =>
      isListedAt(project, to) &&
      project.actualStart !== undefined &&
      project.actualStart <= to.slice(0, 7) &&
      (project.actualFinish === undefined || project.actualFinish >= from.slice(0, 7)),
  );

/**
 * M25 报送及时率: projects whose report was sent by the last day ÷ projects that owe one. A report without the day on
 * which it was sent (brought in from a file, or typed by the office) counts on neither side.
 */
export function reportTimeliness(ledger: Ledger, period: ReportingPeriod): Share {
  const reports = projectsDue(ledger, period).map(({ id }) => reportIn(ledger, id, period));
  const dated = reports.filter((report) => report === undefined || report.submittedOn !== undefined);
  return share(dated.filter((report) => (report?.submittedOn ?? '9') <= period.dueOn).length, dated.length);
}
