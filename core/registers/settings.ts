import { declareRegister } from '../register/declare.ts';
import { yearOf } from '../time.ts';
import { choice, date, flag, integer, text } from '../register/field.ts';

export const TIME_PROGRESS_STRATEGIES = {
  linearMonth: { zh: '按月均摊', en: 'By month' },
  linearDay: { zh: '按日均摊', en: 'By day' },
} as const;

export type TimeProgressStrategy = keyof typeof TIME_PROGRESS_STRATEGIES;

/** What holds for the whole ledger; one record. */
export const settings = declareRegister({
  name: 'settings',
  label: { zh: '系统设置', en: 'Settings' },
  title: 'office',
  single: true,
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
  },
  // A cut-off in another year would read that year's plans and reports under this year's heading.
  consistent: ({ year, asOf }) =>
    yearOf(asOf) === year ? [] : [{ path: 'asOf', code: 'inconsistent', message: `must lie in ${year}` }],
});
