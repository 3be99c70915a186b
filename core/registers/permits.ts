import { declareRegister, type RecordProblem } from '../register/declare.ts';
import { choice, date, document, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';
import { checkStops } from './permit-stops.ts';
import { PERMIT_AUTHORITIES } from './permit-items.ts';

export const PERMIT_STATES = {
  missing: { zh: '未办理', en: 'Not begun' },
  inProgress: { zh: '办理中', en: 'In progress' },
  done: { zh: '已办结', en: 'Done' },
  notRequired: { zh: '不需办理', en: 'Not required' },
} as const;

export type PermitState = keyof typeof PERMIT_STATES;

/**
 * Permits of projects in joint approval (联审联批). The clock runs in working days from acceptance, without the stops: a
 * district department decides within its limit, a case of a higher level is docked (对接上报) within it.
 */
export const permits = declareRegister({
  name: 'permits',
  label: { zh: '手续办理', en: 'Permits' },
  title: 'item',
  unique: ['project', 'item'],
  area: 'permits',
  read: EVERYBODY,
  unitBy: 'project',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    item: reference({ label: { zh: '事项', en: 'Permit' }, target: 'permitItems', public: true }),
    state: choice({ label: { zh: '办理状态', en: 'State' }, choices: PERMIT_STATES, public: true }),
    authority: choice({ label: { zh: '审批权限', en: 'Decided by' }, choices: PERMIT_AUTHORITIES }),
    department: optional(reference({ label: { zh: '审批部门', en: 'Department' }, target: 'units' })),
    handler: optional(text({ label: { zh: '经办人', en: 'Handler' }, max: 30 })),
    guide: optional(text({ label: { zh: '帮办人员', en: 'Guide' }, max: 30 })),
    acceptedOn: optional(date({ label: { zh: '受理日期', en: 'Accepted on' } })),
    limitDays: integer({ label: { zh: '办理时限（工作日）', en: 'Limit in working days' }, min: 1, max: 365 }),
    stops: optional(document({ label: { zh: '停止计时', en: 'Stops of the clock' }, check: checkStops })),
    finishedOn: optional(date({ label: { zh: '办结（对接上报）日期', en: 'Decided or docked on' } })),
    reportedUpOn: optional(date({ label: { zh: '上报日期', en: 'Reported upward on' } })),
    result: optional(text({ label: { zh: '结果（文号）', en: 'Result' }, max: 120 })),
    blocker: optional(text({ label: { zh: '卡点', en: 'What holds it up' }, max: 200 })),
  },
  consistent: ({ state, acceptedOn, finishedOn }) => {
    const problems: RecordProblem[] = [];
    const add = (path: string, code: RecordProblem['code'], message: string): void => {
      problems.push({ path, code, message });
    };
    if (acceptedOn && finishedOn && finishedOn < acceptedOn) add('finishedOn', 'inconsistent', 'is before acceptance');
    if (finishedOn && state !== 'done') add('state', 'inconsistent', 'a permit with a date of decision is done');
    return problems;
  },
});
