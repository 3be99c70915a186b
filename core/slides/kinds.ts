/** The kinds of slide, their options as fields (so that forms follow from them), and their checker. */
import { PARTS_BY } from '../boards/parts-by.ts';
import { choice, date, integer, optional, reference, text, type Field } from '../register/field.ts';
import type { ValuesOf } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import { UNIT_GROUPS } from '../registers/unit-groups.ts';
import { KEY_LEVELS, SECTORS } from '../registers/project-choices.ts';

const title = optional(text({ label: { zh: '标题', en: 'Title' }, max: 24, public: true }));
const group = choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS });
const project = reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' });
const unit = (label: Label) => optional(reference({ label, target: 'units' }));
const caption = optional(text({ label: { zh: '说明文字', en: 'Caption' }, max: 60 }));

const BOARD_COLOURS = { red: { zh: '红榜', en: 'Red board' }, black: { zh: '黑榜', en: 'Black board' } } as const;

const MILESTONE_CHOICES = {
  overdue: { zh: '只看逾期', en: 'Overdue only' },
  due: { zh: '只看临期', en: 'Due soon only' },
} as const;

const FITS = {
  contain: { zh: '完整显示', en: 'All of it' },
  cover: { zh: '铺满画面', en: 'Fill the stage' },
} as const;

export const SLIDE_KINDS = {
  cover: {
    label: { zh: '封面', en: 'Cover' },
    options: { title, subtitle: optional(text({ label: { zh: '副标题', en: 'Subtitle' }, max: 40 })) },
  },
  summary: { label: { zh: '总体进展', en: 'Summary' }, options: { title } },
  unitRanking: { label: { zh: '单位排行', en: 'Unit ranking' }, options: { title, group } },
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
  project: { label: { zh: '单个项目', en: 'One project' }, options: { title, project } },
  redBlack: {
    label: { zh: '红黑榜', en: 'Red or black board' },
    options: {
      title,
      board: choice({ label: { zh: '榜', en: 'Board' }, choices: BOARD_COLOURS }),
      group: optional(group),
    },
  },
  assessment: { label: { zh: '年度考核', en: 'Annual assessment' }, options: { title, group: optional(group) } },
  headToHead: {
    label: { zh: '两单位对比', en: 'Head-to-head' },
    options: {
      title,
      contest: optional(reference({ label: { zh: '擂台赛场次', en: 'Contest' }, target: 'contests' })),
      first: unit({ zh: '甲方', en: 'First unit' }),
      second: unit({ zh: '乙方', en: 'Second unit' }),
    },
  },
  milestones: {
    label: { zh: '节点到期与逾期', en: 'Milestones due and overdue' },
    options: { title, only: optional(choice({ label: { zh: '范围', en: 'Which' }, choices: MILESTONE_CHOICES })) },
  },
  leaders: { label: { zh: '领导分包', en: 'Leaders’ portfolios' }, options: { title } },
  issues: { label: { zh: '问题分类办理', en: 'Issues by category' }, options: { title } },
  permits: { label: { zh: '部门审批时效', en: 'Permits on time by department' }, options: { title } },
  visits: { label: { zh: '一线督导与节日活动', en: 'Visits and holiday campaigns' }, options: { title } },
  trend: {
    label: { zh: '全年走势', en: 'Trend of the year' },
    options: { title, by: optional(choice({ label: { zh: '分线', en: 'Lines by' }, choices: PARTS_BY })) },
  },
  breakdown: {
    label: { zh: '分类计划与完成', en: 'Plan against done' },
    options: { title, by: optional(choice({ label: { zh: '按', en: 'By' }, choices: PARTS_BY })) },
  },
  pipeline: {
    label: { zh: '谋划项目规模', en: 'Size bands of the pipeline' },
    options: {
      title,
      year: optional(integer({ label: { zh: '实施年度', en: 'For the year' }, min: 1990, max: 2199 })),
    },
  },
  commencement: {
    label: { zh: '集中开工', en: 'Group commencement' },
    options: {
      title,
      event: optional(reference({ label: { zh: '活动', en: 'Event' }, target: 'commencements' })),
    },
  },
  beforeAfter: { label: { zh: '前后对比照片', en: 'Before and after' }, options: { title, project } },
  photoWall: {
    label: { zh: '照片墙', en: 'Photo wall' },
    options: { title, project: optional(project) },
  },
  notice: {
    label: { zh: '通知文字', en: 'Notice' },
    options: { title, text: text({ label: { zh: '正文', en: 'Text' }, max: 400 }) },
  },
  image: {
    label: { zh: '图片', en: 'Image' },
    options: {
      title,
      medium: reference({ label: { zh: '素材', en: 'Medium' }, target: 'media' }),
      fit: optional(choice({ label: { zh: '铺放', en: 'Fit' }, choices: FITS })),
      caption,
    },
  },
  video: {
    label: { zh: '视频（静音）', en: 'Video, muted' },
    options: {
      title,
      medium: reference({ label: { zh: '素材', en: 'Medium' }, target: 'media' }),
      fit: optional(choice({ label: { zh: '铺放', en: 'Fit' }, choices: FITS })),
      caption,
    },
  },
  ticker: {
    label: { zh: '滚动字幕', en: 'Ticker' },
    options: { title, text: text({ label: { zh: '文字', en: 'Text' }, max: 300 }) },
  },
  clock: {
    label: { zh: '时钟与倒计时', en: 'Clock and countdown' },
    options: {
      title,
      until: optional(date({ label: { zh: '倒计时到', en: 'Count down to' } })),
      event: optional(text({ label: { zh: '事项', en: 'Event' }, max: 30 })),
    },
  },
  neutral: { label: { zh: '中性页', en: 'Neutral page' }, options: { title } },
  testCard: { label: { zh: '测试卡', en: 'Test card' }, options: { title } },
} as const satisfies Readonly<Record<string, { label: Label; options: Readonly<Record<string, Field>> }>>;

export type SlideKind = keyof typeof SLIDE_KINDS;
export type SlideOptions<K extends SlideKind> = ValuesOf<(typeof SLIDE_KINDS)[K]['options']>;

export const isSlideKind = (value: unknown): value is SlideKind =>
  typeof value === 'string' && Object.prototype.hasOwnProperty.call(SLIDE_KINDS, value);
