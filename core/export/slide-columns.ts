/** How the boards that are slides stand in a spreadsheet: which rows each has, and its columns with their headings. */
import { wordOf } from '../import/text.ts';
import type { Label } from '../register/label.ts';
import { wanText } from '../money.ts';
import { KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { isObject } from '../result.ts';
import type { TableValue } from '../workbook/table.ts';
import {
  asText,
  choiceColumn,
  column,
  countColumn,
  dateColumn,
  keyedRows,
  memberOf,
  moneyColumn,
  pointsColumn,
  rateColumn,
  shareText,
  textColumn,
  type BoardColumn,
  type BoardSheet,
  type BoardValues,
} from './board-values.ts';
import { WAN } from './money-words.ts';
import { LIFECYCLE, MILESTONE_STATES, PACE, stateColumn } from './state-columns.ts';

const ARROWS: Readonly<Record<string, string>> = { up: '↑', down: '↓', same: '→' };

/** A rank's move (`{kind, by}`): ↑2, ↓1, →, or 新 for what was not ranked before. */
const changeColumn = column('位次变化', 'Change', 'text', ({ change }, locale) => {
  if (!isObject(change)) return null;
  const kind = wordOf(change['kind']);
  return kind === 'new' ? { zh: '新', en: 'new' }[locale] : `${ARROWS[kind] ?? ''}${wordOf(change['by'])}`;
});

const PROGRESS: readonly BoardColumn[] = [
  moneyColumn('年度计划投资', 'Plan of the year', 'plan'),
  moneyColumn('年内累计完成投资', 'Completed this year', 'completed'),
  rateColumn('投资完成率', 'Rate', 'rate'),
  pointsColumn('与序时进度相比', 'Against time', 'variance'),
  PACE,
];

const PROJECT: readonly BoardColumn[] = [
  textColumn('项目名称', 'Project', 'name'),
  choiceColumn('项目级别', 'Level', 'level', KEY_LEVELS),
  choiceColumn('项目类别', 'Sector', 'sector', SECTORS),
  LIFECYCLE,
  textColumn('责任单位', 'Lead unit', 'unit'),
];

const PROGRESS_TEXT = textColumn('形象进度', 'Physical progress', 'physicalProgress');
const RANK = countColumn('位次', 'Rank', 'rank');

/** Columns of lines that are one figure each: `{zh, en, value, unit}`. */
export const FACTS: readonly BoardColumn[] = [
  column('指标', 'Figure', 'text', (row, locale) => asText(row[locale])),
  column('数值', 'Value', 'text', (row) => asText(row['value'])),
  column('单位', 'Unit', 'text', (row, locale) => asText(memberOf(row['unit'], locale))),
];

const line = (zh: string, en: string, unit: Label, value: TableValue): BoardValues => ({ zh, en, unit, value });

/** One line per figure of the summary, with its unit in words. */
export const summaryRows = (board: BoardValues): readonly BoardValues[] => {
  const count: Label = { zh: '个', en: 'projects' };
  const level = (name: string): TableValue => asText(memberOf(board['byLevel'], name));
  const money = (name: string): TableValue => {
    const yuan = memberOf(board[name], 'yuan');
    return typeof yuan === 'number' ? wanText(yuan) : null;
  };
  const percent = (name: string): TableValue => asText(memberOf(board[name], 'text'));
  const share = (name: string): TableValue => shareText(board[name]);
  return [
    line('项目数', 'Projects', count, asText(board['projects'])),
    ...Object.entries(KEY_LEVELS).map(([name, { zh, en }]) => line(`其中:${zh}`, en, count, level(name))),
    line('总投资', 'Total investment', WAN, money('total')),
    line('年度计划投资', 'Plan of the year', WAN, money('plan')),
    line('年内累计完成投资', 'Completed this year', WAN, money('completed')),
    line('投资完成率', 'Rate', { zh: '%', en: '%' }, percent('rate')),
    line('序时进度', 'Time progress', { zh: '%', en: '%' }, percent('timeProgress')),
    line('与序时进度相比', 'Against time', { zh: '百分点', en: 'pp' }, percent('variance')),
    line('开工(已开工/计划开工)', 'Started of planned starts', count, share('started')),
    line('复工(已复工/应复工)', 'Resumed of carried over', count, share('resumed')),
    line('竣工(已竣工/计划竣工)', 'Finished of planned', count, share('finished')),
  ];
};

/** The sheets of the boards that are slides, by the board's name. */
export const SLIDE_SHEETS: Readonly<Record<string, BoardSheet>> = {
  summary: {
    rows: summaryRows,
    columns: FACTS,
  },
  unitRanking: {
    rows: ({ group, rows }) => keyedRows(rows).map((row) => ({ group, ...row })),
    columns: [
      choiceColumn('组别', 'Group', 'group', UNIT_GROUPS),
      RANK,
      changeColumn,
      textColumn('责任单位', 'Unit', 'name'),
      countColumn('项目数', 'Projects', 'projects'),
      ...PROGRESS,
    ],
  },
  projectRanking: {
    rows: ({ rows }) => keyedRows(rows),
    columns: [RANK, changeColumn, ...PROJECT, ...PROGRESS, PROGRESS_TEXT],
  },
  projects: {
    rows: ({ rows }) => keyedRows(rows),
    columns: [...PROJECT, ...PROGRESS, PROGRESS_TEXT],
  },
  project: {
    rows: ({ name, milestones }) => keyedRows(milestones).map((row) => ({ ...row, project: name })),
    columns: [
      textColumn('项目名称', 'Project', 'project'),
      textColumn('时间节点', 'Milestone', 'name'),
      dateColumn('计划日期', 'Due', 'dueOn'),
      dateColumn('完成日期', 'Done', 'doneOn'),
      stateColumn('状态', 'State', 'state', MILESTONE_STATES),
    ],
  },
};
