import { checkLightRule, LIGHT_PRESETS, type LightPreset } from '../metrics/light-rule.ts';
import { declareRegister } from '../register/declare.ts';
import { choice, date, document, flag, integer, optional, reference, text, texts } from '../register/field.ts';
import type { Label } from '../register/label.ts';
import { yearOf } from '../time.ts';
import { checkTimeCurve } from './time-curve.ts';

export const TIME_PROGRESS_STRATEGIES = {
  linearMonth: { zh: '按月均摊', en: 'By month' },
  linearDay: { zh: '按日均摊', en: 'By day' },
  curve: { zh: '按进度曲线', en: 'By a curve' },
  projectPlan: { zh: '按各项目分月计划', en: 'By each project’s own plan' },
} as const;

export type TimeProgressStrategy = keyof typeof TIME_PROGRESS_STRATEGIES;

export const REPORT_PERIODS = {
  week: { zh: '每周', en: 'Weekly' },
  month: { zh: '每月', en: 'Monthly' },
} as const;

export type ReportPeriod = keyof typeof REPORT_PERIODS;

export const LEADER_DISPLAYS = {
  name: { zh: '显示姓名', en: 'Name' },
  title: { zh: '只显示职务', en: 'Title only' },
  none: { zh: '不显示', en: 'Not at all' },
} as const;

export type LeaderDisplay = keyof typeof LEADER_DISPLAYS;

/** How time progress runs for projects that start in the year. */
export const NEW_START_PROGRESS = {
  sameAsOthers: { zh: '与续建项目相同', en: 'As for all others' },
  activeMonths: { zh: '从计划开工月起按月均摊', en: 'Evenly from the planned month of the start' },
} as const;

/** Whether what a withdrawn project had completed stays in the totals. */
export const WITHDRAWN_POLICIES = {
  drop: { zh: '一并剔除', en: 'Goes with it' },
  keepCompleted: { zh: '保留已完成投资', en: 'Stays in the totals' },
} as const;

/** Where public figures come from. */
export const FIGURE_SOURCES = {
  live: { zh: '实时数据', en: 'Live figures' },
  edition: { zh: '已签发期次', en: 'Signed editions' },
} as const;

/** How much of a ranking of units is public. */
export const BOARD_MODES = {
  full: { zh: '全部', en: 'All' },
  topOnly: { zh: '只显示前列', en: 'Only the first' },
  topAndBottom: { zh: '前列和后进', en: 'The first and the last' },
} as const;

const LIGHT_LABELS = Object.fromEntries(
  Object.entries(LIGHT_PRESETS).map(([name, { label }]) => [name, label]),
) as Record<LightPreset, Label>;

/** Reviews of an edition before its signature, unless set. */
export const DEFAULT_REVIEW_STAGES = 2;

/** The six things that a sponsor guarantees, unless an office names others. */
export const DEFAULT_GUARANTEES = [
  '包前期手续',
  '包征地拆迁',
  '包要素保障',
  '包施工环境',
  '包建设进度',
  '包竣工投产',
] as const;

/** Figures of a monthly or weekly ledger that are older are marked on screens, unless set. */
export const DEFAULT_STALE_DAYS: Readonly<Record<ReportPeriod, number>> = { week: 14, month: 45 };

/** Days after the end of a period in which units report, unless set. */
export const DEFAULT_REPORT_DAYS = 3;

/** What holds for the whole ledger; one record. */
export const settings = declareRegister({
  name: 'settings',
  label: { zh: '系统设置', en: 'Settings' },
  title: 'office',
  single: true,
  area: 'system',
  read: ['admin', 'editor', 'verifier', 'reviewer', 'signer', 'operator', 'reporter', 'auditor'],
  fields: {
    office: text({ label: { zh: '单位名称', en: 'Office' }, max: 40, public: true }),
    district: text({ label: { zh: '地区名称', en: 'District' }, max: 20, public: true }),
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199, public: true }),
    asOf: date({ label: { zh: '数据截至日期', en: 'Figures as of' }, public: true }),
    timeProgress: choice({
      label: { zh: '序时进度算法', en: 'Time progress' },
      choices: TIME_PROGRESS_STRATEGIES,
      public: true,
    }),
    timeCurve: optional(
      document({ label: { zh: '进度曲线（各月末累计）', en: 'Curve: cumulative by month' }, check: checkTimeCurve }),
    ),
    newStarts: optional(
      choice({ label: { zh: '新开工项目序时进度', en: 'Time progress of new starts' }, choices: NEW_START_PROGRESS }),
    ),
    withdrawn: optional(
      choice({
        label: { zh: '调出项目已完成投资', en: 'Completed by withdrawn projects' },
        choices: WITHDRAWN_POLICIES,
      }),
    ),
    lights: optional(choice({ label: { zh: '亮灯规则', en: 'Rule of lights' }, choices: LIGHT_LABELS })),
    lightRule: optional(document({ label: { zh: '自定亮灯规则', en: 'Own rule of lights' }, check: checkLightRule })),
    scheme: optional(reference({ label: { zh: '现行考核方案', en: 'Scheme in force' }, target: 'schemes' })),
    // Who edits figures does not decide whether they are reviewed before the public sees them.
    reviewStages: optional(
      integer({ label: { zh: '期次审核级数', en: 'Reviews of an edition' }, max: 3, writers: ['admin'] }),
    ),
    publicSource: optional(
      choice({
        label: { zh: '公众页数据来源', en: 'Figures of the public page' },
        choices: FIGURE_SOURCES,
        writers: ['admin'],
      }),
    ),
    publicAddress: optional(
      text({
        label: { zh: '公众页网址（生成二维码）', en: 'Address of the public page, for the QR code' },
        max: 100,
        public: true,
      }),
    ),
    boardMode: optional(
      choice({ label: { zh: '公开排行范围', en: 'Public part of rankings' }, choices: BOARD_MODES, public: true }),
    ),
    boardTop: optional(
      integer({
        label: { zh: '公开前（后）几名', en: 'How many of the first and last' },
        min: 1,
        max: 50,
        public: true,
      }),
    ),
    source: text({ label: { zh: '数据来源', en: 'Source' }, max: 40, public: true }),
    demo: flag({ label: { zh: '演示数据', en: 'Demo data' }, public: true }),
    showReported: optional(
      flag({
        label: { zh: '大屏可用未核实数（加注）', en: 'Screens may use unverified figures, marked' },
        public: true,
      }),
    ),
    showLeader: optional(
      choice({ label: { zh: '大屏显示责任领导', en: 'Leaders on screens' }, choices: LEADER_DISPLAYS, public: true }),
    ),
    fourEyes: optional(
      flag({ label: { zh: '填报与核实须为不同的人', en: 'Verified by another person than reported' } }),
    ),
    reportPeriod: optional(choice({ label: { zh: '填报周期', en: 'Units report' }, choices: REPORT_PERIODS })),
    reportDays: optional(
      integer({ label: { zh: '期末后几日内填报', en: 'Days to report after the period' }, max: 31 }),
    ),
    quietHour: optional(
      integer({ label: { zh: '屏幕每日自检重载时刻（时）', en: 'Hour at which screens reload once a day' }, max: 23 }),
    ),
    staleAfterDays: optional(
      integer({
        label: { zh: '数据超过几日未更新时标注', en: 'Days after which figures are marked as old' },
        min: 1,
        max: 400,
      }),
    ),
    guarantees: optional(texts({ label: { zh: '“六包”内容', en: 'The six guarantees' }, max: 6 })),
  },
  // A cut-off in another year would read that year's plans and reports under this year's heading.
  consistent: ({ year, asOf, timeProgress, timeCurve, publicAddress }) => [
    ...(yearOf(asOf) === year ? [] : [{ path: 'asOf', code: 'inconsistent' as const, message: `must lie in ${year}` }]),
    ...(publicAddress === undefined || /^https?:\/\/[^\s/]/i.test(publicAddress)
      ? []
      : [{ path: 'publicAddress', code: 'bad-format' as const, message: 'must be like https://board.example/board/' }]),
    ...(timeProgress === 'curve' && timeCurve === undefined
      ? [{ path: 'timeCurve', code: 'required' as const, message: 'time progress by a curve needs the curve' }]
      : []),
  ],
});
