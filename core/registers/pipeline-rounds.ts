import { declareRegister } from '../register/declare.ts';
import { date, integer, optional, text, yuan } from '../register/field.ts';

/** Rounds of pipeline work (谋划轮次) with the notices that started them and what they came to. */
export const pipelineRounds = declareRegister({
  name: 'pipelineRounds',
  label: { zh: '谋划轮次', en: 'Rounds of the pipeline' },
  title: 'number',
  unique: ['year', 'number'],
  area: 'pipeline',
  fields: {
    year: integer({ label: { zh: '实施年度', en: 'For the year' }, min: 1990, max: 2199 }),
    number: integer({ label: { zh: '轮次', en: 'Round' }, min: 1, max: 99 }),
    on: date({ label: { zh: '日期', en: 'Date' } }),
    notice: optional(text({ label: { zh: '通知文件', en: 'Notice' }, max: 120 })),
    dueOn: optional(date({ label: { zh: '报送时限', en: 'Answers due' } })),
    projects: optional(integer({ label: { zh: '项目数', en: 'Projects' }, max: 9999 })),
    totalInvestmentYuan: optional(yuan({ label: { zh: '总投资', en: 'Total investment' } })),
    comment: optional(text({ label: { zh: '论证意见', en: 'Comment' }, max: 500 })),
  },
});
