/** Measures of size and growth: M18 to M20. */
import type { ProjectFigures } from '../metrics/figures.ts';
import { select, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { YUAN_PER_YI } from '../money.ts';
import type { IsoDate } from '../time.ts';
import { eachAs, rateOf, shareMeasure } from './build.ts';
import { planSources, projectNamed, reportSources, type Figures } from './investment.ts';
import type { Measure } from './measure.ts';
import { figuresIn, moneyIn } from './scope.ts';

const total = ({ project }: ProjectFigures): number => project.totalInvestmentYuan;

const share100M = shareMeasure<ProjectFigures>(
  {
    id: 'share100MPlus',
    number: 'M18',
    label: { zh: '亿元以上项目占比', en: 'Projects of 100 M¥ and more' },
    formula: { zh: '总投资1亿元以上项目数÷项目总数', en: 'Projects of 100 M¥ and more ÷ projects' },
    basis: { zh: '列入清单的项目，按个数；以上含本数', en: 'Projects on the list, by count; the bound is included' },
    decimals: 2,
  },
  (context, scope) => select(figuresIn(context, scope), ({ project }) => project.totalInvestmentYuan >= YUAN_PER_YI),
  projectNamed('totalInvestmentYuan'),
);

const intensity: Measure = {
  id: 'annualIntensity',
  number: 'M19',
  label: { zh: '年度计划占总投资比', en: 'Plan of the year in total investment' },
  formula: { zh: '年度计划投资之和÷总投资之和', en: 'Σ plan of the year ÷ Σ total investment' },
  basis: { zh: '列入清单的项目', en: 'Projects on the list' },
  unit: 'rate',
  decimals: 2,
  better: 'neither',
  of: (context, scope) => {
    const figures = figuresIn(context, scope);
    return rateOf(
      totalPlan(figures),
      figures.reduce((sum, each) => sum + total(each), 0),
      () => [
        ...planSources(figures, 'amountYuan', ({ planYuan }) => planYuan ?? 0).map((source) => ({
          ...source,
          side: 'numerator' as const,
        })),
        ...eachAs(figures, 'denominator', projectNamed('totalInvestmentYuan'), total),
      ],
    );
  },
};

/** The same day of the year before; the last of February for its 29th. */
const yearBefore = (asOf: IsoDate): IsoDate =>
  `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4).replace('-02-29', '-02-28')}` as IsoDate;

const sameProjects = (a: Figures, b: Figures): boolean => {
  const ids = new Set(a.map(({ project }) => project.id));
  return a.length === b.length && b.every(({ project }) => ids.has(project.id));
};

const yearOnYear: Measure = {
  id: 'completedYearOnYear',
  number: 'M20',
  label: { zh: '完成投资同比增速', en: 'Completed, against last year' },
  formula: {
    zh: '（年内累计完成投资－上年同期）÷上年同期',
    en: '(Completed this year − same period last year) ÷ same period last year',
  },
  basis: {
    zh: '两个日期各自清单上的项目；清单不同的注明非同口径；上年同期为零或没有的不计算',
    en: 'The projects on the list at each of the two dates; said where the lists differ; none where last year had nothing',
  },
  unit: 'rate',
  decimals: 1,
  better: 'higher',
  of: (context, scope) => {
    const now = moneyIn(context, scope);
    const before = moneyIn({ ledger: context.ledger, asOf: yearBefore(context.asOf) }, scope);
    const base = totalCompleted(before);
    const measured = rateOf(totalCompleted(now) - base, base, () => [
      ...reportSources(now),
      ...reportSources(before).map((source) => ({ ...source, value: -source.value })),
      ...reportSources(before).map((source) => ({ ...source, side: 'denominator' as const })),
    ]);
    const remark = { zh: '非同口径：两年的项目清单不同', en: 'The two years’ lists of projects differ' };
    return { ...measured, ...(base !== 0 && !sameProjects(now, before) && { remark }) };
  },
};

export const SIZES = {
  share100MPlus: share100M,
  annualIntensity: intensity,
  completedYearOnYear: yearOnYear,
} as const;
