/** Measures of money against plan and time: M1 to M5, and the amounts themselves. */
import type { ProjectFigures } from '../metrics/figures.ts';
import { standingOf } from '../metrics/lights.ts';
import { totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { planToDate, timeProgressOf } from '../metrics/time-progress.ts';
import { countMeasure, rateOf, whole, type Named } from './build.ts';
import type { Measure, Source } from './measure.ts';
import { figuresIn, moneyIn } from './scope.ts';

export type Figures = readonly ProjectFigures[];

export const projectNamed =
  (field?: string) =>
  ({ project }: ProjectFigures): Named => ({
    register: 'projects',
    record: project.id,
    ...(field !== undefined && { field }),
  });

/** The reports that ΣC rests on. */
export const reportSources = (money: Figures): readonly Source[] =>
  money.flatMap(({ report, unverified, completedYuan: value }): readonly Source[] => {
    const field = unverified ? 'reportedYtdYuan' : 'completedYtdYuan';
    return report === undefined ? [] : [{ register: 'reports', record: report, field, side: 'numerator', value }];
  });

export const planSources = (
  money: Figures,
  field: string,
  valueOf: (each: ProjectFigures) => number,
): readonly Source[] =>
  money.flatMap((each): readonly Source[] =>
    each.plan === undefined
      ? []
      : [{ register: 'plans', record: each.plan, field, side: 'denominator', value: valueOf(each) }],
  );

/** The reports and the plans that M1 rests on. */
export const rateSources = (money: Figures): readonly Source[] => [
  ...reportSources(money),
  ...planSources(money, 'amountYuan', ({ planYuan }) => planYuan ?? 0),
];

const REPORTS_AND_PLANS = {
  zh: '年内截至该日最近一期已核实填报数；该日有效版本的年度计划；列入清单的项目，计划未下达的完成数计入分子；调出项目按设置剔除或保留完成数',
  en: 'The latest verified report of the year up to the date; the plan in force on it; projects on the list, those without a plan above the line too; of withdrawn ones nothing or what they had completed, as set',
} as const;

const investmentCompletion: Measure = {
  id: 'investmentCompletionRate',
  number: 'M1',
  label: { zh: '投资完成率', en: 'Completion of the annual plan' },
  formula: { zh: '年内累计完成投资之和÷年度计划投资之和', en: 'Σ completed this year ÷ Σ plan of the year' },
  basis: REPORTS_AND_PLANS,
  unit: 'rate',
  decimals: 1,
  better: 'higher',
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    return rateOf(totalCompleted(money), totalPlan(money), () => rateSources(money));
  },
};

const phasePlan: Measure = {
  id: 'phasePlanRate',
  number: 'M2',
  label: { zh: '阶段计划完成率', en: 'Completion of the plan to date' },
  formula: { zh: '年内累计完成投资之和÷截至该日的计划投资之和', en: 'Σ completed this year ÷ Σ plan up to the date' },
  basis: {
    zh: '有分月计划的取分月累计数，其余按年度计划乘以序时进度，每个项目取整到元；其他同投资完成率',
    en: 'A project’s own plan by month where it has one, else its annual plan × time progress, each in whole 元; else as the completion of the annual plan',
  },
  unit: 'rate',
  decimals: 1,
  better: 'higher',
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    const toDate = (each: ProjectFigures): number => planToDate(context, each);
    const below = money.reduce((sum, each) => sum + toDate(each), 0);
    return rateOf(totalCompleted(money), below, () => [
      ...reportSources(money),
      ...money.flatMap((each) => planSources([each], each.monthlyPlanYuan ? 'monthlyYuan' : 'amountYuan', toDate)),
    ]);
  },
};

const time: Measure = {
  id: 'timeProgress',
  number: 'M3',
  label: { zh: '序时进度', en: 'Time progress' },
  formula: { zh: '截至该日应完成的比例', en: 'Share of the year that should be done by the date' },
  basis: {
    zh: '按设置的算法：按月、按日、进度曲线或各项目分月计划；新开工项目可从计划开工月起算；一组项目按年度计划加权',
    en: 'As set: by month, by day, by a curve or by each project’s own plan; new starts may run from their planned month; a set of projects is weighted by plan',
  },
  unit: 'rate',
  decimals: 1,
  better: 'neither',
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    return {
      value: timeProgressOf(context, money),
      sources: () => planSources(money, 'amountYuan', ({ planYuan }) => planYuan ?? 0),
    };
  },
};

const variance: Measure = {
  id: 'scheduleVariance',
  number: 'M4',
  label: { zh: '进度偏差', en: 'Against the schedule' },
  formula: { zh: '投资完成率－序时进度（百分点）', en: 'Completion − time progress, in percentage points' },
  basis: REPORTS_AND_PLANS,
  unit: 'points',
  decimals: 1,
  better: 'higher',
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    return { value: standingOf(context, money).variance, sources: () => rateSources(money) };
  },
};

const attainment: Measure = {
  id: 'scheduleAttainment',
  number: 'M5',
  label: { zh: '序时达成度', en: 'Attainment of the schedule' },
  formula: { zh: '投资完成率÷序时进度', en: 'Completion ÷ time progress' },
  basis: REPORTS_AND_PLANS,
  unit: 'rate',
  decimals: 1,
  better: 'higher',
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    return { value: standingOf(context, money).attainment, sources: () => rateSources(money) };
  },
};

const amount = (
  definition: Pick<Measure, 'id' | 'label' | 'formula' | 'better'>,
  total: (money: Figures) => number,
  sources: (money: Figures) => readonly Source[],
): Measure => ({
  ...definition,
  basis: REPORTS_AND_PLANS,
  unit: 'yuan',
  decimals: 0,
  of: (context, scope) => {
    const money = moneyIn(context, scope);
    return { value: whole(total(money)), sources: () => sources(money) };
  },
});

const completed = amount(
  {
    id: 'completedInvestment',
    label: { zh: '年内累计完成投资', en: 'Completed this year' },
    formula: { zh: '年内累计完成投资之和', en: 'Σ completed this year' },
    better: 'higher',
  },
  totalCompleted,
  reportSources,
);

const planned = amount(
  {
    id: 'plannedInvestment',
    label: { zh: '年度计划投资', en: 'Plan of the year' },
    formula: { zh: '年度计划投资之和', en: 'Σ plan of the year' },
    better: 'neither',
  },
  totalPlan,
  (money) =>
    planSources(money, 'amountYuan', ({ planYuan }) => planYuan ?? 0).map((each) => ({ ...each, side: 'numerator' })),
);

const count = countMeasure<ProjectFigures>(
  {
    id: 'projectCount',
    label: { zh: '项目数', en: 'Projects' },
    formula: { zh: '列入清单的项目个数', en: 'Projects on the list' },
    basis: { zh: '打包项目按子项目计', en: 'A bundle counts by its sites' },
    better: 'neither',
  },
  figuresIn,
  projectNamed(),
);

export const INVESTMENT = {
  investmentCompletionRate: investmentCompletion,
  phasePlanRate: phasePlan,
  timeProgress: time,
  scheduleVariance: variance,
  scheduleAttainment: attainment,
  completedInvestment: completed,
  plannedInvestment: planned,
  projectCount: count,
} as const;
