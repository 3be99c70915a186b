import { declareRegister } from '../register/declare.ts';
import { yearOf } from '../time.ts';
import { choice, date, flag, integer, optional, text, texts } from '../register/field.ts';

export const TIME_PROGRESS_STRATEGIES = {
  linearMonth: { zh: '按月均摊', en: 'By month' },
  linearDay: { zh: '按日均摊', en: 'By day' },
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

/** The six things that a sponsor guarantees, unless an office names others. */
export const DEFAULT_GUARANTEES = [
  '包前期手续',
  '包征地拆迁',
  '包要素保障',
  '包施工环境',
  '包建设进度',
  '包竣工投产',
] as const;

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
    guarantees: optional(texts({ label: { zh: '“六包”内容', en: 'The six guarantees' }, max: 6 })),
  },
  // A cut-off in another year would read that year's plans and reports under this year's heading.
  consistent: ({ year, asOf }) =>
    yearOf(asOf) === year ? [] : [{ path: 'asOf', code: 'inconsistent', message: `must lie in ${year}` }],
});
