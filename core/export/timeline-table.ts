import type { Posts, Timeline, TimelineEntry } from '../history/timeline.ts';
import type { FieldChange } from '../ledger/change.ts';
import type { Label } from '../register/label.ts';
import { registerNamed } from '../registers/index.ts';
import type { Table } from '../workbook/table.ts';
import { exportedValue, type ExportLocale } from './cell-value.ts';
import type { RecordNames } from './record-names.ts';

const HEADINGS: readonly Label[] = [
  { zh: '日期', en: 'Date' },
  { zh: '登记表', en: 'Register' },
  { zh: '记录', en: 'Record' },
  { zh: '事项', en: 'What' },
  { zh: '内容', en: 'Content' },
  { zh: '操作人', en: 'By' },
  { zh: '原因', en: 'Reason' },
  { zh: '当时的责任人', en: 'Who answered for it then' },
];

const KINDS = {
  create: { zh: '新增', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
} as const;

const MISSED: Label = { zh: '(逾期未办)', en: ' (missed)' };
const SECRET: Label = { zh: '(内容保密)', en: '(confidential)' };

const POSTS: readonly (readonly [keyof Posts, Label])[] = [
  ['sponsorLeader', { zh: '责任领导', en: 'Sponsor' }],
  ['leadUnit', { zh: '责任单位', en: 'Lead unit' }],
  ['responsiblePerson', { zh: '责任人', en: 'Person' }],
  ['siteLead', { zh: '一线负责人', en: 'Lead on site' }],
];

const postsText = (posts: Posts | undefined, locale: ExportLocale): string =>
  POSTS.flatMap(([post, label]) => (posts?.[post] === undefined ? [] : [`${label[locale]} ${posts[post]}`])).join('; ');

const whatText = ({ date, missed, kind }: TimelineEntry, locale: ExportLocale): string =>
  date ? `${date[locale]}${missed ? MISSED[locale] : ''}` : kind ? KINDS[kind][locale] : '';

function changesText({ register, fields = {} }: TimelineEntry, names: RecordNames, locale: ExportLocale): string {
  const declared = registerNamed(register).fields;
  const said = (name: string, value: unknown): string => {
    const field = declared[name];
    const cell = field ? exportedValue(field, value, names, locale) : null;
    return cell === null ? '—' : String(cell);
  };
  const words = (name: string, change: FieldChange): string => {
    const label = declared[name]?.label[locale] ?? name;
    return 'secret' in change
      ? `${label} ${SECRET[locale]}`
      : `${label}: ${said(name, change.from)} → ${said(name, change.to)}`;
  };
  return Object.entries(fields)
    .map(([name, change]) => words(name, change))
    .join('\n');
}

/** The accountability time line of a project as a table, oldest first; amounts stand in 元. */
export function timelineTable(timeline: Timeline, names: RecordNames, locale: ExportLocale): Table {
  return {
    name: { zh: '倒查', en: 'Accountability' }[locale],
    title: timeline.name,
    columns: HEADINGS.map((heading, index) => ({ headings: [heading[locale]], format: index === 0 ? 'date' : 'text' })),
    rows: timeline.entries.map((entry) => ({
      kind: 'data',
      values: [
        entry.on,
        registerNamed(entry.register).label[locale],
        entry.title,
        whatText(entry, locale),
        changesText(entry, names, locale),
        entry.actor ?? '',
        entry.reason ?? '',
        postsText(entry.posts, locale),
      ],
    })),
  };
}
