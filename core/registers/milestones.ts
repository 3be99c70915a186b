import { declareRegister } from '../register/declare.ts';
import { date, integer, optional, reference, text } from '../register/field.ts';

/** Milestones (时间节点): dated targets of a project. The baseline stays when the date is moved. */
export const milestones = declareRegister({
  name: 'milestones',
  label: { zh: '时间节点', en: 'Milestones' },
  title: 'name',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    name: text({ label: { zh: '节点名称', en: 'Name' }, max: 60, public: true }),
    baselineOn: date({ label: { zh: '基准日期', en: 'Baseline' }, public: true }),
    dueOn: date({ label: { zh: '计划日期', en: 'Due' }, public: true }),
    doneOn: optional(date({ label: { zh: '完成日期', en: 'Done' }, public: true })),
    weight: integer({ label: { zh: '权重', en: 'Weight' }, min: 1, max: 100 }),
  },
});
