/** What reporting and verifying read: the same records, for a unit its own ones. */
import { grouped } from '../../core/grouped.ts';
import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/ledger.ts';
import { addDays } from '../../core/calendar/workdays.ts';
import { figuresAt } from '../../core/metrics/figures.ts';
import { projectsDue, type ReportingPeriod } from '../../core/metrics/reporting.ts';
import { dueDate } from '../../core/reporting/period.ts';
import type { Photo, Plan, Project, Report, Settings, Unit } from '../../core/registers/index.ts';
import { previousMonthEnd, yearOf, type IsoDate } from '../../core/time.ts';
import { ledgerRevision, listRecords } from '../api/records.ts';
import { getSettings } from '../api/settings.ts';

export interface ReportingData {
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly reports: readonly Report[];
  readonly photos: readonly Photo[];
  /** Of these records only; for rules of the core. */
  readonly ledger: Ledger;
  readonly revision: number;
}

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

interface Records {
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly plans: readonly Plan[];
  readonly reports: readonly Report[];
  readonly photos: readonly Photo[];
}

export const reportingData = (records: Records, revision: number): ReportingData => {
  const { settings, units, projects, plans, reports, photos } = records;
  const tables = {
    ...EMPTY_LEDGER.tables,
    settings: byId([settings]),
    units: byId(units),
    projects: byId(projects),
    plans: byId(plans),
    reports: byId(reports),
  };
  return { settings, units, reports, photos, ledger: { ...EMPTY_LEDGER, tables }, revision };
};

export async function loadReporting(): Promise<ReportingData> {
  // Before the records: what is written while they are read makes them old, never too new.
  const revision = await ledgerRevision();
  const [settings, units, projects, plans, reports, photos] = await Promise.all([
    getSettings(),
    listRecords('units'),
    listRecords('projects'),
    listRecords('plans'),
    listRecords('reports'),
    listRecords('photos'),
  ]);
  const records = { units: units.records, projects: projects.records, plans: plans.records };
  return reportingData({ settings, ...records, reports: reports.records, photos: photos.records }, revision);
}

/** Where a project's report of a period stands; none is due before a project has begun, and after it is finished. */
export type Standing = 'missing' | 'notDue' | Report['state'];

/** A figure and the date that it holds for. */
export interface DatedFigure {
  readonly asOf: IsoDate;
  readonly yuan: number;
}

/** A project in one period. */
export interface ProjectPeriod {
  readonly project: Project;
  readonly unit: Unit | null;
  readonly planYuan: number | null;
  /** The last verified figure of the year before the period. */
  readonly last: DatedFigure | null;
  /** Every figure of the year before the period, verified or only reported. */
  readonly earlier: readonly DatedFigure[];
  readonly report: Report | null;
  readonly standing: Standing;
  /** Of the period's month, newest first. */
  readonly photos: readonly Photo[];
}

const datedFigures = (reports: readonly Report[]): readonly DatedFigure[] =>
  reports
    .map(({ asOf, completedYtdYuan, reportedYtdYuan }) => ({ asOf, yuan: completedYtdYuan ?? reportedYtdYuan }))
    .filter((each): each is DatedFigure => each.yuan !== undefined)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));

/** The days that a report as of a date is about, and until when it is due. */
const periodTo = (to: IsoDate, settings: Settings): ReportingPeriod => {
  const period = settings.reportPeriod ?? 'month';
  const before = period === 'week' ? addDays(to, -7) : previousMonthEnd(to);
  return { period, from: addDays(before, 1), to, dueOn: dueDate(to, settings) };
};

const projectOf = ({ project }: { readonly project: string }): string => project;
const orderOf = (unit: Unit | null): number => unit?.officialOrder ?? Number.POSITIVE_INFINITY;

/** Every project on the list in one period: units in the office's order, projects in list order. */
export function projectPeriods(
  { ledger, settings, reports, photos }: ReportingData,
  asOf: IsoDate,
): readonly ProjectPeriod[] {
  const reportsOf = grouped(
    reports.filter((report) => yearOf(report.asOf) === yearOf(asOf) && report.asOf <= asOf),
    projectOf,
  );
  const photosOf = grouped(
    photos.filter(({ month }) => asOf.startsWith(month)),
    projectOf,
  );
  const due = new Set(projectsDue(ledger, periodTo(asOf, settings)).map(({ id }) => id));
  return figuresAt(ledger, asOf)
    .map(({ project, planYuan }): ProjectPeriod => {
      const own = reportsOf.get(project.id) ?? [];
      const before = own.filter((report) => report.asOf < asOf && report.state !== 'returned');
      const report = own.find((each) => each.asOf === asOf) ?? null;
      return {
        project,
        unit: ledger.tables.units.get(project.leadUnit) ?? null,
        planYuan,
        last: datedFigures(before.filter(({ state }) => state === 'verified')).at(-1) ?? null,
        earlier: datedFigures(before),
        report,
        standing: report?.state ?? (due.has(project.id) ? 'missing' : 'notDue'),
        photos: [...(photosOf.get(project.id) ?? [])].sort((a, b) => b.changedAt - a.changedAt),
      };
    })
    .sort((a, b) => orderOf(a.unit) - orderOf(b.unit));
}
