import { declareRegister } from '../register/declare.ts';
import { date, integer, optional, reference, text } from '../register/field.ts';

/** Scores that others give (群众工作、政法环境、企业竞赛): in hundredths of a point, usable in the year's assessment. */
export const externalScores = declareRegister({
  name: 'externalScores',
  label: { zh: '外部评分', en: 'External scores' },
  title: 'period',
  unique: ['mechanism', 'entrant', 'period'],
  area: 'mechanisms',
  fields: {
    mechanism: reference({ label: { zh: '机制', en: 'Mechanism' }, target: 'mechanisms' }),
    unit: optional(reference({ label: { zh: '单位', en: 'Unit' }, target: 'units' })),
    entrant: text({ label: { zh: '参评对象', en: 'Entrant' }, max: 60 }),
    period: text({ label: { zh: '期间', en: 'Period' }, max: 20 }),
    scoreHundredths: integer({ label: { zh: '得分（百分之一分）', en: 'Score in hundredths' }, max: 100_000 }),
    rank: optional(integer({ label: { zh: '名次', en: 'Rank' }, min: 1, max: 999 })),
    on: optional(date({ label: { zh: '评定日期', en: 'Given on' } })),
    document: optional(text({ label: { zh: '文件', en: 'Document' }, max: 120 })),
  },
});
