/** What the cells of one project hold in the layout of the office's working ledger. */
import { fraction, showRate } from '../exact.ts';
import { measureText, numberedText } from '../import/issue-text.ts';
import { reportInForce, type ProjectRecords } from '../import/ledger-index.ts';
import { targetsText } from '../import/milestone-text.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isSettled } from '../registers/issues.ts';
import type { Issue, Project, Report } from '../registers/index.ts';
import type { PermitState } from '../registers/permits.ts';
import { KEY_LEVELS } from '../registers/project-choices.ts';
import { monthNumberOf, previousMonthEnd, yearOf, type IsoDate } from '../time.ts';
import type { TableValue } from '../workbook/table.ts';

/** Values by the column's id. */
export type LedgerCells = Readonly<Record<string, TableValue>>;

export interface LedgerMoment {
  readonly ledger: Ledger;
  /** The cut-off of the figures. */
  readonly asOf: IsoDate;
}

const PERMIT_MARKS: Readonly<Record<PermitState, string>> = {
  done: '√',
  inProgress: '办理中',
  missing: '×',
  notRequired: '不需办理',
};

/** The id of the column of a permit item. */
export const permitColumn = (item: string): string => `permit:${item}`;

/** A rate as a number of percent with one decimal; null without a plan. */
export function percentOf(completedYuan: number, planYuan: number | null): number | null {
  const rate = planYuan === null ? null : fraction(completedYuan, planYuan);
  return rate && Number(showRate(rate).text);
}

/**
 * The investment of the cut-off's month, in 元: as reported, otherwise what the year grew by since the month before.
 * Null when nothing was reported in the month or the month before is unknown.
 */
function monthYuan(reports: readonly Report[], asOf: IsoDate): number | null {
  const report = reportInForce(reports, asOf);
  if (!report || report.asOf.slice(0, 7) !== asOf.slice(0, 7)) return null;
  if (report.completedMonthYuan !== undefined) return report.completedMonthYuan;
  if (report.completedYtdYuan === undefined) return null;
  if (monthNumberOf(asOf) === 1) return report.completedYtdYuan;
  const before = previousMonthEnd(asOf);
  const earlier = reportInForce(reports, before);
  if (earlier && earlier.asOf !== before) return null;
  return report.completedYtdYuan - (earlier?.completedYtdYuan ?? 0);
}

const natureOf = ({ plannedStartInYear, carriedOver }: Project): string | null =>
  plannedStartInYear ? '新建' : carriedOver ? '续建' : null;

const periodOf = ({ plannedStart, plannedFinish }: Project): string | null =>
  plannedStart || plannedFinish ? `${plannedStart ?? ''}—${plannedFinish ?? ''}` : null;

/** Issues that were found by the cut-off and not yet settled at it, the oldest first. */
const openIssues = (issues: readonly Issue[], asOf: IsoDate): readonly Issue[] =>
  issues
    .filter(({ foundOn, state, resolvedOn }) => {
      const settled = isSettled(state) && (resolvedOn === undefined || resolvedOn <= asOf);
      return foundOn <= asOf && !settled;
    })
    .sort((a, b) => (a.foundOn < b.foundOn ? -1 : a.foundOn > b.foundOn ? 1 : a.id < b.id ? -1 : 1));

function targetsOf({ milestones }: ProjectRecords, year: number): LedgerCells {
  const own = milestones.filter(({ dueOn, waivedOn }) => yearOf(dueOn) === year && waivedOn === undefined);
  const sorted = own.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1));
  const cells: Record<string, TableValue> = {};
  for (const quarter of [1, 2, 3, 4]) {
    const due = sorted.filter(({ dueOn }) => Math.ceil(monthNumberOf(dueOn) / 3) === quarter);
    cells[`quarter${quarter}`] = targetsText(due, year, quarter) || null;
  }
  return cells;
}

const unitsOf = ({ tables }: Ledger, { leadUnit, supportUnits = [] }: Project): string =>
  [leadUnit, ...supportUnits].map((id) => tables.units.get(id)?.name ?? id).join('、');

/**
 * The cells of a project at the cut-off, by column; columns that it says nothing in are null. Amounts in 元, the rate
 * in percent.
 */
export function ledgerCells(
  { ledger, asOf }: LedgerMoment,
  { project, planYuan, completedYuan, reportedAsOf }: ProjectFigures,
  records: ProjectRecords,
): LedgerCells {
  const year = yearOf(asOf);
  const issues = openIssues(records.issues, asOf);
  const permits = records.permits.map(({ item, state }) => [permitColumn(item), PERMIT_MARKS[state]] as const);
  return {
    name: project.name,
    keyLevel: KEY_LEVELS[project.keyLevel].zh,
    nature: natureOf(project),
    content: project.content ?? null,
    period: periodOf(project),
    totalInvestment: project.totalInvestmentYuan,
    investedBefore: project.investedBeforeYuan,
    annualPlan: planYuan,
    ...targetsOf(records, year),
    completedMonth: monthYuan(records.reports, asOf),
    completedYtd: reportedAsOf === null ? null : completedYuan,
    rate: reportedAsOf === null ? null : percentOf(completedYuan, planYuan),
    physicalProgress: project.physicalProgress ?? null,
    ...Object.fromEntries(permits),
    issue: numberedText(issues.map(({ description }) => description)) || null,
    measure: numberedText(issues.map(({ measure, dueOn }) => measureText(measure, dueOn, year))) || null,
    sponsorLeader: ledger.tables.leaders.get(project.sponsorLeader ?? '')?.name ?? null,
    leadUnit: unitsOf(ledger, project),
    responsiblePerson: project.responsiblePerson ?? null,
    remark: project.remark ?? null,
  };
}
