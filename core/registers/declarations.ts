import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { KEY_LEVELS } from './project-choices.ts';

export const DECLARATION_STATES = {
  draft: { zh: '拟申报', en: 'Draft' },
  submitted: { zh: '已申报', en: 'Submitted' },
  accepted: { zh: '已列入', en: 'Accepted' },
  rejected: { zh: '未列入', en: 'Rejected' },
} as const;

/** Declarations to city and province (申报省、市重点): what is meant to be declared and what was accepted stay apart. */
export const declarations = declareRegister({
  name: 'declarations',
  label: { zh: '省市重点申报', en: 'Declarations' },
  title: 'item',
  unique: ['item', 'level'],
  area: 'pipeline',
  fields: {
    item: reference({ label: { zh: '谋划项目', en: 'Pipeline project' }, target: 'pipeline' }),
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199 }),
    level: choice({ label: { zh: '申报级别', en: 'Level' }, choices: KEY_LEVELS }),
    criteria: optional(text({ label: { zh: '选报条件', en: 'Criteria' }, max: 300 })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: DECLARATION_STATES,
      flow: {
        starts: { draft: ['admin', 'editor'], submitted: ['admin', 'editor'], accepted: ['admin', 'editor'] },
        moves: {
          draft: { submitted: ['admin', 'editor'] },
          submitted: { accepted: ['admin', 'editor'], rejected: ['admin', 'editor'], draft: ['admin', 'editor'] },
        },
      },
    }),
    submittedOn: optional(date({ label: { zh: '申报日期', en: 'Submitted on' } })),
    answeredOn: optional(date({ label: { zh: '批复日期', en: 'Answered on' } })),
    document: optional(text({ label: { zh: '文件', en: 'Document' }, max: 120 })),
  },
});
