import { startOfYear, yearOf, type IsoDate, type IsoMonth } from '../time.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { rememberPer, rememberPerLedger } from '../ledger/remember.ts';
import { asItStood, withoutBundles } from './lineage.ts';
import { inListOrder, isListedAt } from './listed.ts';
import { newestReport } from './newest-report.ts';
import type { Plan, Project, Report } from '../registers/index.ts';
import { byKey } from './by-key.ts';

/** One project's figures at a date, before any rate is taken. */
export interface ProjectFigures {
  readonly project: Project;
  /** The year's plan in force at the date, in 元; null when none is issued (计划未下达). */
  readonly planYuan: number | null;
  /** The record of that plan, and its own course by month where it has one, cumulative in 元. */
  readonly plan?: string;
  readonly monthlyPlanYuan?: readonly number[];
  /** Completed in the year up to the date, in 元, from the latest report that counts. */
  readonly completedYuan: number;
  /** The figure is what the unit reported: the office has not verified it. */
  readonly unverified?: true;
  /** The state of the works in words, by the same report, else as the project has it. */
  readonly physicalProgress?: string;
  /** The date of the report that the figure comes from; null when there is none. */
  readonly reportedAsOf: IsoDate | null;
  /** The record of that report. */
  readonly report?: string;
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

/** Dates of which a project's newest report is kept: boards ask for the ends of a year's months. */
const MOST_DATES = 32;

const latestIn = (state: Report['state']) =>
  rememberPer((reports: readonly Report[], asOf) => {
    const date = asOf as IsoDate;
    return newestReport(reports, startOfYear(date), date, (report) => report.state === state);
  }, MOST_DATES);

const latestVerified = latestIn('verified');
const latestSubmitted = latestIn('submitted');

/** Which reports count: only verified ones, or reported ones too where none that is as new is verified. */
type Basis = 'verified' | 'reported';

const reportThatCounts = (reports: readonly Report[], asOf: IsoDate, basis: Basis): Report | undefined => {
  const verified = latestVerified(reports, asOf);
  const submitted = basis === 'reported' ? latestSubmitted(reports, asOf) : undefined;
  return submitted && (!verified || submitted.asOf > verified.asOf) ? submitted : verified;
};

const completedIn = (report: Report | undefined): number =>
  (report?.state === 'submitted' ? report.reportedYtdYuan : undefined) ?? report?.completedYtdYuan ?? 0;

const figuresOf = (project: Project, plans: readonly Plan[], report: Report | undefined, asOf: IsoDate) => {
  const physicalProgress = report?.physicalProgress ?? project.physicalProgress;
  const plan = planInForce(plans, asOf);
  return {
    project,
    planYuan: plan?.amountYuan ?? null,
    ...(plan && { plan: plan.id }),
    ...(plan?.monthlyYuan && { monthlyPlanYuan: plan.monthlyYuan }),
    completedYuan: completedIn(report),
    ...(report?.state === 'submitted' && { unverified: true as const }),
    ...(physicalProgress !== undefined && { physicalProgress }),
    reportedAsOf: report?.asOf ?? null,
    ...(report && { report: report.id }),
  };
};

const computeFigures = (ledger: Ledger, asOf: IsoDate, basis: Basis): readonly ProjectFigures[] => {
  const plans = byKey(ledger.tables.plans, 'project');
  const reports = byKey(ledger.tables.reports, 'project');
  const merged = byKey(ledger.tables.projects, 'mergedInto');
  const listed = inListOrder(ledger.tables.projects).filter((project) => isListedAt(project, asOf));
  return withoutBundles(listed).map((project) => {
    const report = reportThatCounts(reports.get(project.id) ?? [], asOf, basis);
    const then = asItStood(project, merged.get(project.id) ?? [], asOf);
    return figuresOf(then, plans.get(project.id) ?? [], report, asOf);
  });
};

const verifiedFigures = rememberPerLedger((ledger, asOf) => computeFigures(ledger, asOf as IsoDate, 'verified'));
const reportedFigures = rememberPerLedger((ledger, asOf) => computeFigures(ledger, asOf as IsoDate, 'reported'));

/**
 * The figures of every project on the list at `asOf`, from verified reports, in list order; those no longer listed are
 * left out, and bundles, whose sites have the money. Computed once per ledger and date, however many boards ask.
 */
export const figuresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] => verifiedFigures(ledger, asOf);

/** The figures that boards show: with reported ones, marked, where the settings let screens use them. */
export const shownFiguresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] =>
  (settingsOf(ledger)?.showReported === true ? reportedFigures : verifiedFigures)(ledger, asOf);

const computeKept = (ledger: Ledger, asOf: IsoDate, basis: Basis): readonly ProjectFigures[] => {
  const reports = byKey(ledger.tables.reports, 'project');
  return [...ledger.tables.projects.values()].flatMap((project) => {
    const { lifecycle, delistedOn } = project;
    const left = lifecycle === 'withdrawn' || lifecycle === 'cancelled' ? delistedOn : undefined;
    if (left === undefined || left > asOf || yearOf(left) !== yearOf(asOf)) return [];
    const report = reportThatCounts(reports.get(project.id) ?? [], left, basis);
    return report ? [figuresOf(project, [], report, asOf)] : [];
  });
};

const moneyFigures = rememberPerLedger((ledger, asOf) => {
  const basis = settingsOf(ledger)?.showReported === true ? 'reported' : 'verified';
  return [...shownFiguresAt(ledger, asOf as IsoDate), ...computeKept(ledger, asOf as IsoDate, basis)];
});

/**
 * The figures that make up totals of money: those that boards show and, where the settings keep it, what projects
 * withdrawn (调出) or ended in the year had completed by that day, without their plans. They are in no count of projects.
 */
export const moneyFiguresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] =>
  settingsOf(ledger)?.withdrawn === 'keepCompleted' ? moneyFigures(ledger, asOf) : shownFiguresAt(ledger, asOf);

/** Whether something dated to a month had happened by `asOf`; a month counts from its first day. */
export const happenedBy = (month: IsoMonth | undefined, asOf: IsoDate): boolean =>
  month !== undefined && month <= asOf.slice(0, 7);
