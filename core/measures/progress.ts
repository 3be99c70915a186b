/** Measures of milestones, issues and pictures: M13, M14, M22 and the months with pictures. */
import { addDays } from '../calendar/workdays.ts';
import type { BoardContext } from '../boards/board.ts';
import { isOfList } from '../boards/lists.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { byKey } from '../metrics/by-key.ts';
import { issuesInTime, issuesResolved } from '../metrics/issues.ts';
import { photographed } from '../metrics/leadership.ts';
import type { Selection } from '../metrics/metrics.ts';
import { milestonesDone, milestonesInTime } from '../metrics/milestones.ts';
import { projectsDue } from '../metrics/reporting.ts';
import type { Issue, Milestone, Project } from '../registers/index.ts';
import { endOfMonth, monthsEndedOf, previousMonthEnd, type IsoMonth } from '../time.ts';
import { shareMeasure, type Named } from './build.ts';
import type { Scope } from './measure.ts';
import { isFrom, listsBy, ofProjectsIn, ofUnitsIn, pick } from './scope.ts';

const milestoneNamed = ({ id }: Milestone): Named => ({ register: 'milestones', record: id, field: 'doneOn' });
const issueNamed = ({ id }: Issue): Named => ({ register: 'issues', record: id, field: 'resolvedOn' });
const projectNamed = ({ id }: Project): Named => ({ register: 'projects', record: id });

const milestonesOf = (context: BoardContext, scope: Scope): readonly Milestone[] =>
  ofProjectsIn(context, scope, context.ledger.tables.milestones).filter(({ dueOn }) => isFrom(dueOn, context));

const issuesOf = (context: BoardContext, scope: Scope): readonly Issue[] =>
  ofUnitsIn(context, scope, context.ledger.tables.issues.values(), ({ ownerUnit: unit, project }) => ({
    unit,
    project,
  }))
    .filter(isOfList(context.ledger, context.asOf))
    .filter(({ foundOn }) => isFrom(foundOn, context));

const DUE_IN_YEAR = { zh: '只计本年内到期的节点', en: 'Only those that fall due in the year' } as const;
const FOUND_IN_YEAR = { zh: '只计本年内登记的问题', en: 'Only those registered in the year' } as const;

const milestoneRate = shareMeasure<Milestone>(
  {
    id: 'milestoneRate',
    inYear: DUE_IN_YEAR,
    number: 'M13',
    label: { zh: '节点完成率', en: 'Milestones done' },
    formula: { zh: '到期节点中已完成数÷到期节点数', en: 'Done of those due ÷ due' },
    basis: { zh: '按现行计划日期；经批准免除的不计', en: 'By the current date; waived ones do not count' },
  },
  (context, scope) => milestonesDone(milestonesOf(context, scope), context.asOf),
  milestoneNamed,
);

const milestoneOnTime = shareMeasure<Milestone>(
  {
    id: 'milestoneOnTimeRate',
    inYear: DUE_IN_YEAR,
    number: 'M13',
    label: { zh: '节点按期完成率', en: 'Milestones done in time' },
    formula: { zh: '到期节点中按期完成数÷到期节点数', en: 'Done by their date ÷ due' },
    basis: { zh: '按现行计划日期；经批准免除的不计', en: 'By the current date; waived ones do not count' },
  },
  (context, scope) => milestonesInTime(milestonesOf(context, scope), context.asOf),
  milestoneNamed,
);

const ISSUE_BASIS = {
  zh: '截至该日已登记的问题，按责任单位；已不在清单上的项目的问题不计；重新打开的算未办结',
  en: 'Issues registered by the date, by their owner, without those of projects that left the list; reopened ones are not settled',
} as const;

const issueResolution = shareMeasure<Issue>(
  {
    id: 'issueResolutionRate',
    inYear: FOUND_IN_YEAR,
    number: 'M14',
    label: { zh: '问题办结率', en: 'Issues settled' },
    formula: { zh: '办结问题数÷登记问题数', en: 'Settled ÷ registered' },
    basis: ISSUE_BASIS,
  },
  (context, scope) => issuesResolved(issuesOf(context, scope), context.asOf),
  issueNamed,
);

const issueOnTime = shareMeasure<Issue>(
  {
    id: 'issueOnTimeRate',
    inYear: FOUND_IN_YEAR,
    number: 'M14',
    label: { zh: '问题按时办结率', en: 'Issues settled in time' },
    formula: { zh: '按时办结数÷时限已到的问题数', en: 'Settled by the deadline ÷ whose deadline has come' },
    basis: ISSUE_BASIS,
  },
  (context, scope) => issuesInTime(issuesOf(context, scope), context.asOf),
  issueNamed,
);

/** Projects that owe a picture for a month. */
const picturesDue = rememberPerLedger((ledger, month) => {
  const to = endOfMonth(month as IsoMonth);
  const due = projectsDue(ledger, { period: 'month', from: addDays(previousMonthEnd(to), 1), to, dueOn: to });
  return listsBy(ledger, due, (project) => project);
});

const photosOf = ({ ledger }: BoardContext, scope: Scope, month: IsoMonth): Selection<Project> => {
  const due = pick(picturesDue(ledger, month), scope);
  const photos = due.flatMap(({ id }) => byKey(ledger.tables.photos, 'project').get(id) ?? []);
  return photographed(due, photos, month);
};

const photoCoverage = shareMeasure<Project>(
  {
    id: 'photoCoverage',
    number: 'M22',
    label: { zh: '图片更新率', en: 'Pictures of the month' },
    formula: { zh: '当月有采用图片的项目数÷应更新项目数', en: 'Projects with an accepted picture ÷ projects due' },
    basis: { zh: '该日所在月份在建的项目', en: 'Projects under construction in the month of the date' },
  },
  (context, scope) => photosOf(context, scope, context.asOf.slice(0, 7) as IsoMonth),
  projectNamed,
);

const photoMonths = shareMeasure<{ readonly project: Project }>(
  {
    id: 'photoMonths',
    label: { zh: '图片更新月数比', en: 'Months with pictures' },
    formula: { zh: '有采用图片的项目月数÷应更新的项目月数', en: 'Project-months with an accepted picture ÷ those due' },
    basis: { zh: '年内截至该日已结束的月份', en: 'Months of the year that have ended by the date' },
  },
  (context, scope) => {
    const months = monthsEndedOf(context.asOf).map((month) => {
      const { done, due } = photosOf(context, scope, month);
      const isDone = new Set(done);
      return due.map((project) => ({ project, shown: isDone.has(project) }));
    });
    const due = months.flat();
    return { done: due.filter(({ shown }) => shown), due };
  },
  ({ project }) => projectNamed(project),
);

export const PROGRESS = {
  milestoneRate,
  milestoneOnTimeRate: milestoneOnTime,
  issueResolutionRate: issueResolution,
  issueOnTimeRate: issueOnTime,
  photoCoverage,
  photoMonths,
} as const;
