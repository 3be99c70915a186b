import { declareRegister } from '../register/declare.ts';
import { date, flag, optional, reference, text } from '../register/field.ts';

/** Checks of decisions (联合督查): what was reported against what was found. */
export const checks = declareRegister({
  name: 'checks',
  label: { zh: '督查记录', en: 'Checks of decisions' },
  title: 'on',
  area: 'supervision',
  write: ['admin', 'editor', 'verifier'],
  fields: {
    decision: reference({ label: { zh: '议定事项', en: 'Decision' }, target: 'decisions' }),
    on: date({ label: { zh: '督查日期', en: 'Checked on' } }),
    by: text({ label: { zh: '督查人', en: 'Checked by' }, max: 60 }),
    reported: optional(text({ label: { zh: '上报情况', en: 'Reported' }, max: 500 })),
    found: text({ label: { zh: '查实情况', en: 'Found' }, max: 500 }),
    agrees: flag({ label: { zh: '与上报一致', en: 'Agrees' } }),
  },
});
