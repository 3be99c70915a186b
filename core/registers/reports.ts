import { declareRegister } from '../register/declare.ts';
import { choice, date, optional, reference, text, yuan } from '../register/field.ts';

export const REPORT_STATES = {
  submitted: { zh: '已填报', en: 'Submitted' },
  verified: { zh: '已核实', en: 'Verified' },
  returned: { zh: '已退回', en: 'Returned' },
} as const;

/** Progress reports (进度填报): a project's figures up to one date. Only verified ones count. */
export const reports = declareRegister({
  name: 'reports',
  label: { zh: '进度填报', en: 'Progress reports' },
  title: 'asOf',
  unique: ['project', 'asOf'],
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    asOf: date({ label: { zh: '截至日期', en: 'As of' }, public: true, aliases: ['截至日期'] }),
    completedYtdYuan: yuan({
      label: { zh: '年内累计完成投资', en: 'Completed this year to date' },
      public: true,
      aliases: ['年内累计完成投资', '累计完成投资'],
    }),
    state: choice({ label: { zh: '状态', en: 'State' }, choices: REPORT_STATES }),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 500 })),
  },
});
