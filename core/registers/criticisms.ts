import { declareRegister } from '../register/declare.ts';
import { choice, date, flag, optional, reference, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

export const CRITICISM_STATES = {
  proposed: { zh: '拟通报', en: 'Proposed' },
  reviewed: { zh: '已审核', en: 'Reviewed' },
  published: { zh: '已通报', en: 'Published' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const;

/** District-wide criticism (全区通报批评) of missed joint-approval tasks: two approvals, a right of reply, withdrawal on record. */
export const criticisms = declareRegister({
  name: 'criticisms',
  label: { zh: '通报批评', en: 'Criticism' },
  title: 'fact',
  area: 'supervision',
  read: EVERYBODY,
  write: ['admin', 'editor', 'reviewer', 'signer', 'reporter'],
  unitBy: 'unit',
  reporterStates: ['reviewed', 'published', 'withdrawn'],
  reporterFields: ['reply'],
  fields: {
    unit: reference({ label: { zh: '被通报单位', en: 'Unit' }, target: 'units' }),
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    permit: optional(reference({ label: { zh: '手续', en: 'Permit' }, target: 'permits' })),
    fact: text({ label: { zh: '事实', en: 'Fact' }, max: 500 }),
    rule: text({ label: { zh: '依据', en: 'Rule' }, max: 200 }),
    period: text({ label: { zh: '所属期间', en: 'Period' }, max: 30 }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: CRITICISM_STATES,
      flow: {
        starts: { proposed: ['admin', 'editor'] },
        moves: {
          proposed: { reviewed: ['admin', 'reviewer'], withdrawn: ['admin', 'editor', 'reviewer'] },
          reviewed: { published: ['admin', 'signer'], withdrawn: ['admin', 'reviewer', 'signer'] },
          published: { withdrawn: ['admin', 'signer'] },
        },
      },
    }),
    decidedOn: optional(date({ label: { zh: '通报日期', en: 'Published on' } })),
    reply: optional(text({ label: { zh: '单位申辩', en: 'Reply of the unit' }, max: 1000 })),
    withdrawalReason: optional(text({ label: { zh: '撤销原因', en: 'Reason for the withdrawal' }, max: 300 })),
    counted: optional(flag({ label: { zh: '计入年度考核', en: 'Counts in the assessment' } })),
  },
  consistent: ({ state, decidedOn, withdrawalReason }) => [
    ...(state === 'published' && decidedOn === undefined
      ? [{ path: 'decidedOn', code: 'required' as const, message: 'a published criticism has its date' }]
      : []),
    ...(state === 'withdrawn' && withdrawalReason === undefined
      ? [{ path: 'withdrawalReason', code: 'required' as const, message: 'say why it is withdrawn' }]
      : []),
  ],
});
