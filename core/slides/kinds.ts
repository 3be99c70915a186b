/** The kinds of slide, their options as fields (so that forms follow from them), and their checker. */
import { choice, integer, optional, reference, text, type Field } from '../register/field.ts';
import type { ValuesOf } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';

const title = optional(text({ label: { zh: '标题', en: 'Title' }, max: 24, public: true }));

export const SLIDE_KINDS = {
  cover: {
    label: { zh: '封面', en: 'Cover' },
    options: { title, subtitle: optional(text({ label: { zh: '副标题', en: 'Subtitle' }, max: 40 })) },
  },
  summary: { label: { zh: '总体进展', en: 'Summary' }, options: { title } },
  unitRanking: {
    label: { zh: '单位排行', en: 'Unit ranking' },
    options: { title, group: choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS }) },
  },
  projectRanking: {
    label: { zh: '项目排行', en: 'Project ranking' },
    options: {
      title,
      level: optional(choice({ label: { zh: '项目级别', en: 'Level' }, choices: KEY_LEVELS })),
      sector: optional(choice({ label: { zh: '项目类别', en: 'Sector' }, choices: SECTORS })),
      top: optional(integer({ label: { zh: '只显示前几名', en: 'Only the first' }, min: 1, max: 300 })),
    },
  },
  projects: { label: { zh: '全部项目', en: 'All projects' }, options: { title } },
  project: {
    label: { zh: '单个项目', en: 'One project' },
    options: { title, project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' }) },
  },
  ticker: {
    label: { zh: '滚动字幕', en: 'Ticker' },
    options: { title, text: text({ label: { zh: '文字', en: 'Text' }, max: 300 }) },
  },
} as const satisfies Readonly<Record<string, { label: Label; options: Readonly<Record<string, Field>> }>>;

export type SlideKind = keyof typeof SLIDE_KINDS;
export type SlideOptions<K extends SlideKind> = ValuesOf<(typeof SLIDE_KINDS)[K]['options']>;

export const isSlideKind = (value: unknown): value is SlideKind =>
  typeof value === 'string' && Object.prototype.hasOwnProperty.call(SLIDE_KINDS, value);
