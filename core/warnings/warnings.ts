/**
 * Doubts about values that are possible but unlikely: a person confirms them with a reason, and the reason stays in
 * the log. What is impossible is refused by the register itself.
 */
import { figuresAt, reportsOf } from '../metrics/figures.ts';
import type { Values } from '../register/check-record.ts';
import type { Project, RegisterName } from '../registers/index.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { monthNumberOf, parseDate, previousMonthEnd, yearOf, type IsoDate } from '../time.ts';
import type { Label } from '../register/label.ts';

export const WARNINGS = {
  'over-total': { zh: '超过总投资减去年前累计', en: 'More than the total investment leaves' },
  'lower-than-before': { zh: '低于前期已有的累计数', en: 'Lower than an earlier figure of the year' },
  'higher-than-later': { zh: '高于后期已有的累计数', en: 'Higher than a later figure of the year' },
  'rate-over-300': { zh: '超过年度计划的 3 倍', en: 'More than three times the plan of the year' },
  jump: { zh: '一期增加超过年度计划的一半', en: 'Grew by more than half the plan of the year since the last figure' },
  'without-plan': { zh: '年度计划未下达，却有完成投资', en: 'There is no plan for the year' },
  'month-mismatch': { zh: '本月完成与累计数之差不符', en: 'The month does not fit the difference of the totals' },
  'plan-over-total': { zh: '年度计划超过总投资减去年前累计', en: 'The plan exceeds what the total investment leaves' },
  'total-below-done': { zh: '总投资低于已完成投资', en: 'The total investment is less than what is done' },
} as const satisfies Readonly<Record<string, Label>>;

export type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  /** The field that it is about. */
  readonly path: string;
  readonly code: WarningCode;
  /** What the value is compared with, in 元; absent when there is nothing to compare. */
  readonly comparedYuan?: number;
}

/** The plan of the year can be exceeded, but hardly more than so many times. */
const MOST_TIMES_PLAN = 3;

const warning = (path: string, code: WarningCode, comparedYuan?: number): Warning => ({
  path,
  code,
  ...(comparedYuan === undefined ? {} : { comparedYuan }),
});

const leftOf = ({ totalInvestmentYuan, investedBeforeYuan }: Project): number =>
  totalInvestmentYuan - investedBeforeYuan;

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The figures of a project's other reports in the year: what counts or, before it is verified, what was reported. */
function neighbours(ledger: Ledger, project: string, own: string, asOf: IsoDate) {
  const said = reportsOf(ledger, project)
    .filter((report) => report.id !== own && report.state !== 'returned' && yearOf(report.asOf) === yearOf(asOf))
    .map((report) => ({ asOf: report.asOf, yuan: report.completedYtdYuan ?? report.reportedYtdYuan }))
    .filter((each): each is { asOf: IsoDate; yuan: number } => each.yuan !== undefined)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return {
    earlier: said.filter((each) => each.asOf < asOf),
    later: said.filter((each) => each.asOf > asOf),
  };
}

const planAt = (ledger: Ledger, project: string, asOf: IsoDate): number | null =>
  figuresAt(ledger, asOf).find((each) => each.project.id === project)?.planYuan ?? null;

function figureWarnings(ledger: Ledger, id: string, values: Values, path: string, yuan: number): readonly Warning[] {
  const asOf = parseDate(String(values['asOf']));
  const project = ledger.tables.projects.get(String(values['project']));
  if (!asOf || !project) return [];
  const { earlier, later } = neighbours(ledger, project.id, id, asOf);
  const before = earlier.reduce((most, each) => Math.max(most, each.yuan), 0);
  const after = later.reduce((least, each) => Math.min(least, each.yuan), Number.POSITIVE_INFINITY);
  const last = earlier.at(-1)?.yuan;
  const plan = planAt(ledger, project.id, asOf);
  const month = numberOf(values['completedMonthYuan']);
  return [
    ...(yuan > leftOf(project) ? [warning(path, 'over-total', leftOf(project))] : []),
    ...(yuan < before ? [warning(path, 'lower-than-before', before)] : []),
    ...(yuan > after ? [warning(path, 'higher-than-later', after)] : []),
    ...(plan === null && yuan > 0 ? [warning(path, 'without-plan')] : []),
    ...(plan !== null && yuan > MOST_TIMES_PLAN * plan ? [warning(path, 'rate-over-300', plan)] : []),
    ...(plan !== null && last !== undefined && 2 * (yuan - last) > plan ? [warning(path, 'jump', last)] : []),
    ...(month !== undefined && isMonthLater(earlier.at(-1)?.asOf, asOf) && month !== yuan - (last ?? 0)
      ? [warning('completedMonthYuan', 'month-mismatch', yuan - (last ?? 0))]
      : []),
  ];
}

/** Whether the last figure is the one of the month before, so that the difference is the month's. */
const isMonthLater = (last: IsoDate | undefined, asOf: IsoDate): boolean =>
  monthNumberOf(asOf) === 1 ? last === undefined : last === previousMonthEnd(asOf);

function reportWarnings(ledger: Ledger, id: string, values: Values): readonly Warning[] {
  if (values['state'] === 'returned') return [];
  const path = values['completedYtdYuan'] === undefined ? 'reportedYtdYuan' : 'completedYtdYuan';
  const yuan = numberOf(values[path]);
  return yuan === undefined ? [] : figureWarnings(ledger, id, values, path, yuan);
}

function planWarnings(ledger: Ledger, values: Values): readonly Warning[] {
  const project = ledger.tables.projects.get(String(values['project']));
  const amount = numberOf(values['amountYuan']) ?? 0;
  return project && amount > leftOf(project) ? [warning('amountYuan', 'plan-over-total', leftOf(project))] : [];
}

function projectWarnings(ledger: Ledger, id: string, values: Values): readonly Warning[] {
  const year = settingsOf(ledger)?.year;
  // What was done in earlier years is in `investedBeforeYuan` already.
  const figures = reportsOf(ledger, id).flatMap(({ asOf, completedYtdYuan }) =>
    yearOf(asOf) === year ? (completedYtdYuan ?? []) : [],
  );
  const done = (numberOf(values['investedBeforeYuan']) ?? 0) + Math.max(0, ...figures);
  const total = numberOf(values['totalInvestmentYuan']) ?? 0;
  return total < done ? [warning('totalInvestmentYuan', 'total-below-done', done)] : [];
}

/**
 * What is doubtful about a record with these values, against the rest of a ledger (which may hold it already).
 * @param id the record's id; its own earlier state is left out of comparisons.
 */
export function warningsOf(ledger: Ledger, register: RegisterName, id: string, values: Values): readonly Warning[] {
  if (register === 'reports') return reportWarnings(ledger, id, values);
  if (register === 'plans') return planWarnings(ledger, values);
  return register === 'projects' ? projectWarnings(ledger, id, values) : [];
}
