import { changedAmong } from '../register/check-record.ts';
import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';

export const SCORE_ENTRY_STATES = {
  proposed: { zh: '拟计', en: 'Proposed' },
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '不予计分', en: 'Rejected' },
} as const;

/** What an approval is about. */
const DECIDED = ['scheme', 'item', 'unit', 'project', 'on', 'pointsHundredths', 'judge', 'reason', 'approver'] as const;

/**
 * What is scored by hand (考核计分事项): events that earn or cost points, and the marks of judges. Only what is approved
 * counts; an entry without points of its own takes those that the scheme gives to each.
 */
export const scoreEntries = declareRegister({
  name: 'scoreEntries',
  label: { zh: '考核计分事项', en: 'Scored by hand' },
  title: 'reason',
  area: 'assessment',
  write: ['admin', 'editor', 'reviewer', 'signer'],
  fields: {
    scheme: text({ label: { zh: '方案名称', en: 'Scheme' }, max: 60 }),
    item: text({ label: { zh: '考核项编号', en: 'Item' }, max: 20 }),
    unit: reference({ label: { zh: '单位', en: 'Unit' }, target: 'units' }),
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    on: date({ label: { zh: '发生日期', en: 'Happened on' } }),
    pointsHundredths: optional(
      integer({ label: { zh: '分值（百分之一分）', en: 'Points in hundredths' }, min: -100_000, max: 100_000 }),
    ),
    judge: optional(text({ label: { zh: '评委', en: 'Judge' }, max: 30 })),
    reason: text({ label: { zh: '事由', en: 'Reason' }, max: 300 }),
    evidence: optional(text({ label: { zh: '依据材料', en: 'Evidence' }, max: 200 })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: SCORE_ENTRY_STATES,
      flow: {
        starts: { proposed: ['admin', 'editor'] },
        moves: {
          proposed: { approved: ['reviewer', 'signer'], rejected: ['reviewer', 'signer'] },
          approved: { rejected: ['signer'] },
        },
      },
    }),
    approver: optional(text({ label: { zh: '批准人', en: 'Approved by' }, max: 30 })),
  },
  lasting: ({ state }) => state !== 'proposed',
  follows: (before, after) =>
    before.state === 'proposed'
      ? []
      : changedAmong(DECIDED, before, after).map((path) => ({
          path,
          code: 'frozen' as const,
          message: 'is decided: propose another',
        })),
  consistent: ({ state, approver }) =>
    state === 'approved' && approver === undefined
      ? [{ path: 'approver', code: 'required', message: 'name who approves it' }]
      : [],
});
