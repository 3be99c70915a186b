import { declareRegister } from '../register/declare.ts';
import { date, optional, reference, text, texts, yuan } from '../register/field.ts';

/** Site visits (一线督导): what the ledger said against what was found. Visits of a holiday campaign name it. */
export const visits = declareRegister({
  name: 'visits',
  label: { zh: '现场督导', en: 'Site visits' },
  title: 'on',
  area: 'supervision',
  write: ['admin', 'editor', 'verifier'],
  unitBy: 'project',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' }),
    on: date({ label: { zh: '督导日期', en: 'Visited on' } }),
    leader: optional(reference({ label: { zh: '带队领导', en: 'Leader' }, target: 'leaders' })),
    campaign: optional(reference({ label: { zh: '专项督导', en: 'Holiday campaign' }, target: 'campaigns' })),
    visitors: optional(texts({ label: { zh: '督导人员', en: 'Visitors' } })),
    ledgerYuan: optional(yuan({ label: { zh: '台账数', en: 'Ledger says' } })),
    foundYuan: optional(yuan({ label: { zh: '现场核实数', en: 'Found on site' } })),
    finding: optional(text({ label: { zh: '发现情况', en: 'Finding' }, max: 500 })),
    problem: optional(text({ label: { zh: '发现问题', en: 'Problem found' }, max: 300 })),
    solved: optional(text({ label: { zh: '解决情况', en: 'What was solved' }, max: 300 })),
    followUp: optional(text({ label: { zh: '后续要求', en: 'Follow-up' }, max: 300 })),
  },
});
