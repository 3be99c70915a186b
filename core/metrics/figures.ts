import { yearOf, type IsoDate, type IsoMonth } from '../time.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { isListedAt } from './listed.ts';
import type { Plan, Project, Report } from '../registers/index.ts';
import { byKey } from './by-key.ts';

/** One project's figures at a date, before any rate is taken. */
export interface ProjectFigures {
  readonly project: Project;
  /** The year's plan in force at the date, in 元; null when none is issued (计划未下达). */
  readonly planYuan: number | null;
  /** Completed in the year up to the date, in 元, from the latest report that counts. */
  readonly completedYuan: number;
  /** The figure is what the unit reported: the office has not verified it. */
  readonly unverified?: true;
  /** The state of the works in words, by the same report, else as the project has it. */
  readonly physicalProgress?: string;
  /** The date of the report that the figure comes from; null when there is none. */
  readonly reportedAsOf: IsoDate | null;
}

/** Every report of a project, in no order. */
export const reportsOf = (ledger: Ledger, project: string): readonly Report[] =>
  byKey(ledger.tables.reports, 'project').get(project) ?? [];

const planInForce = (plans: readonly Plan[], asOf: IsoDate): Plan | undefined => {
  let latest: Plan | undefined;
  for (const plan of plans) {
    if (plan.year !== yearOf(asOf) || plan.effectiveFrom > asOf) continue;
    if (!latest || plan.version > latest.version) latest = plan;
  }
  return latest;
};

const latestOf = (reports: readonly Report[], state: Report['state'], asOf: IsoDate): Report | undefined => {
  let latest: Report | undefined;
  for (const report of reports) {
    if (report.state !== state || report.asOf > asOf || yearOf(report.asOf) !== yearOf(asOf)) continue;
    if (!latest || report.asOf > latest.asOf) latest = report;
  }
  return latest;
};

/** Which reports count: only verified ones, or reported ones too where none that is as new is verified. */
type Basis = 'verified' | 'reported';

const reportThatCounts = (reports: readonly Report[], asOf: IsoDate, basis: Basis): Report | undefined => {
  const verified = latestOf(reports, 'verified', asOf);
  const submitted = basis === 'reported' ? latestOf(reports, 'submitted', asOf) : undefined;
  return submitted && (!verified || submitted.asOf > verified.asOf) ? submitted : verified;
};

const completedIn = (report: Report | undefined): number =>
  (report?.state === 'submitted' ? report.reportedYtdYuan : undefined) ?? report?.completedYtdYuan ?? 0;

const figuresOf = (project: Project, plans: readonly Plan[], report: Report | undefined, asOf: IsoDate) => {
  const physicalProgress = report?.physicalProgress ?? project.physicalProgress;
  return {
    project,
    planYuan: planInForce(plans, asOf)?.amountYuan ?? null,
    completedYuan: completedIn(report),
    ...(report?.state === 'submitted' && { unverified: true as const }),
    ...(physicalProgress !== undefined && { physicalProgress }),
    reportedAsOf: report?.asOf ?? null,
  };
};

const computeFigures = (ledger: Ledger, asOf: IsoDate, basis: Basis): readonly ProjectFigures[] => {
  const plans = byKey(ledger.tables.plans, 'project');
  const reports = byKey(ledger.tables.reports, 'project');
  return [...ledger.tables.projects.values()]
    .filter((project) => isListedAt(project, asOf))
    .sort((a, b) => a.listOrder - b.listOrder || (a.code < b.code ? -1 : 1))
    .map((project) => {
      const report = reportThatCounts(reports.get(project.id) ?? [], asOf, basis);
      return figuresOf(project, plans.get(project.id) ?? [], report, asOf);
    });
};

const verifiedFigures = rememberPerLedger((ledger, asOf) => computeFigures(ledger, asOf as IsoDate, 'verified'));
const reportedFigures = rememberPerLedger((ledger, asOf) => computeFigures(ledger, asOf as IsoDate, 'reported'));

/**
 * The figures of every project on the list at `asOf`, from verified reports, in list order; those no longer listed are
 * left out. Computed once per ledger and date, however many boards ask.
 */
export const figuresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] => verifiedFigures(ledger, asOf);

/** The figures that boards show: with reported ones, marked, where the settings let screens use them. */
export const shownFiguresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] =>
  (settingsOf(ledger)?.showReported === true ? reportedFigures : verifiedFigures)(ledger, asOf);

/** Whether something dated to a month had happened by `asOf`; a month counts from its first day. */
export const happenedBy = (month: IsoMonth | undefined, asOf: IsoDate): boolean =>
  month !== undefined && month <= asOf.slice(0, 7);
