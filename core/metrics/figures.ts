import { yearOf, type IsoDate, type IsoMonth } from '../time.ts';
import type { Ledger, Table } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { isListed } from '../registers/project-choices.ts';
import type { Plan, Project, Report } from '../registers/index.ts';

/** One project's figures at a date, before any rate is taken. */
export interface ProjectFigures {
  readonly project: Project;
  /** The year's plan in force at the date, in 元; null when none is issued (计划未下达). */
  readonly planYuan: number | null;
  /** Completed in the year up to the date, in 元, from the latest verified report. */
  readonly completedYuan: number;
  /** The date of the report that the figure comes from; null when there is none. */
  readonly reportedAsOf: IsoDate | null;
}

/** Indexes are kept per table: tables never change, so an index is computed once per revision of its table. */
const indexCache = new WeakMap<object, ReadonlyMap<string, readonly unknown[]>>();

const byProject = <T extends { readonly project: string }>(table: Table<T>): ReadonlyMap<string, readonly T[]> => {
  const known = indexCache.get(table);
  if (known) return known as ReadonlyMap<string, readonly T[]>;
  const index = new Map<string, T[]>();
  for (const record of table.values()) {
    const list = index.get(record.project);
    if (list) list.push(record);
    else index.set(record.project, [record]);
  }
  indexCache.set(table, index);
  return index;
};

const planInForce = (plans: readonly Plan[], asOf: IsoDate): Plan | undefined => {
  let latest: Plan | undefined;
  for (const plan of plans) {
    if (plan.year !== yearOf(asOf) || plan.effectiveFrom > asOf) continue;
    if (!latest || plan.version > latest.version) latest = plan;
  }
  return latest;
};

const latestVerified = (reports: readonly Report[], asOf: IsoDate): Report | undefined => {
  let latest: Report | undefined;
  for (const report of reports) {
    if (report.state !== 'verified' || report.asOf > asOf || yearOf(report.asOf) !== yearOf(asOf)) continue;
    if (!latest || report.asOf > latest.asOf) latest = report;
  }
  return latest;
};

const computeFigures = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] => {
  const plans = byProject(ledger.tables.plans);
  const reports = byProject(ledger.tables.reports);
  return [...ledger.tables.projects.values()]
    .filter(({ lifecycle }) => isListed(lifecycle))
    .sort((a, b) => a.listOrder - b.listOrder || (a.code < b.code ? -1 : 1))
    .map((project) => {
      const report = latestVerified(reports.get(project.id) ?? [], asOf);
      return {
        project,
        planYuan: planInForce(plans.get(project.id) ?? [], asOf)?.amountYuan ?? null,
        completedYuan: report?.completedYtdYuan ?? 0,
        reportedAsOf: report?.asOf ?? null,
      };
    });
};

const rememberedFigures = rememberPerLedger((ledger, asOf) => computeFigures(ledger, asOf as IsoDate));

/**
 * The figures of every project on the list at `asOf`, in list order; those no longer listed are left out.
 * Computed once per ledger and date, however many boards ask.
 */
export const figuresAt = (ledger: Ledger, asOf: IsoDate): readonly ProjectFigures[] => rememberedFigures(ledger, asOf);

/** Whether something dated to a month had happened by `asOf`; a month counts from its first day. */
export const happenedBy = (month: IsoMonth | undefined, asOf: IsoDate): boolean =>
  month !== undefined && month <= asOf.slice(0, 7);
