/** The records of a ledger that belong to each project, for imports of the whole list. */
import { grouped } from '../grouped.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Issue, Milestone, Permit, Plan, Report } from '../registers/index.ts';
import { yearOf, type IsoDate } from '../time.ts';

export interface ProjectRecords {
  readonly plans: readonly Plan[];
  readonly reports: readonly Report[];
  readonly milestones: readonly Milestone[];
  readonly permits: readonly Permit[];
  readonly issues: readonly Issue[];
}

const byProject = <T extends { readonly project?: string }>(records: Iterable<T>): ReadonlyMap<string, readonly T[]> =>
  grouped(records, ({ project }) => project);

/** The records of a project by its id; empty lists for one that is not there. */
export function recordsByProject(ledger: Ledger): (project: string) => ProjectRecords {
  const { tables } = ledger;
  const plans = byProject(tables.plans.values());
  const reports = byProject(tables.reports.values());
  const milestones = byProject(tables.milestones.values());
  const permits = byProject(tables.permits.values());
  const issues = byProject(tables.issues.values());
  return (project) => ({
    plans: plans.get(project) ?? [],
    reports: reports.get(project) ?? [],
    milestones: milestones.get(project) ?? [],
    permits: permits.get(project) ?? [],
    issues: issues.get(project) ?? [],
  });
}

/** The plan of a year that is in force at a date: of those begun by then, the highest version. */
export function planInForce(plans: readonly Plan[], year: number, asOf: IsoDate): Plan | undefined {
  return plans
    .filter((plan) => plan.year === year && plan.effectiveFrom <= asOf)
    .reduce<Plan | undefined>((latest, plan) => (latest && latest.version > plan.version ? latest : plan), undefined);
}

/** The latest verified report of a date's year, up to that date. */
export function reportInForce(reports: readonly Report[], asOf: IsoDate): Report | undefined {
  return reports
    .filter(({ state, asOf: date }) => state === 'verified' && date <= asOf && yearOf(date) === yearOf(asOf))
    .reduce<Report | undefined>((latest, report) => (latest && latest.asOf > report.asOf ? latest : report), undefined);
}
