import { declareRegister } from '../register/declare.ts';
import { date, document, integer, optional, reference, text, yuan } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';
import { checkMonthlyPlan } from './monthly-plan.ts';

/** Annual plans (年度计划投资): one per project, year and version; the version in force counts. */
export const plans = declareRegister({
  name: 'plans',
  label: { zh: '年度计划', en: 'Annual plans' },
  title: 'project',
  unique: ['project', 'year', 'version'],
  read: EVERYBODY,
  unitBy: 'project',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199, public: true }),
    version: integer({ label: { zh: '版本', en: 'Version' }, min: 1, max: 99, public: true }),
    effectiveFrom: date({ label: { zh: '生效日期', en: 'In force from' }, public: true }),
    amountYuan: yuan({ label: { zh: '年度计划投资', en: 'Planned investment' }, public: true }),
    monthlyYuan: optional(
      document({
        label: { zh: '分月累计计划（元）', en: 'Cumulative by month (yuan)' },
        public: true,
        check: checkMonthlyPlan,
      }),
    ),
    document: optional(text({ label: { zh: '依据文件', en: 'Document' } })),
    reason: optional(text({ label: { zh: '调整原因', en: 'Reason for the revision' } })),
  },
  consistent: ({ amountYuan, monthlyYuan }) =>
    monthlyYuan && monthlyYuan.at(-1) !== amountYuan
      ? [{ path: 'monthlyYuan', code: 'inconsistent', message: 'must end with the plan of the year' }]
      : [],
});
