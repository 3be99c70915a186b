import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY, type Role } from '../register/role.ts';

export const DECISION_SOURCES = {
  meeting: { zh: '会议议定', en: 'Meeting' },
  instruction: { zh: '领导批示', en: 'Leader’s instruction' },
  group: { zh: '推进组任务', en: 'Task group' },
  visit: { zh: '现场督导', en: 'Site visit' },
} as const;

export const DECISION_STATES = {
  open: { zh: '待办', en: 'Open' },
  inProgress: { zh: '办理中', en: 'In progress' },
  done: { zh: '已办', en: 'Done' },
  verified: { zh: '已核查', en: 'Checked' },
  cancelled: { zh: '取消', en: 'Cancelled' },
} as const;

const OFFICE: readonly Role[] = ['admin', 'editor', 'verifier'];
const ALL: readonly Role[] = [...OFFICE, 'reporter'];

/**
 * Decisions and tasks (议定事项): what a meeting, an instruction or a task group asks of a unit by a date. What is still
 * open at the next meeting rolls over; nothing is copied.
 */
export const decisions = declareRegister({
  name: 'decisions',
  label: { zh: '议定事项', en: 'Decisions and tasks' },
  title: 'task',
  area: 'meetings',
  read: EVERYBODY,
  write: ['admin', 'editor', 'verifier', 'reporter'],
  unitBy: 'owner',
  reporterFields: ['state', 'progress', 'doneOn'],
  fields: {
    source: choice({ label: { zh: '来源', en: 'Source' }, choices: DECISION_SOURCES }),
    meeting: optional(reference({ label: { zh: '会议', en: 'Meeting' }, target: 'meetings' })),
    group: optional(reference({ label: { zh: '推进组', en: 'Task group' }, target: 'workGroups' })),
    leader: optional(reference({ label: { zh: '批示领导', en: 'Leader' }, target: 'leaders' })),
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    decidedOn: date({ label: { zh: '议定日期', en: 'Decided on' } }),
    task: text({ label: { zh: '事项', en: 'Task' }, max: 500 }),
    owner: reference({ label: { zh: '责任单位', en: 'Owner' }, target: 'units' }),
    person: optional(text({ label: { zh: '责任人', en: 'Person' }, max: 30 })),
    dueOn: date({ label: { zh: '完成时限', en: 'Due' } }),
    originallyDueOn: optional(date({ label: { zh: '原定时限', en: 'First due' } })),
    state: choice({
      label: { zh: '状态', en: 'State' },
      choices: DECISION_STATES,
      flow: {
        starts: { open: OFFICE, inProgress: OFFICE, done: OFFICE, verified: OFFICE },
        moves: {
          open: { inProgress: ALL, done: ALL, cancelled: OFFICE },
          inProgress: { done: ALL, cancelled: OFFICE },
          done: { verified: OFFICE, inProgress: OFFICE },
          verified: { inProgress: OFFICE },
        },
      },
    }),
    progress: optional(text({ label: { zh: '进展', en: 'Progress' }, max: 500 })),
    doneOn: optional(date({ label: { zh: '完成日期', en: 'Done on' } })),
    rolledOver: optional(integer({ label: { zh: '结转次数', en: 'Times rolled over' }, max: 99 })),
  },
  consistent: ({ source, meeting, state, doneOn, decidedOn, dueOn }) => {
    const problems: RecordProblem[] = [];
    const add = (path: string, code: RecordProblem['code'], message: string): void => {
      problems.push({ path, code, message });
    };
    if (source === 'meeting' && meeting === undefined) add('meeting', 'required', 'name the meeting');
    if ((state === 'done' || state === 'verified') && doneOn === undefined) add('doneOn', 'required', 'say when');
    if (dueOn < decidedOn) add('dueOn', 'inconsistent', 'is before the decision');
    return problems;
  },
});
