/** The next milestone of every project, with the days left or over. */
import { msg } from '@lit/localize';
import { inOrder } from '../../../../core/keyed-rows.ts';
import type { NextState, PublicMilestone } from '../../../../core/boards/public/milestones.ts';
import type { SlideDataOf } from '../../../../core/slides/data.ts';
import { yearOf, type IsoDate } from '../../../../core/time.ts';
import { daysUnit, paceShape, projectsUnit } from '../../../words/words.ts';
import { shareHead } from '../head.ts';
import type { ListRow, ListView, RowStatus } from '../list-view.ts';

const said = (tone: RowStatus['tone'], word: string): RowStatus => ({ tone, sign: paceShape(tone), word, note: '' });

function statusOf(state: NextState, daysLeft: number): RowStatus {
  switch (state) {
    case 'overdue':
      return said('severe', msg('逾期', { id: 'milestones.overdue' }));
    case 'due':
      return said(
        'watch',
        daysLeft === 0 ? msg('今日到期', { id: 'milestones.today' }) : msg('临期', { id: 'milestones.due' }),
      );
    default:
      return said('onTime', msg('剩余', { id: 'milestones.left' }));
  }
}

/** Month and day; with the year where it is not that of the figures. */
const dateText = (date: IsoDate, asOf: IsoDate): string => (yearOf(date) === yearOf(asOf) ? date.slice(5) : date);

const rowOf = (row: PublicMilestone & { readonly id: string; readonly order: number }, asOf: IsoDate): ListRow => {
  const days = Math.abs(row.daysLeft);
  return {
    ...statusOf(row.state, row.daysLeft),
    id: row.id,
    order: row.order,
    name: row.projectName,
    shortName: row.projectName,
    secondary: [`${row.name} · ${row.unit}`, row.name, row.unit],
    cells: [dateText(row.dueOn, asOf)],
    figure: { value: days, text: String(days) },
  };
};

/** A list of the overdue only, or of those due soon, may well be empty: that is good news. */
const emptyText = ({ overdue }: SlideDataOf['milestones']): string =>
  overdue === 0
    ? msg('无逾期节点', { id: 'milestones.noneOverdue' })
    : msg('近期无到期节点', { id: 'milestones.noneDue' });

export const milestonesView = (data: SlideDataOf['milestones'], asOf: IsoDate): ListView => ({
  rows: inOrder(data.rows).map((row) => rowOf(row, asOf)),
  plates: 'signs',
  medals: false,
  bars: 'none',
  unit: daysUnit(),
  statusFirst: true,
  head: [
    shareHead('done', msg('节点完成率', { id: 'milestones.done' }), data.done),
    shareHead('onTime', msg('按期完成率', { id: 'milestones.onTime' }), data.onTime),
    {
      key: 'overdue',
      label: msg('逾期项目', { id: 'milestones.overdueProjects' }),
      value: data.overdue,
      text: String(data.overdue),
      unit: projectsUnit(),
      note: '',
      ...(data.overdue > 0 ? { alarm: true } : {}),
    },
  ],
  none: { text: emptyText(data), good: true },
});
