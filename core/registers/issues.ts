import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY, type Role } from '../register/role.ts';
import { PROBLEM_CATEGORIES } from './project-choices.ts';

export const ISSUE_STATES = {
  open: { zh: '待办', en: 'Open' },
  inProgress: { zh: '办理中', en: 'In progress' },
  escalated: { zh: '已提级', en: 'Escalated' },
  resolved: { zh: '已解决', en: 'Resolved' },
  verified: { zh: '已销号', en: 'Closed after a check' },
  reopened: { zh: '重新打开', en: 'Reopened' },
} as const;

export type IssueState = keyof typeof ISSUE_STATES;

export const ESCALATION_LEVELS = {
  unit: { zh: '责任单位', en: 'Unit' },
  unitHead: { zh: '单位主要负责人', en: 'Head of the unit' },
  sponsor: { zh: '责任领导', en: 'Sponsor leader' },
  mainLeader: { zh: '区主要领导', en: 'Main leader' },
} as const;

const OFFICE: readonly Role[] = ['admin', 'editor', 'verifier'];
const ALL: readonly Role[] = [...OFFICE, 'reporter'];

/** States in which an issue counts as settled (办结). */
export const isSettled = (state: IssueState): boolean => state === 'resolved' || state === 'verified';

/**
 * The issue ledger (问题台账): each obstacle with measure, owner and deadline (定任务、定责任、定时间). General issues name
 * no project. `label` is the reviewed neutral wording that a screen may show.
 */
export const issues = declareRegister({
  name: 'issues',
  label: { zh: '问题台账', en: 'Issues' },
  title: 'description',
  area: 'supervision',
  read: EVERYBODY,
  write: ['admin', 'editor', 'verifier', 'reporter'],
  unitBy: 'ownerUnit',
  reporterFields: [
    'project',
    'category',
    'description',
    'foundOn',
    'measure',
    'ownerUnit',
    'dueOn',
    'state',
    'resolvedOn',
  ],
  fields: {
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    category: choice({ label: { zh: '问题类别', en: 'Category' }, choices: PROBLEM_CATEGORIES }),
    description: text({ label: { zh: '问题描述', en: 'Description' }, max: 500, aliases: ['存在问题'] }),
    foundOn: date({ label: { zh: '发现日期', en: 'Found on' } }),
    foundBy: optional(text({ label: { zh: '发现人（来源）', en: 'Found by' }, max: 40 })),
    measure: optional(text({ label: { zh: '解决措施', en: 'Measure' }, max: 500, aliases: ['解决措施及时限'] })),
    ownerUnit: reference({ label: { zh: '责任单位', en: 'Owner' }, target: 'units' }),
    dueOn: optional(date({ label: { zh: '解决时限', en: 'Deadline' } })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: ISSUE_STATES,
      flow: {
        starts: {
          open: ALL,
          inProgress: ALL,
          escalated: OFFICE,
          resolved: OFFICE,
          verified: OFFICE,
        },
        moves: {
          open: { inProgress: ALL, escalated: OFFICE, resolved: ALL },
          inProgress: { escalated: OFFICE, resolved: ALL },
          escalated: { inProgress: OFFICE, resolved: ALL },
          resolved: { verified: OFFICE, reopened: OFFICE },
          verified: { reopened: OFFICE },
          reopened: { inProgress: ALL, escalated: OFFICE, resolved: ALL },
        },
      },
    }),
    escalation: optional(
      choice({ label: { zh: '提级层级', en: 'Escalated to' }, choices: ESCALATION_LEVELS, writers: OFFICE }),
    ),
    resolvedOn: optional(date({ label: { zh: '解决日期', en: 'Resolved on' } })),
    reopenedTimes: optional(integer({ label: { zh: '重新打开次数', en: 'Times reopened' }, max: 99 })),
    label: optional(
      text({
        label: { zh: '对外表述', en: 'Wording for the public' },
        max: 20,
        public: true,
        writers: ['admin', 'reviewer'],
      }),
    ),
  },
  consistent: ({ state, measure, dueOn, resolvedOn, foundOn }) => {
    const problems: RecordProblem[] = [];
    const required = (path: string, message: string): void => void problems.push({ path, code: 'required', message });
    if (state !== 'open' && measure === undefined) required('measure', 'an issue in work has a measure');
    if (state !== 'open' && dueOn === undefined) required('dueOn', 'an issue in work has a deadline');
    if (isSettled(state) && resolvedOn === undefined) required('resolvedOn', 'a settled issue has its date');
    if (resolvedOn !== undefined && resolvedOn < foundOn) {
      problems.push({ path: 'resolvedOn', code: 'inconsistent', message: 'is before it was found' });
    }
    return problems;
  },
});
