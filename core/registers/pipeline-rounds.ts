import { declareRegister } from '../register/declare.ts';
import { date, integer, optional, text, yuan } from '../register/field.ts';

/**
 * Rounds of pipeline work (谋划轮次) with the notices that started them and what they came to. The counts by size of an
 * earlier year's last round are what the year after is compared with where its projects are not in the ledger.
 */
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
    countFrom10Yi: optional(integer({ label: { zh: '10亿元以上项目数', en: 'Of 1 000 M¥ and more' }, max: 9999 })),
    countFrom5Yi: optional(integer({ label: { zh: '5亿至10亿元项目数', en: 'Of 500 to 1 000 M¥' }, max: 9999 })),
    countFrom1Yi: optional(integer({ label: { zh: '1亿至5亿元项目数', en: 'Of 100 to 500 M¥' }, max: 9999 })),
    countBelow1Yi: optional(integer({ label: { zh: '1亿元以下项目数', en: 'Below 100 M¥' }, max: 9999 })),
    comment: optional(text({ label: { zh: '论证意见', en: 'Comment' }, max: 500 })),
  },
});
