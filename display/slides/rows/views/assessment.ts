/** Scores of the annual assessment, with what every item brought. */
import { msg, str } from '@lit/localize';
import { inOrder } from '../../../../core/keyed-rows.ts';
import type { AssessmentRow } from '../../../../core/slides/data/assessment.ts';
import type { SlideDataOf } from '../../../../core/slides/data.ts';
import { groupWord, labelText, noRowsText } from '../../../words/words.ts';
import type { ListRow, ListView } from '../list-view.ts';

const deducted = ({ items }: AssessmentRow): string => {
  const points = items.reduce((sum, { value }) => sum + Math.min(0, value), 0);
  return points < 0 ? msg(str`扣 ${Math.abs(points).toFixed(1)} 分`, { id: 'assessment.deducted' }) : '';
};

const rowOf = (row: AssessmentRow & { readonly id: string; readonly order: number }, grouped: boolean): ListRow => {
  const about = [...(grouped ? [groupWord(row.group)] : []), deducted(row)].filter((text) => text !== '');
  return {
    id: row.id,
    order: row.order,
    name: row.name,
    shortName: row.shortName,
    ...(row.rank === undefined ? {} : { rank: row.rank }),
    ...(row.change ? { change: row.change } : {}),
    secondary: about.length > 0 ? [about.join(' · '), ...about.slice(0, 1)] : [],
    cells: [],
    tone: 'ahead',
    sign: '',
    word: '',
    note: '',
    figure: { value: row.value, text: row.text },
    parts: row.items.map((item) => ({ ...item, label: labelText(item.label) })),
  };
};

export function assessmentView({ rows }: SlideDataOf['assessment']): ListView {
  const ordered = inOrder(rows);
  const grouped = new Set(ordered.map(({ group }) => group)).size > 1;
  return {
    rows: ordered.map((row) => rowOf(row, grouped)),
    plates: 'ranks',
    medals: ordered.length > 1,
    bars: 'parts',
    unit: msg('分', { id: 'assessment.points' }),
    statusFirst: false,
    head: [],
    none: { text: noRowsText(), good: false },
  };
}
