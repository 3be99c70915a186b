import { declareRegister } from '../register/declare.ts';
import { choice, date, optional, reference, references, text, texts } from '../register/field.ts';

export const WORK_GROUP_KINDS = {
  leadingGroup: { zh: '领导小组', en: 'Leading group' },
  taskGroup: { zh: '重点工作推进组', en: 'Key-work task group' },
  taskForce: { zh: '项目推进班子', en: 'Task force of a project' },
} as const;

/** Leading groups (领导小组), key-work task groups (重点工作推进组) and the task force of each project (专班). */
export const workGroups = declareRegister({
  name: 'workGroups',
  label: { zh: '领导小组与推进组', en: 'Leading and task groups' },
  title: 'name',
  area: 'meetings',
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 60 }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: WORK_GROUP_KINDS }),
    head: optional(reference({ label: { zh: '组长', en: 'Head' }, target: 'leaders' })),
    deputy: optional(reference({ label: { zh: '副组长', en: 'Deputy head' }, target: 'leaders' })),
    members: optional(texts({ label: { zh: '成员', en: 'Members' } })),
    units: optional(references({ label: { zh: '成员单位', en: 'Member units' }, target: 'units' })),
    project: optional(reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' })),
    task: optional(text({ label: { zh: '工作任务', en: 'Task' }, max: 300 })),
    formedOn: optional(date({ label: { zh: '成立日期', en: 'Formed on' } })),
    dissolvedOn: optional(date({ label: { zh: '撤销日期', en: 'Dissolved on' } })),
  },
  consistent: ({ kind, project }) =>
    kind === 'taskForce' && project === undefined
      ? [{ path: 'project', code: 'required', message: 'a task force belongs to a project' }]
      : [],
});
