import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, keys, optional, reference, sha256, text, texts } from '../register/field.ts';

export const EDITION_STATES = {
  collecting: { zh: '采集', en: 'Collecting' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  inReview: { zh: '审核中', en: 'In review' },
  signed: { zh: '已签发', en: 'Signed' },
  scheduled: { zh: '待播出', en: 'Scheduled' },
  onAir: { zh: '播出中', en: 'On air' },
  superseded: { zh: '已更替', en: 'Superseded' },
  withdrawn: { zh: '已撤下', en: 'Withdrawn' },
} as const;

export type EditionState = keyof typeof EDITION_STATES;

export const EDITION_RHYTHMS = {
  weekly: { zh: '周', en: 'Weekly' },
  monthly: { zh: '月', en: 'Monthly' },
} as const;

/** The last instant that a date can hold. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** More pages than an office has; every one can be taken down. */
const MOST_HIDDEN = 10_000;

const moment = (zh: string, en: string) => optional(integer({ label: { zh, en }, max: LAST_INSTANT }));

/**
 * Editions (期): numbered, frozen positions in the log with reviews and signature. Only the steps of `core/editions`
 * write them, through their own routes. Moments are UTC milliseconds.
 */
export const editions = declareRegister({
  name: 'editions',
  label: { zh: '期次', en: 'Editions' },
  title: 'title',
  unique: ['year', 'number', 'correction'],
  area: 'documents',
  system: true,
  write: [],
  fields: {
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199, public: true }),
    number: integer({ label: { zh: '期号', en: 'Number' }, min: 1, max: 999, public: true }),
    correction: integer({ label: { zh: '更正次数', en: 'Correction' }, max: 99, public: true }),
    title: text({ label: { zh: '标题', en: 'Title' }, max: 60, public: true }),
    rhythm: choice({ label: { zh: '周期', en: 'Rhythm' }, choices: EDITION_RHYTHMS, public: true }),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' }, public: true }),
    state: choice({ label: { zh: '状态', en: 'State' }, choices: EDITION_STATES }),
    /** The seq of the last change that is in it. */
    position: optional(integer({ label: { zh: '日志位置', en: 'Position in the log' }, max: LAST_INSTANT })),
    content: optional(sha256({ label: { zh: '内容指纹', en: 'SHA-256 of the content' } })),
    /** Counts the freezes: a review holds only for the round that it read. */
    round: integer({ label: { zh: '冻结轮次', en: 'Round' }, max: 999 }),
    stages: integer({ label: { zh: '审核级数', en: 'Reviews' }, max: 3 }),
    frozenBy: optional(reference({ label: { zh: '冻结人', en: 'Frozen by' }, target: 'users' })),
    frozenByName: optional(text({ label: { zh: '冻结人姓名', en: 'Frozen by (name)' }, max: 40 })),
    frozenAt: moment('冻结时间', 'Frozen at'),
    signedBy: optional(reference({ label: { zh: '签发人', en: 'Signed by' }, target: 'users' })),
    signedByName: optional(text({ label: { zh: '签发人姓名', en: 'Signed by (name)' }, max: 40 })),
    signedAt: moment('签发时间', 'Signed at'),
    /** In whose place the edition was signed. */
    signedOnBehalfOf: optional(reference({ label: { zh: '受托于', en: 'Signed on behalf of' }, target: 'users' })),
    signedOnBehalfOfName: optional(text({ label: { zh: '委托人姓名', en: 'Signed on behalf of (name)' }, max: 40 })),
    /** Codes of the doubts that the signer has seen, and why they stand. */
    acknowledged: optional(texts({ label: { zh: '已知悉的提示', en: 'Doubts acknowledged' } })),
    acknowledgement: optional(text({ label: { zh: '知悉说明', en: 'Why the doubts stand' }, max: 300 })),
    airAt: moment('播出时间', 'To go on air at'),
    onAirAt: moment('开始播出', 'Went on air at'),
    endedAt: moment('结束播出', 'Left the air at'),
    corrects: optional(reference({ label: { zh: '更正的期次', en: 'Corrects' }, target: 'editions' })),
    reason: optional(text({ label: { zh: '更正（撤下）原因', en: 'Reason' }, max: 300 })),
    publicNote: optional(text({ label: { zh: '更正说明', en: 'Note to the public' }, max: 100, public: true })),
    hiddenSlides: optional(keys({ label: { zh: '撤下的页面', en: 'Pages taken down' }, max: MOST_HIDDEN })),
  },
  consistent: ({ year, asOf, correction, corrects }) => {
    const problems: RecordProblem[] = [];
    if (!asOf.startsWith(`${year}-`))
      problems.push({ path: 'asOf', code: 'inconsistent', message: `must lie in ${year}` });
    if (correction > 0 && corrects === undefined)
      problems.push({ path: 'corrects', code: 'required', message: 'a correction names what it corrects' });
    return problems;
  },
});

export const REVIEW_DECISIONS = {
  passed: { zh: '通过', en: 'Passed' },
  returned: { zh: '退回', en: 'Returned' },
} as const;

/** Reviews of editions (审核记录): who, for whom, of which content, with what result. Kept for good. */
export const editionReviews = declareRegister({
  name: 'editionReviews',
  label: { zh: '审核记录', en: 'Reviews of editions' },
  title: 'byName',
  area: 'documents',
  system: true,
  write: [],
  fields: {
    edition: reference({ label: { zh: '期次', en: 'Edition' }, target: 'editions' }),
    round: integer({ label: { zh: '冻结轮次', en: 'Round' }, min: 1, max: 999 }),
    stage: integer({ label: { zh: '第几审', en: 'Stage' }, min: 1, max: 3 }),
    decision: choice({ label: { zh: '意见', en: 'Decision' }, choices: REVIEW_DECISIONS }),
    by: reference({ label: { zh: '审核人', en: 'By' }, target: 'users' }),
    byName: text({ label: { zh: '审核人姓名', en: 'By (name)' }, max: 40 }),
    onBehalfOf: optional(reference({ label: { zh: '受托于', en: 'On behalf of' }, target: 'users' })),
    onBehalfOfName: optional(text({ label: { zh: '委托人姓名', en: 'On behalf of (name)' }, max: 40 })),
    content: sha256({ label: { zh: '内容指纹', en: 'SHA-256 of the content' } }),
    comment: optional(text({ label: { zh: '审核意见', en: 'Comment' }, max: 500 })),
    at: integer({ label: { zh: '审核时间', en: 'At' }, max: LAST_INSTANT }),
  },
});

/** Delegations (委托): who reviews or signs in whose place, and when. */
export const delegations = declareRegister({
  name: 'delegations',
  label: { zh: '审签委托', en: 'Delegations' },
  title: 'document',
  area: 'documents',
  write: ['admin'],
  fields: {
    principal: reference({ label: { zh: '委托人', en: 'Principal' }, target: 'users' }),
    delegate: reference({ label: { zh: '受托人', en: 'Delegate' }, target: 'users' }),
    from: date({ label: { zh: '起始日期', en: 'From' } }),
    until: date({ label: { zh: '截止日期', en: 'Until' } }),
    document: text({ label: { zh: '委托依据', en: 'Document' }, max: 120 }),
  },
  consistent: ({ principal, delegate, from, until }) => [
    ...(principal === delegate
      ? [{ path: 'delegate', code: 'inconsistent' as const, message: 'is the principal' }]
      : []),
    ...(until < from ? [{ path: 'until', code: 'inconsistent' as const, message: 'is before the beginning' }] : []),
  ],
});
