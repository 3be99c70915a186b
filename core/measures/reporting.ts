/** Measures of reporting: M25, and what was late, missing or untrue. */
import type { BoardContext } from '../boards/board.ts';
import { inYearTo } from '../boards/lists.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import {
  judgedPeriod,
  owedReports,
  periodsClosed,
  reportedInTime,
  type OwedReport,
  type ReportingPeriod,
} from '../metrics/reporting.ts';
import type { Selection } from '../metrics/metrics.ts';
import type { Check } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import { countMeasure, shareMeasure, type Named } from './build.ts';
import type { Scope } from './measure.ts';
import { listsBy, ofUnitsIn, pick } from './scope.ts';

/** What the projects of one period owe. */
interface OwedIn {
  readonly period: ReportingPeriod;
  readonly owed: ReturnType<typeof listsBy<OwedReport>>;
}

const owedOf = (ledger: Ledger, period: ReportingPeriod, asOf: IsoDate): OwedIn => ({
  period,
  owed: listsBy(ledger, owedReports(ledger, period, asOf), ({ project }) => project),
});

/** What was owed for the period that is judged at a date. */
const judgedAt = rememberPerLedger((ledger, date): OwedIn | null => {
  const asOf = date as IsoDate;
  const rules = settingsOf(ledger);
  return rules && owedOf(ledger, judgedPeriod(rules, asOf), asOf);
});

/** What was owed for each period whose last day to report has passed in the year up to a date. */
const closedAt = rememberPerLedger((ledger, date): readonly OwedIn[] => {
  const asOf = date as IsoDate;
  const rules = settingsOf(ledger);
  return rules ? periodsClosed(rules, asOf).map((period) => owedOf(ledger, period, asOf)) : [];
});

const inTimeIn = (scope: Scope, { period, owed }: OwedIn): Selection<OwedReport> =>
  reportedInTime(pick(owed, scope), period);

const reportNamed = ({ project, report }: OwedReport): Named =>
  report
    ? { register: 'reports', record: report.id, field: 'submittedOn' }
    : { register: 'projects', record: project.id };

const timeliness = shareMeasure<OwedReport>(
  {
    id: 'reportTimeliness',
    number: 'M25',
    label: { zh: '报送及时率', en: 'Reports in time' },
    formula: { zh: '按时填报项目数÷应填报项目数', en: 'Reported by the last day ÷ owing a report' },
    basis: {
      zh: '填报期限已过的最近一期，期限当日不算已过；退回后重报的以首次填报日期为准；没有填报日期的（导入或办公室代填）不计',
      en: 'The last period whose last day to report has passed, which on that day it has not; a report sent again after a return by its first day; reports without a day of submission (imported, or typed by the office) do not count',
    },
  },
  ({ ledger, asOf }, scope) => {
    const judged = judgedAt(ledger, asOf);
    return judged ? inTimeIn(scope, judged) : { done: [], due: [] };
  },
  reportNamed,
);

/** What was late or missing at the end of each period of the year whose last day to report has passed. */
const overdueReports = ({ ledger, asOf }: BoardContext, scope: Scope): readonly OwedReport[] =>
  closedAt(ledger, asOf).flatMap((closed) => {
    const { done, due } = inTimeIn(scope, closed);
    const inTime = new Set(done);
    return due.filter((owed) => !inTime.has(owed));
  });

const isMissing = ({ report }: OwedReport): boolean => report === undefined;

const REPORT_BASIS = {
  zh: '填报期限在年内且已过的各期（上年12月的期限在本年）；台账有第一份填报之前的不计；没有填报日期的（导入或办公室代填）不计',
  en: 'Periods whose last day lies in the year and has passed (that of December lies in the year after), none before the ledger’s first report; reports without a day of submission (imported, or typed by the office) do not count',
} as const;

const lateReports = countMeasure<OwedReport>(
  {
    id: 'lateReports',
    label: { zh: '迟报次数', en: 'Late reports' },
    formula: { zh: '超过期限填报的项目期数', en: 'Reports sent after the last day' },
    basis: REPORT_BASIS,
    better: 'lower',
  },
  (context, scope) => overdueReports(context, scope).filter((owed) => !isMissing(owed)),
  reportNamed,
);

const missingReports = countMeasure<OwedReport>(
  {
    id: 'missingReports',
    label: { zh: '漏报次数', en: 'Missing reports' },
    formula: { zh: '截至该日仍未填报的项目期数', en: 'Reports not sent by the date' },
    basis: REPORT_BASIS,
    better: 'lower',
  },
  (context, scope) => overdueReports(context, scope).filter(isMissing),
  ({ project }) => ({ register: 'projects', record: project.id }),
);

const falseReports = countMeasure<Check>(
  {
    id: 'falseReports',
    label: { zh: '报送不实次数', en: 'Untrue reports' },
    formula: { zh: '督查结论为与上报不一致的次数', en: 'Checks that found something else than was reported' },
    basis: {
      zh: '年内截至该日的督查记录，按议定事项的责任单位；核实数低于填报数不算不实',
      en: 'Checks of decisions in the year, by the decision’s owner; a verified figure below the reported one is none',
    },
    better: 'lower',
  },
  (context, scope) => {
    const { decisions, checks } = context.ledger.tables;
    const found = [...checks.values()].filter(({ agrees, on }) => !agrees && inYearTo(on, context.asOf));
    return ofUnitsIn(context, scope, found, ({ decision }) => ({
      unit: decisions.get(decision)?.owner,
      project: decisions.get(decision)?.project,
    }));
  },
  ({ id }) => ({ register: 'checks', record: id, field: 'agrees' }),
);

export const REPORTING = {
  reportTimeliness: timeliness,
  lateReports,
  missingReports,
  falseReports,
} as const;
