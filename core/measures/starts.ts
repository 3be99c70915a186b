/** Measures of starts, resumptions and completions: M6 to M12, late starts, early completions. */
import type { BoardContext } from '../boards/board.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import type { Selection } from '../metrics/metrics.ts';
import {
  annualStarts,
  completionsOfPlan,
  completionsOfStock,
  earlyCompletions,
  lateStarts,
  onTimeStarts,
  phasedStarts,
  resumptions,
  startsAndResumptions,
} from '../metrics/starts.ts';
import type { IsoDate } from '../time.ts';
import { countMeasure, shareMeasure } from './build.ts';
import { projectNamed } from './investment.ts';
import type { Scope } from './measure.ts';
import { figuresIn } from './scope.ts';

const over =
  <T>(of: (figures: readonly ProjectFigures[], asOf: IsoDate) => T) =>
  (context: BoardContext, scope: Scope): T =>
    of(figuresIn(context, scope), context.asOf);

type Chosen = (context: BoardContext, scope: Scope) => Selection<ProjectFigures>;

const started = projectNamed('actualStart');

const annualStart = shareMeasure(
  {
    id: 'annualStartRate',
    number: 'M6',
    label: { zh: '年度开工率', en: 'Starts of the year' },
    formula: { zh: '已开工项目数÷全年计划开工项目数', en: 'Started ÷ planned to start in the year' },
    basis: {
      zh: '计划新开工的项目；前期项目不计',
      en: 'Projects planned to start in the year; none still in preparation',
    },
  },
  over(annualStarts) satisfies Chosen,
  started,
  projectNamed('plannedStartInYear'),
);

const phasedStart = shareMeasure(
  {
    id: 'phasedStartRate',
    number: 'M7',
    label: { zh: '时序开工率', en: 'Starts to date' },
    formula: { zh: '截至该日已开工÷截至该日应开工', en: 'Started by the date ÷ planned to have started by it' },
    basis: {
      zh: '提前开工和增补开工的计入分子，可超过100%；计划月份结束为应开工',
      en: 'Early and added starts count above the line, so it may pass 100 %; a start is due when its planned month has ended',
    },
  },
  over(phasedStarts) satisfies Chosen,
  started,
  projectNamed('plannedStart'),
);

const onTimeStart = shareMeasure(
  {
    id: 'onTimeStartRate',
    number: 'M8',
    label: { zh: '按期开工率', en: 'Starts in time' },
    formula: { zh: '应开工中按期开工÷截至该日应开工', en: 'Due and started by the planned month ÷ due' },
    basis: {
      zh: '计划月份结束为应开工；提前开工而未到期的不计',
      en: 'Due when the planned month has ended; early starts not yet due do not count',
    },
  },
  over(onTimeStarts) satisfies Chosen,
  started,
  projectNamed('plannedStart'),
);

const resumption = shareMeasure(
  {
    id: 'resumptionRate',
    number: 'M9',
    label: { zh: '复工率', en: 'Resumed' },
    formula: { zh: '已复工项目数÷应复工项目数', en: 'Resumed ÷ should have resumed' },
    basis: {
      zh: '续建项目；又停工的不算复工',
      en: 'Carried-over projects; one that stands still again has not resumed',
    },
  },
  over(resumptions) satisfies Chosen,
  projectNamed('resumedOn'),
  projectNamed('carriedOver'),
);

const startResume = shareMeasure(
  {
    id: 'startResumeRate',
    number: 'M10',
    label: { zh: '开复工率', en: 'Started or resumed' },
    formula: {
      zh: '（开工＋复工）÷（项目总数－前期项目）',
      en: '(Started + resumed) ÷ (projects − those in preparation)',
    },
    basis: {
      zh: '前期项目：状态为前期，不计划当年开工，也不是续建，尚未开工',
      en: 'In preparation: so by its life cycle, not planned to start in the year, not carried over, not started',
    },
  },
  over(startsAndResumptions) satisfies Chosen,
  projectNamed('lifecycle'),
);

const completionPlan = shareMeasure(
  {
    id: 'completionRateOfPlan',
    number: 'M11',
    label: { zh: '竣工率（计划口径）', en: 'Completions of the plan' },
    formula: { zh: '年内竣工项目数÷年度计划竣工项目数', en: 'Completed in the year ÷ planned to be' },
    basis: { zh: '计划外竣工计入分子，可超过100%', en: 'Completions beyond the plan count above the line' },
  },
  over(completionsOfPlan) satisfies Chosen,
  projectNamed('actualFinish'),
  projectNamed('plannedCompletionInYear'),
);

const completionStock = shareMeasure(
  {
    id: 'completionRateOfStock',
    number: 'M12',
    label: { zh: '竣工率（施工口径）', en: 'Completions of all under construction' },
    formula: { zh: '年内竣工项目数÷年内施工项目数', en: 'Completed in the year ÷ under construction in it' },
    basis: {
      zh: '施工项目：续建项目和已开工项目，含已竣工的',
      en: 'Carried-over and started projects, completed ones included',
    },
  },
  over(completionsOfStock) satisfies Chosen,
  projectNamed('actualFinish'),
  started,
);

const late = countMeasure(
  {
    id: 'lateStarts',
    label: { zh: '逾期开工项目数', en: 'Late starts' },
    formula: { zh: '计划月份结束时未开工的项目数', en: 'Projects not started by the end of their planned month' },
    basis: { zh: '含后来开工的和仍未开工的', en: 'Those started later and those not started yet' },
    better: 'lower',
  },
  over(lateStarts),
  started,
);

const early = countMeasure(
  {
    id: 'earlyCompletions',
    label: { zh: '提前竣工项目数', en: 'Early completions' },
    formula: { zh: '竣工月份早于计划的项目数', en: 'Projects completed before their planned month' },
    basis: { zh: '年内截至该日竣工的项目', en: 'Projects completed in the year up to the date' },
  },
  over(earlyCompletions),
  projectNamed('actualFinish'),
);

export const STARTS = {
  annualStartRate: annualStart,
  phasedStartRate: phasedStart,
  onTimeStartRate: onTimeStart,
  resumptionRate: resumption,
  startResumeRate: startResume,
  completionRateOfPlan: completionPlan,
  completionRateOfStock: completionStock,
  lateStarts: late,
  earlyCompletions: early,
} as const;
