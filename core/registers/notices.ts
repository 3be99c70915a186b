import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, references, text } from '../register/field.ts';
import { EVERYBODY, type Role } from '../register/role.ts';

export const NOTICE_STATES = {
  draft: { zh: '拟稿', en: 'Draft' },
  approved: { zh: '已审核', en: 'Approved' },
  issued: { zh: '已下发', en: 'Issued' },
  acknowledged: { zh: '已签收', en: 'Acknowledged' },
  replied: { zh: '已反馈', en: 'Replied' },
  returned: { zh: '退回重办', en: 'Returned' },
  closed: { zh: '已办结', en: 'Closed' },
} as const;

export type NoticeState = keyof typeof NOTICE_STATES;

export const NOTICE_STAGES = {
  first: { zh: '督办通知', en: 'Notice' },
  second: { zh: '催办通知', en: 'Reminder' },
} as const;

export const URGENCIES = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  urgent: { zh: '紧急', en: 'Urgent' },
} as const;

const OFFICE: readonly Role[] = ['admin', 'editor', 'verifier'];
const UNIT: readonly Role[] = [...OFFICE, 'reporter'];

/**
 * Supervision notices (督办通知单): a demand with a deadline to a unit that missed a node. Overdue is derived. More time is
 * asked for before the deadline, with a reason and a date.
 */
export const notices = declareRegister({
  name: 'notices',
  label: { zh: '督办通知单', en: 'Supervision notices' },
  title: 'number',
  unique: ['number'],
  area: 'supervision',
  read: EVERYBODY,
  write: ['admin', 'editor', 'verifier', 'reviewer', 'signer', 'reporter'],
  unitBy: 'unit',
  reporterStates: ['issued', 'acknowledged', 'replied', 'returned', 'closed'],
  reporterFields: ['state', 'reply', 'repliedOn', 'extensionTo', 'extensionReason', 'extensionAskedOn'],
  fields: {
    number: text({ label: { zh: '文号', en: 'Number' }, max: 40 }),
    unit: reference({ label: { zh: '主办单位', en: 'To' }, target: 'units' }),
    supportUnits: optional(references({ label: { zh: '协办单位', en: 'Supporting units' }, target: 'units' })),
    copyTo: optional(reference({ label: { zh: '抄送领导', en: 'Copy to' }, target: 'leaders' })),
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    milestone: optional(reference({ label: { zh: '节点', en: 'Milestone' }, target: 'milestones' })),
    urgency: choice({ label: { zh: '缓急', en: 'Urgency' }, choices: URGENCIES }),
    stage: choice({ label: { zh: '阶段', en: 'Stage' }, choices: NOTICE_STAGES }),
    follows: optional(reference({ label: { zh: '前次通知', en: 'Follows on' }, target: 'notices' })),
    basis: text({ label: { zh: '立项依据', en: 'Basis' }, max: 200 }),
    matter: text({ label: { zh: '督办事项', en: 'Matter' }, max: 500 }),
    demand: text({ label: { zh: '办理要求', en: 'Demand' }, max: 500 }),
    issuedOn: optional(date({ label: { zh: '下发日期', en: 'Issued on' } })),
    dueOn: date({ label: { zh: '办理时限', en: 'Deadline' } }),
    extensionTo: optional(date({ label: { zh: '申请延期至', en: 'Extension asked to' } })),
    extensionReason: optional(text({ label: { zh: '延期原因', en: 'Reason for it' }, max: 300 })),
    extensionAskedOn: optional(date({ label: { zh: '延期申请日期', en: 'Asked on' } })),
    extensionGrantedTo: optional(
      date({ label: { zh: '同意延期至', en: 'Extended to' }, writers: ['admin', 'editor', 'reviewer', 'signer'] }),
    ),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: NOTICE_STATES,
      flow: {
        starts: { draft: OFFICE },
        moves: {
          draft: { approved: ['admin', 'reviewer', 'signer'] },
          approved: { issued: ['admin', 'editor', 'signer'], draft: ['admin', 'editor', 'reviewer'] },
          issued: { acknowledged: UNIT, replied: UNIT },
          acknowledged: { replied: UNIT },
          replied: { returned: ['admin', 'verifier', 'reviewer'], closed: ['admin', 'verifier', 'reviewer'] },
          returned: { replied: UNIT },
        },
      },
    }),
    reply: optional(text({ label: { zh: '办理情况', en: 'Reply' }, max: 1000 })),
    repliedOn: optional(date({ label: { zh: '反馈日期', en: 'Replied on' } })),
    review: optional(text({ label: { zh: '审核意见', en: 'Review' }, max: 300 })),
    closedOn: optional(date({ label: { zh: '办结日期', en: 'Closed on' } })),
    reminders: optional(integer({ label: { zh: '催办次数', en: 'Reminders' }, max: 99 })),
  },
  consistent: ({
    state,
    issuedOn,
    dueOn,
    reply,
    repliedOn,
    closedOn,
    extensionTo,
    extensionReason,
    extensionAskedOn,
  }) => {
    const problems: RecordProblem[] = [];
    const add = (path: string, code: RecordProblem['code'], message: string): void => {
      problems.push({ path, code, message });
    };
    const sent = state !== 'draft' && state !== 'approved';
    if (sent && issuedOn === undefined) add('issuedOn', 'required', 'an issued notice has its date');
    if (issuedOn !== undefined && dueOn < issuedOn) add('dueOn', 'inconsistent', 'is before the notice was issued');
    if (['replied', 'returned', 'closed'].includes(state) && (reply === undefined || repliedOn === undefined)) {
      add(reply === undefined ? 'reply' : 'repliedOn', 'required', 'a reply has its text and its date');
    }
    if (state === 'closed' && closedOn === undefined) add('closedOn', 'required', 'a closed notice has its date');
    if (extensionTo !== undefined) {
      if (extensionReason === undefined) add('extensionReason', 'required', 'say why more time is needed');
      if (extensionAskedOn === undefined) add('extensionAskedOn', 'required', 'say when it was asked for');
      else if (extensionAskedOn > dueOn)
        add('extensionAskedOn', 'inconsistent', 'more time is asked for before the deadline');
      if (extensionTo <= dueOn) add('extensionTo', 'inconsistent', 'is not after the deadline');
    }
    return problems;
  },
});
