/** How the public boards stand in a spreadsheet: which rows each has, and its columns with their headings. */
import { SIZE_BANDS } from '../metrics/size-bands.ts';
import type { Label } from '../register/label.ts';
import { KEY_LEVELS, PROBLEM_CATEGORIES } from '../registers/project-choices.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { isObject } from '../result.ts';
import {
  asText,
  choiceColumn,
  column,
  countColumn,
  dateColumn,
  keyedRows,
  listColumn,
  memberOf,
  moneyColumn,
  pointsColumn,
  rateColumn,
  shareColumn,
  textColumn,
  type BoardColumn,
  type BoardSheet,
  type BoardValues,
} from './board-values.ts';
import { DAYS_LEFT, MILESTONE_STATES, overdueColumn, PACE, stateColumn } from './state-columns.ts';

const rowsOf = ({ rows }: BoardValues): readonly BoardValues[] => keyedRows(rows);

const sheet = (...columns: readonly BoardColumn[]): BoardSheet => ({ rows: rowsOf, columns });

const PROGRESS: readonly BoardColumn[] = [
  moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
  moneyColumn('年内累计完成投资', 'Completed this year', 'completed'),
  rateColumn('投资完成率', 'Rate', 'rate'),
  pointsColumn('与序时进度相比', 'Against time', 'variance'),
  PACE,
];

const SUMS: readonly BoardColumn[] = [
  countColumn('项目数', 'Projects', 'projects'),
  moneyColumn('总投资', 'Total investment', 'total'),
  moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
];

const DISTRICT: Label = { zh: '全区', en: 'District' };

/** What a part of the list is called; the whole has no label. */
const PART = column('分类', 'Part', 'text', ({ label }, locale) => asText(memberOf(label, locale)) ?? DISTRICT[locale]);

/** Every curve point by point, the whole list first. */
const trendRows = ({ all, rows }: BoardValues): readonly BoardValues[] =>
  [{ points: all }, ...keyedRows(rows)].flatMap(({ label, points }: BoardValues) =>
    Array.isArray(points) ? points.filter(isObject).map((point) => ({ ...point, label })) : [],
  );

const quarter = column('季度', 'Quarter', 'text', ({ key }, locale) => {
  const number = String(key).replace(/\D/g, '');
  return { zh: `第${number}季度`, en: `Q${number}` }[locale];
});

/** The first table of each public board, by the board's name. */
export const PUBLIC_SHEETS: Readonly<Record<string, BoardSheet>> = {
  publicLeaders: sheet(
    textColumn('责任领导', 'Leader', 'leader'),
    listColumn('分包项目', 'Projects', 'projects'),
    ...PROGRESS,
  ),
  publicMilestones: sheet(
    textColumn('项目名称', 'Project', 'projectName'),
    textColumn('责任单位', 'Unit', 'unit'),
    textColumn('下一节点', 'Next milestone', 'name'),
    dateColumn('计划日期', 'Due', 'dueOn'),
    stateColumn('状态', 'State', 'state', MILESTONE_STATES),
    DAYS_LEFT,
  ),
  publicIssues: {
    rows: ({ byCategory }) => keyedRows(byCategory),
    columns: [
      choiceColumn('类别', 'Category', 'key', PROBLEM_CATEGORIES),
      countColumn('登记', 'Registered', 'due'),
      countColumn('已办结', 'Resolved', 'done'),
      countColumn('未办结', 'Open', 'open'),
      rateColumn('办结率', 'Resolved of all', 'rate'),
    ],
  },
  publicPermits: sheet(
    textColumn('审批部门', 'Department', 'name'),
    shareColumn('已办结', 'Done', 'done'),
    shareColumn('按时办结', 'In time', 'onTime'),
    overdueColumn('逾期', 'Overdue', 'overdue'),
  ),
  publicVisits: sheet(
    textColumn('节日', 'Holiday', 'name'),
    dateColumn('开始日期', 'From', 'from'),
    dateColumn('结束日期', 'To', 'to'),
    shareColumn('责任领导到场', 'Sponsors who went', 'coverage'),
  ),
  publicPipeline: sheet(
    choiceColumn('规模', 'Size', 'key', SIZE_BANDS),
    countColumn('项目数', 'Projects', 'count'),
    countColumn('上年项目数', 'Year before', 'before'),
    countColumn('同比增减（个）', 'Change', 'delta'),
    rateColumn('同比增速', 'Growth', 'growth'),
  ),
  publicDeclarations: sheet(choiceColumn('级别', 'Level', 'key', KEY_LEVELS), ...SUMS),
  publicTrend: {
    rows: trendRows,
    columns: [
      PART,
      dateColumn('截至日期', 'As of', 'asOf'),
      moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
      moneyColumn('年内累计完成投资', 'Completed this year', 'completed'),
      rateColumn('投资完成率', 'Rate', 'rate'),
      rateColumn('序时进度', 'Time', 'time'),
    ],
  },
  publicBreakdown: sheet(PART, countColumn('项目数', 'Projects', 'projects'), ...PROGRESS),
  publicStarts: sheet(quarter, shareColumn('已开工/计划开工', 'Started of planned', 'started')),
  publicNotices: sheet(
    choiceColumn('组别', 'Group', 'key', UNIT_GROUPS),
    countColumn('下发', 'Issued', 'issued'),
    countColumn('已办结', 'Closed', 'closed'),
    overdueColumn('逾期', 'Overdue', 'overdue'),
    shareColumn('办结/下发', 'Closed of all', 'closure'),
  ),
  publicPhotos: sheet(
    textColumn('项目名称', 'Project', 'projectName'),
    textColumn('月份', 'Month', 'month'),
    textColumn('说明', 'Caption', 'caption'),
  ),
  publicMechanisms: sheet(
    textColumn('机制名称', 'Mechanism', 'name'),
    textColumn('期间', 'Period', 'period'),
    listColumn('优胜单位', 'Winners', 'winners'),
  ),
};
