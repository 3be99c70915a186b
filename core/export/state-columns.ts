/** Columns whose cells say how something stands, so that a page can give them a tone beside their words. */
import { LIFECYCLES } from '../registers/project-choices.ts';
import { PACE_WORDS } from '../metrics/pace-words.ts';
import type { Label } from '../register/label.ts';
import { wordOf } from '../import/text.ts';
import { choiceColumn, countColumn, flagColumn, type BoardColumn, type BoardValues } from './board-values.ts';

/** Where a milestone stands, in words. */
export const MILESTONE_STATES: Readonly<Record<string, Label>> = {
  notDue: { zh: '未到期', en: 'Not due' },
  due: { zh: '临期', en: 'Due soon' },
  done: { zh: '按期完成', en: 'Done' },
  doneLate: { zh: '逾期完成', en: 'Done late' },
  overdue: { zh: '逾期未完成', en: 'Overdue' },
  waived: { zh: '已免除', en: 'Waived' },
};

const PACES: Readonly<Record<string, Label>> = Object.fromEntries(
  Object.entries(PACE_WORDS).map(([pace, { label }]) => [pace, label]),
);

/** A choice that tells how far something has come. */
export const stateColumn = (
  zh: string,
  en: string,
  name: string,
  choices: Readonly<Record<string, Label>>,
): BoardColumn => ({ ...choiceColumn(zh, en, name, choices), state: (row) => wordOf(row[name]) });

/** The light, as the screens word it. */
export const PACE = stateColumn('进度状态', 'Pace', 'pace', PACES);

export const LIFECYCLE = stateColumn('项目状态', 'Life cycle', 'lifecycle', LIFECYCLES);

const overdueWhere =
  (isOverdue: (row: BoardValues) => boolean) =>
  (row: BoardValues): string =>
    isOverdue(row) ? 'overdue' : '';

/** Whether something is past its date. */
export const OVERDUE: BoardColumn = {
  ...flagColumn('是否逾期', 'Overdue', 'overdue'),
  state: overdueWhere(({ overdue }) => overdue === true),
};

/** How many are, or by how many days something is, past the date: any is too many. */
export const overdueColumn = (zh: string, en: string, name: string): BoardColumn => ({
  ...countColumn(zh, en, name),
  state: overdueWhere((row) => Number(row[name] ?? 0) > 0),
});

/** Days until the date; below 0 it is past. */
export const DAYS_LEFT: BoardColumn = {
  ...countColumn('剩余天数', 'Days left', 'daysLeft'),
  state: overdueWhere(({ daysLeft }) => Number(daysLeft ?? 0) < 0),
};
