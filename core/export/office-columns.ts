/** How the office's boards stand in a spreadsheet: which rows each has, and its columns with their headings. */
import { SIZE_BANDS } from '../metrics/size-bands.ts';
import type { Label } from '../register/label.ts';
import { BULLETIN_KINDS } from '../registers/bulletins.ts';
import { HONOUR_BOARDS } from '../registers/board-signoffs.ts';
import { CONTEST_KINDS, CONTEST_RESULTS } from '../registers/contests.ts';
import { DECISION_STATES } from '../registers/decisions.ts';
import { DUTY_STATES } from '../registers/duties.ts';
import { ESCALATION_LEVELS, ISSUE_STATES } from '../registers/issues.ts';
import { LEADER_REPORT_KINDS } from '../registers/leader-reports.ts';
import { NOTICE_STAGES, NOTICE_STATES } from '../registers/notices.ts';
import { PERMIT_STATES } from '../registers/permits.ts';
import { KEY_LEVELS, PROBLEM_CATEGORIES } from '../registers/project-choices.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { isObject } from '../result.ts';
import { wordOf } from '../import/text.ts';
import type { TableValue } from '../workbook/table.ts';
import {
  asNumber,
  asText,
  choiceColumn,
  column,
  countColumn,
  dateColumn,
  flagColumn,
  keyedRows,
  listColumn,
  memberOf,
  moneyColumn,
  rateColumn,
  shareColumn,
  textColumn,
  type BoardColumn,
  type BoardSheet,
  type BoardValues,
} from './board-values.ts';
import { inBrackets, YI } from './money-words.ts';
import { FACTS, summaryRows } from './slide-columns.ts';
import { DAYS_LEFT, MILESTONE_STATES, OVERDUE, overdueColumn, stateColumn } from './state-columns.ts';
import { yearFacts } from './year-facts.ts';

const rowsOf = ({ rows }: BoardValues): readonly BoardValues[] => keyedRows(rows);

const sheet = (...columns: readonly BoardColumn[]): BoardSheet => ({ rows: rowsOf, columns });

const PROJECT = textColumn('项目名称', 'Project', 'projectName');
const UNIT = textColumn('责任单位', 'Unit', 'unit');
const DUE = dateColumn('截止日期', 'Due', 'dueOn');

const SUMS: readonly BoardColumn[] = [
  countColumn('项目数', 'Projects', 'projects'),
  moneyColumn('总投资', 'Total investment', 'total'),
  moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
  rateColumn('年度计划占总投资', 'Plan of total', 'intensity'),
];

const SETUP_PARTS = {
  leader: { zh: '责任领导', en: 'Sponsor leader' },
  leadUnit: { zh: '责任单位', en: 'Lead unit' },
  taskForce: { zh: '推进班子', en: 'Task force' },
  plan: { zh: '实施方案', en: 'Implementation plan' },
} as const;

const PARTS = { all: { zh: '合计', en: 'All' }, ...KEY_LEVELS, ...SIZE_BANDS } as const;

const part = (key: string, values: unknown): readonly BoardValues[] =>
  isObject(values) ? [{ ...values, part: key }] : [];

const LEVELS = Object.keys(KEY_LEVELS);

/** All of the pipeline, then by level, then by size with the change against the year before. */
const pipelineRows = (board: BoardValues): readonly BoardValues[] => [
  ...part('all', board),
  ...LEVELS.flatMap((level) => part(level, memberOf(board['levels'], level))),
  ...keyedRows(board['bands']).map((row) => ({ ...row, part: row['key'], projects: row['count'] })),
];

const DECLARED = { intended: { zh: '拟申报', en: 'Intended' }, accepted: { zh: '已列入', en: 'Accepted' } } as const;

const declarationRows = (board: BoardValues): readonly BoardValues[] =>
  Object.keys(DECLARED).flatMap((declared) => {
    const own = board[declared];
    const lines = [...part('all', own), ...LEVELS.flatMap((level) => part(level, memberOf(own, level)))];
    return lines.map((line) => ({ ...line, declared }));
  });

/** Every series point by point, the whole list first. */
const seriesRows = ({ all, rows }: BoardValues): readonly BoardValues[] =>
  [{ points: all }, ...keyedRows(rows)].flatMap(({ name, points }: BoardValues) =>
    Array.isArray(points) ? points.filter(isObject).map((point) => ({ ...point, name })) : [],
  );

const dutyColumn = (name: string, at: number): BoardColumn => {
  const words: Readonly<Record<string, Label>> = DUTY_STATES;
  const stateIn = ({ states }: BoardValues): string => (Array.isArray(states) ? wordOf(states[at]) : '');
  return {
    ...column(name, name, 'text', (row, locale) => words[stateIn(row)]?.[locale] ?? (stateIn(row) || null)),
    state: stateIn,
  };
};

/** A column per guarantee, as the settings name them: 包前期手续 → 已落实. */
const dutyColumns = ({ names }: BoardValues): readonly BoardColumn[] => {
  const all: readonly unknown[] = Array.isArray(names) ? names : [];
  return all.map((name, at) => dutyColumn(String(name), at));
};

const LEVEL: Label = { zh: '持平', en: 'Level' };

/** Scores are kept in hundredths. */
const scoreColumn = (zh: string, en: string, name: string): BoardColumn =>
  column(zh, en, 'text', (row) => {
    const hundredths = row[name];
    return typeof hundredths === 'number' ? (hundredths / 100).toFixed(2) : null;
  });

/** What a measure's number counts in, behind its name; counts say it themselves. */
const MEASURE_UNITS: Readonly<Record<string, Label>> = {
  rate: { zh: '（%）', en: ' (%)' },
  points: { zh: '（百分点）', en: ' (pp)' },
  yuan: inBrackets(YI),
};

/** A measure's name with its unit. */
const measureHeading = (label: unknown, unit: unknown, locale: keyof Label): string =>
  `${asText(memberOf(label, locale)) ?? ''}${MEASURE_UNITS[String(unit)]?.[locale] ?? ''}`;

/** The number that a ranking by any measure goes by, headed by the measure's name and unit. */
const exploredColumn = (label: unknown, unit: unknown): BoardColumn =>
  column(measureHeading(label, unit, 'zh'), measureHeading(label, unit, 'en'), 'text', ({ value }) =>
    asText(memberOf(value, 'text')),
  );

/** What the explorer says of the other date. */
const THEN: readonly BoardColumn[] = [
  column('对比日期位次', 'Rank then', 'integer', ({ before }) => asNumber(memberOf(before, 'rank'))),
  column('对比日期数值', 'Number then', 'text', ({ before }) => asText(memberOf(memberOf(before, 'value'), 'text'))),
  textColumn('增减', 'Change', 'grown'),
];

/** By group, unless all units are ranked together. */
const assessmentRows = ({ rows, together }: BoardValues): readonly BoardValues[] => {
  const groups = Object.keys(UNIT_GROUPS);
  const placeOf = ({ group }: BoardValues): number => (together === true ? 0 : groups.indexOf(String(group)));
  return [...keyedRows(rows)].sort((a, b) => placeOf(a) - placeOf(b));
};

/** What one of two compared units has, under its name. */
const sideColumn = (name: 'first' | 'second', heading: string): BoardColumn =>
  column(heading, heading, 'text', (row) => asText(memberOf(row[name], 'text')));

/** Who leads by name: 甲方 and 乙方 are named in the headings. */
const leadsColumn = (names: Readonly<Record<string, TableValue>>): BoardColumn =>
  column('领先', 'Leads', 'text', ({ leads }, locale) =>
    leads === 'level' ? LEVEL[locale] : (names[String(leads)] ?? null),
  );

/** The sheets of the office's boards, by the board's name. */
export const OFFICE_SHEETS: Readonly<Record<string, BoardSheet>> = {
  yearSummary: {
    rows: (board) => [...(isObject(board['summary']) ? summaryRows(board['summary']) : []), ...yearFacts(board)],
    columns: FACTS,
  },
  sponsorPortfolio: sheet(
    textColumn('责任领导', 'Leader', 'name'),
    textColumn('职务', 'Title', 'title'),
    listColumn('分包项目', 'Projects', 'projects'),
    moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
    moneyColumn('年内累计完成投资', 'Completed this year', 'completed'),
    rateColumn('投资完成率', 'Rate', 'rate'),
    countColumn('现场督导次数', 'Visits', 'visits'),
  ),
  setupCompleteness: sheet(
    textColumn('项目名称', 'Project', 'name'),
    UNIT,
    listColumn('缺项', 'Lacking', 'missing', SETUP_PARTS),
  ),
  milestones: sheet(
    PROJECT,
    UNIT,
    textColumn('时间节点', 'Milestone', 'name'),
    DUE,
    stateColumn('状态', 'State', 'state', MILESTONE_STATES),
    DAYS_LEFT,
  ),
  issues: sheet(
    PROJECT,
    choiceColumn('问题类别', 'Category', 'category', PROBLEM_CATEGORIES),
    textColumn('问题描述', 'Description', 'description'),
    UNIT,
    stateColumn('状态', 'State', 'state', ISSUE_STATES),
    choiceColumn('提级层级', 'Escalated to', 'escalation', ESCALATION_LEVELS),
    dateColumn('发现日期', 'Found on', 'foundOn'),
    DUE,
    countColumn('已历天数', 'Days open', 'days'),
    OVERDUE,
  ),
  permits: sheet(
    textColumn('项目名称', 'Project', 'name'),
    UNIT,
    shareColumn('已办结', 'Done', 'done'),
    shareColumn('按时办结', 'In time', 'onTime'),
    overdueColumn('逾期', 'Overdue', 'overdue'),
    listColumn('未办结事项', 'Open', 'open'),
  ),
  feedConflicts: sheet(
    PROJECT,
    textColumn('事项', 'Permit', 'item'),
    stateColumn('部门数据', 'The department says', 'departmentSays', PERMIT_STATES),
    stateColumn('台账', 'The ledger says', 'ledgerSays', PERMIT_STATES),
    textColumn('来源', 'Source', 'source'),
    dateColumn('日期', 'On', 'on'),
  ),
  visits: sheet(
    PROJECT,
    dateColumn('督导日期', 'Visited on', 'on'),
    moneyColumn('台账数', 'Ledger says', 'ledger'),
    moneyColumn('现场核实数', 'Found on site', 'found'),
    moneyColumn('差额', 'Difference', 'difference'),
    textColumn('后续要求', 'Follow-up', 'followUp'),
  ),
  notices: sheet(
    textColumn('编号', 'Number', 'number'),
    UNIT,
    PROJECT,
    choiceColumn('类型', 'Stage', 'stage', NOTICE_STAGES),
    textColumn('事由', 'Matter', 'matter'),
    dateColumn('下发日期', 'Issued on', 'issuedOn'),
    dateColumn('办理期限', 'Deadline', 'deadline'),
    stateColumn('状态', 'State', 'state', NOTICE_STATES),
    OVERDUE,
    overdueColumn('超期天数', 'Days over', 'daysOver'),
  ),
  decisions: sheet(
    textColumn('议定事项', 'Task', 'task'),
    textColumn('责任单位', 'Owner', 'owner'),
    PROJECT,
    dateColumn('议定日期', 'Decided on', 'decidedOn'),
    DUE,
    stateColumn('状态', 'State', 'state', DECISION_STATES),
    OVERDUE,
    DAYS_LEFT,
    countColumn('滚动次数', 'Rolled over', 'rolledOver'),
    textColumn('进展', 'Progress', 'progress'),
  ),
  commencements: sheet(
    countColumn('批次', 'Number', 'number'),
    textColumn('名称', 'Name', 'name'),
    dateColumn('举行日期', 'Held on', 'heldOn'),
    textColumn('地点', 'Venue', 'venue'),
    flagColumn('已举行', 'Held', 'held'),
    ...SUMS,
    countColumn('其中列入重点', 'On the list', 'onTheList'),
  ),
  pipeline: {
    rows: pipelineRows,
    columns: [
      choiceColumn('分类', 'Part', 'part', PARTS),
      ...SUMS,
      countColumn('上年项目数', 'Year before', 'before'),
      countColumn('同比增减（个）', 'Change', 'delta'),
      rateColumn('同比增速', 'Growth', 'growth'),
    ],
  },
  declarations: {
    rows: declarationRows,
    columns: [
      choiceColumn('类别', 'Declared', 'declared', DECLARED),
      choiceColumn('级别', 'Level', 'part', PARTS),
      ...SUMS,
    ],
  },
  quarterStarts: sheet(
    column('季度', 'Quarter', 'text', ({ key }, locale) => {
      const number = String(key).replace(/\D/g, '');
      return { zh: `第${number}季度`, en: `Q${number}` }[locale];
    }),
    shareColumn('已开工/应开工', 'Started', 'started'),
    countColumn('按期开工', 'In time', 'startedInTime'),
    shareColumn('手续齐全', 'All permits', 'permitted'),
    listColumn('未开工项目', 'Not started', 'waiting'),
    countColumn('下年拟开工', 'Meant for next year', 'nextYear'),
  ),
  duties: {
    rows: rowsOf,
    columns: (board) => [
      textColumn('项目名称', 'Project', 'name'),
      textColumn('责任领导', 'Leader', 'leader'),
      ...dutyColumns(board),
    ],
  },
  mechanisms: sheet(
    textColumn('机制名称', 'Mechanism', 'name'),
    textColumn('牵头单位', 'Owner', 'owner'),
    textColumn('周期', 'Period', 'period'),
    textColumn('参与对象', 'Entrants', 'entrants'),
    textColumn('记载于', 'Recorded in', 'recordedIn'),
    countColumn('成绩条数', 'Scores', 'scores'),
    flagColumn('已停用', 'No longer used', 'retired'),
  ),
  contests: sheet(
    textColumn('赛季', 'Season', 'season'),
    countColumn('轮次', 'Round', 'round'),
    choiceColumn('类型', 'Kind', 'kind', CONTEST_KINDS),
    textColumn('甲方', 'First', 'first'),
    scoreColumn('甲方得分', 'Score', 'firstHundredths'),
    textColumn('乙方', 'Second', 'second'),
    scoreColumn('乙方得分', 'Score of the second', 'secondHundredths'),
    choiceColumn('结果', 'Result', 'result', CONTEST_RESULTS),
    textColumn('流动红旗', 'Flag', 'flagHolder'),
    textColumn('比赛内容', 'Measure', 'measure'),
    dateColumn('截至日期', 'As of', 'asOf'),
  ),
  assessment: {
    rows: assessmentRows,
    columns: [
      choiceColumn('组别', 'Group', 'group', UNIT_GROUPS),
      countColumn('位次', 'Rank', 'rank'),
      textColumn('单位', 'Unit', 'name'),
      column('得分', 'Score', 'text', ({ score }) => asText(memberOf(score, 'text'))),
      countColumn('上月位次', 'Rank the month before', 'rankBefore'),
    ],
  },
  redBlack: sheet(
    choiceColumn('榜单', 'Board', 'board', HONOUR_BOARDS),
    choiceColumn('组别', 'Group', 'group', UNIT_GROUPS),
    listColumn('上榜单位', 'Units', 'units'),
    dateColumn('数据截至', 'Figures as of', 'asOf'),
    textColumn('考核方案', 'Scheme', 'scheme'),
    dateColumn('发布日期', 'Public from', 'from'),
    dateColumn('截止日期', 'Public until', 'until'),
  ),
  headToHead: {
    rows: rowsOf,
    columns: (board) => {
      const [first, second] = (['first', 'second'] as const).map((name) => asText(memberOf(board[name], 'shortName')));
      return [
        column('指标', 'Measure', 'text', ({ label, unit }, locale) => measureHeading(label, unit, locale)),
        sideColumn('first', String(first ?? '')),
        sideColumn('second', String(second ?? '')),
        leadsColumn({ first: first ?? null, second: second ?? null }),
      ];
    },
  },
  leaderReports: sheet(
    choiceColumn('类型', 'Kind', 'key', LEADER_REPORT_KINDS),
    countColumn('本年篇数', 'Reports of the year', 'reports'),
    shareColumn('本期参与', 'Participation', 'participation'),
    shareColumn('按时', 'In time', 'inTime'),
    listColumn('未报告', 'Missing', 'missing'),
  ),
  photos: sheet(textColumn('项目名称', 'Project', 'name'), UNIT, countColumn('待审图片', 'Waiting', 'waiting')),
  bulletins: sheet(
    choiceColumn('类型', 'Kind', 'kind', BULLETIN_KINDS),
    countColumn('期号', 'Number', 'number'),
    textColumn('标题', 'Title', 'title'),
    dateColumn('印发日期', 'Issued on', 'issuedOn'),
    dateColumn('数据截至', 'Figures as of', 'figuresAsOf'),
  ),
  reporting: sheet(
    choiceColumn('组别', 'Group', 'group', UNIT_GROUPS),
    textColumn('责任单位', 'Unit', 'name'),
    countColumn('应报', 'Due', 'due'),
    countColumn('已报', 'Reported', 'reported'),
    countColumn('待核实', 'Unverified', 'unverified'),
    listColumn('未报项目', 'Missing', 'missing'),
  ),
  series: {
    rows: seriesRows,
    columns: [
      column('名称', 'Name', 'text', ({ name }, locale) => asText(name) ?? PARTS.all[locale]),
      dateColumn('截至日期', 'As of', 'asOf'),
      moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
      moneyColumn('年内累计完成投资', 'Completed this year', 'completed'),
      rateColumn('投资完成率', 'Rate', 'rate'),
    ],
  },
  explore: {
    rows: rowsOf,
    columns: ({ measure, of, against }) => [
      countColumn('位次', 'Rank', 'rank'),
      textColumn('名称', 'Name', 'name'),
      choiceColumn('组别', 'Group', 'group', UNIT_GROUPS),
      ...(of === 'projects' ? [UNIT] : []),
      exploredColumn(memberOf(measure, 'label'), memberOf(measure, 'unit')),
      ...(against === undefined ? [] : THEN),
    ],
  },
};
