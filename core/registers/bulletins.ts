import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

export const BULLETIN_KINDS = {
  bulletin: { zh: '通报', en: 'Bulletin' },
  analysis: { zh: '分析报告', en: 'Analysis report' },
} as const;

export const BULLETIN_STATES = {
  draft: { zh: '拟稿', en: 'Draft' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  issued: { zh: '已印发', en: 'Issued' },
} as const;

/** Bulletins (通报) with issue and running number, and analysis reports (分析报告). */
export const bulletins = declareRegister({
  name: 'bulletins',
  label: { zh: '通报与分析报告', en: 'Bulletins and analyses' },
  title: 'title',
  unique: ['kind', 'year', 'number'],
  area: 'documents',
  read: EVERYBODY,
  reporterStates: ['issued'],
  write: ['admin', 'editor', 'reviewer', 'signer'],
  fields: {
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: BULLETIN_KINDS }),
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199 }),
    number: integer({ label: { zh: '期号', en: 'Issue' }, min: 1, max: 999 }),
    runningNumber: optional(integer({ label: { zh: '总期号', en: 'Running number' }, min: 1, max: 99_999 })),
    title: text({ label: { zh: '标题', en: 'Title' }, max: 120 }),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' } }),
    issuedOn: optional(date({ label: { zh: '印发日期', en: 'Issued on' } })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: BULLETIN_STATES,
      flow: {
        starts: { draft: ['admin', 'editor'], issued: ['admin', 'editor'] },
        moves: {
          draft: { reviewed: ['admin', 'reviewer'] },
          reviewed: { issued: ['admin', 'signer'], draft: ['admin', 'editor', 'reviewer', 'signer'] },
        },
      },
    }),
    documentNumber: optional(text({ label: { zh: '发文字号', en: 'Document number' }, max: 40 })),
    body: optional(text({ label: { zh: '正文', en: 'Text' }, max: 20_000 })),
  },
  consistent: ({ state, issuedOn }) => {
    const problems: RecordProblem[] = [];
    if (state === 'issued' && issuedOn === undefined) {
      problems.push({ path: 'issuedOn', code: 'required', message: 'an issued paper has its date' });
    }
    return problems;
  },
});
