/** The further lists of boards, besides the one that their first table shows: which rows each has, and its columns. */
import type { Label } from '../register/label.ts';
import { DECLARATION_STATES } from '../registers/declarations.ts';
import { PROBLEM_CATEGORIES } from '../registers/project-choices.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { isObject } from '../result.ts';
import {
  choiceColumn,
  countColumn,
  dateColumn,
  keyedRows,
  listColumn,
  moneyColumn,
  rateColumn,
  shareColumn,
  textColumn,
  type BoardColumn,
  type BoardSheet,
  type BoardValues,
} from './board-values.ts';
import { overdueColumn, stateColumn } from './state-columns.ts';

/** A further table of a board. */
export interface FurtherSheet extends BoardSheet {
  /** What heads it: the sheet's name too, so 31 characters at most. */
  readonly name: Label;
}

const AGES = {
  upTo7: { zh: '7天以内', en: 'Up to 7 days' },
  upTo30: { zh: '8—30天', en: '8 to 30 days' },
  upTo90: { zh: '31—90天', en: '31 to 90 days' },
  over90: { zh: '90天以上', en: 'Over 90 days' },
} as const;

const PROJECT = textColumn('项目名称', 'Project', 'projectName');
const COUNT = countColumn('个数', 'Count', 'count');

const listRows = (list: unknown): readonly BoardValues[] => (Array.isArray(list) ? list.filter(isObject) : []);

/** A line per count of a map by choice. */
const countedRows = (counts: unknown): readonly BoardValues[] =>
  isObject(counts) ? Object.entries(counts).map(([key, count]) => ({ key, count })) : [];

/** A further table of what the board has under `member`, read by `rowsOf`. */
const further = (
  zh: string,
  en: string,
  member: string,
  rowsOf: (list: unknown) => readonly BoardValues[],
  columns: readonly BoardColumn[],
): FurtherSheet => ({ name: { zh, en }, rows: (board) => rowsOf(board[member]), columns });

/** The further tables of boards in their order, by the board's name; most boards have none. */
export const FURTHER_SHEETS: Readonly<Record<string, readonly FurtherSheet[]>> = {
  sponsorPortfolio: [
    further('无责任领导的项目', 'Without a sponsor', 'without', listRows, [
      textColumn('项目名称', 'Project', 'name'),
      rateColumn('投资完成率', 'Rate', 'rate'),
    ]),
  ],
  issues: [
    further('按类别', 'By category', 'byCategory', keyedRows, [
      choiceColumn('类别', 'Category', 'key', PROBLEM_CATEGORIES),
      countColumn('登记', 'Registered', 'due'),
      countColumn('已办结', 'Resolved', 'done'),
      countColumn('未办结', 'Open', 'open'),
      rateColumn('办结率', 'Resolved of all', 'rate'),
    ]),
    further('未办结时长', 'How long open', 'ageing', countedRows, [
      choiceColumn('已历时间', 'Open for', 'key', AGES),
      COUNT,
    ]),
  ],
  permits: [
    further('按部门', 'By department', 'departments', keyedRows, [
      textColumn('审批部门', 'Department', 'name'),
      countColumn('事项数', 'Permits', 'permits'),
      shareColumn('已办结', 'Done', 'done'),
      shareColumn('按时办结', 'In time', 'onTime'),
      overdueColumn('逾期', 'Overdue', 'overdue'),
    ]),
    further('逾期事项', 'Overdue permits', 'overdueList', listRows, [
      PROJECT,
      textColumn('事项', 'Permit', 'item'),
      textColumn('审批部门', 'Department', 'department'),
      countColumn('时限（工作日）', 'Limit (working days)', 'limitDays'),
      overdueColumn('已用（工作日）', 'Taken (working days)', 'elapsedDays'),
    ]),
  ],
  visits: [
    further('节假日专项督导', 'Holiday campaigns', 'campaigns', keyedRows, [
      textColumn('名称', 'Name', 'name'),
      dateColumn('开始日期', 'From', 'from'),
      dateColumn('结束日期', 'To', 'to'),
      shareColumn('责任领导到场', 'Sponsors who went', 'coverage'),
      listColumn('未到场', 'Missing', 'missing'),
    ]),
    further('未督导的项目', 'Projects not visited', 'notVisited', listRows, [
      textColumn('项目名称', 'Project', 'name'),
    ]),
  ],
  notices: [
    further('按组别', 'By group', 'byGroup', keyedRows, [
      choiceColumn('组别', 'Group', 'key', UNIT_GROUPS),
      countColumn('下发', 'Issued', 'due'),
      countColumn('已办结', 'Closed', 'done'),
      rateColumn('办结率', 'Closed of all', 'rate'),
    ]),
  ],
  decisions: [
    further('按责任单位', 'By owner', 'owners', keyedRows, [
      textColumn('责任单位', 'Owner', 'name'),
      countColumn('未办结', 'Open', 'open'),
      overdueColumn('逾期', 'Overdue', 'overdue'),
    ]),
  ],
  pipeline: [
    further('谋划轮次', 'Rounds', 'rounds', keyedRows, [
      countColumn('轮次', 'Round', 'number'),
      dateColumn('日期', 'Date', 'on'),
      textColumn('通知文件', 'Notice', 'notice'),
      dateColumn('报送时限', 'Answers due', 'dueOn'),
      countColumn('项目数', 'Projects', 'projects'),
      moneyColumn('总投资', 'Total investment', 'total'),
    ]),
  ],
  declarations: [
    further('按申报状态', 'By state', 'byState', countedRows, [
      stateColumn('状态', 'State', 'key', DECLARATION_STATES),
      COUNT,
    ]),
  ],
};
