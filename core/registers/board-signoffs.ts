import { changedAmong } from '../register/check-record.ts';
import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, optional, reference, references, text } from '../register/field.ts';
import { UNIT_GROUPS } from './unit-groups.ts';

export const HONOUR_BOARDS = {
  red: { zh: '红榜', en: 'Red board' },
  black: { zh: '黑榜', en: 'Black board' },
} as const;

export const SIGNOFF_STATES = {
  proposed: { zh: '拟发布', en: 'Proposed' },
  signed: { zh: '已签批', en: 'Signed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const;

/**
 * Sign-offs of red and black boards (红黑榜签批). What the rules propose is public only when it was signed by itself, and
 * a black board only until its end date.
 */
export const boardSignoffs = declareRegister({
  name: 'boardSignoffs',
  label: { zh: '红黑榜签批', en: 'Sign-offs of red and black boards' },
  title: 'board',
  area: 'assessment',
  write: ['admin', 'editor', 'reviewer', 'signer'],
  fields: {
    board: choice({ label: { zh: '榜单', en: 'Board' }, choices: HONOUR_BOARDS }),
    group: choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS }),
    asOf: date({ label: { zh: '数据截至', en: 'Figures as of' } }),
    scheme: reference({ label: { zh: '考核方案', en: 'Scheme' }, target: 'schemes' }),
    units: references({ label: { zh: '上榜单位', en: 'Units on it' }, target: 'units' }),
    from: date({ label: { zh: '发布日期', en: 'Public from' } }),
    until: optional(date({ label: { zh: '截止日期', en: 'Public until' } })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: SIGNOFF_STATES,
      flow: {
        starts: { proposed: ['admin', 'editor', 'reviewer'] },
        moves: {
          proposed: { signed: ['signer'], withdrawn: ['admin', 'editor', 'reviewer', 'signer'] },
          signed: { withdrawn: ['admin', 'reviewer', 'signer'] },
        },
      },
    }),
    document: optional(text({ label: { zh: '签批文件', en: 'Document' }, max: 120 })),
    withdrawalReason: optional(text({ label: { zh: '撤销原因', en: 'Reason for the withdrawal' }, max: 300 })),
  },
  consistent: ({ board, until, from, state, withdrawalReason }) => {
    const problems: RecordProblem[] = [];
    if (board === 'black' && until === undefined)
      problems.push({ path: 'until', code: 'required', message: 'a black board has an end date' });
    if (until !== undefined && until < from)
      problems.push({ path: 'until', code: 'inconsistent', message: 'is before it begins' });
    if (state === 'withdrawn' && withdrawalReason === undefined)
      problems.push({ path: 'withdrawalReason', code: 'required', message: 'say why it is withdrawn' });
    return problems;
  },
  lasting: ({ state }) => state !== 'proposed',
  // What is signed is what was proposed. Withdrawn ones stay, too: who takes the withdrawal back brings back what was signed.
  follows: (before, after) =>
    (before.state !== 'proposed' || after.state === 'signed') &&
    changedAmong(['board', 'group', 'asOf', 'scheme', 'from', 'until', 'units'], before, after).length > 0
      ? [
          {
            path: '',
            code: 'frozen',
            message: 'is signed as it was proposed; to change it, change the proposal or withdraw it',
          },
        ]
      : [],
});
