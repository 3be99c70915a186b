import { declareRegister } from '../register/declare.ts';
import { date, optional, reference, text } from '../register/field.ts';

/** Departments that serve a project (党群部门服务重点项目). */
export const servicePairs = declareRegister({
  name: 'servicePairs',
  label: { zh: '部门服务项目', en: 'Departments serving projects' },
  title: 'department',
  unique: ['department', 'project'],
  area: 'mechanisms',
  unitBy: 'project',
  fields: {
    department: text({ label: { zh: '服务部门', en: 'Department' }, max: 60 }),
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects' }),
    from: optional(date({ label: { zh: '开始日期', en: 'From' } })),
    to: optional(date({ label: { zh: '结束日期', en: 'To' } })),
    note: optional(text({ label: { zh: '服务内容', en: 'Note' }, max: 300 })),
  },
});
