import { declareRegister } from '../register/declare.ts';
import { choice, date, optional, reference, references, text } from '../register/field.ts';

export const LEADER_REPORT_KINDS = {
  day: { zh: '日报告', en: 'Daily' },
  week: { zh: '周通报', en: 'Weekly' },
  month: { zh: '月总结', en: 'Monthly' },
} as const;

/** Leaders' own reports on their work (日报告、周通报、月总结). Internal: a screen shows participation counts at most. */
export const leaderReports = declareRegister({
  name: 'leaderReports',
  label: { zh: '领导工作报告', en: 'Leaders’ reports' },
  title: 'on',
  unique: ['leader', 'kind', 'on'],
  area: 'leaders',
  fields: {
    leader: reference({ label: { zh: '领导', en: 'Leader' }, target: 'leaders' }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: LEADER_REPORT_KINDS }),
    on: date({ label: { zh: '日期', en: 'Date' } }),
    projects: optional(references({ label: { zh: '走访项目', en: 'Projects visited' }, target: 'projects' })),
    found: optional(text({ label: { zh: '发现问题', en: 'Found' }, max: 1000 })),
    solved: optional(text({ label: { zh: '解决问题', en: 'Solved' }, max: 1000 })),
    next: optional(text({ label: { zh: '下步打算', en: 'Next' }, max: 1000 })),
    submittedOn: optional(date({ label: { zh: '报送日期', en: 'Submitted on' } })),
  },
});
