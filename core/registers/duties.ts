import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

export const DUTY_STATES = {
  notStarted: { zh: '未启动', en: 'Not begun' },
  inProgress: { zh: '推进中', en: 'In progress' },
  fulfilled: { zh: '已落实', en: 'Fulfilled' },
  blocked: { zh: '受阻', en: 'Blocked' },
} as const;

/** The six guarantees (六包) of a project's sponsor; what the six are stands in the settings. */
export const duties = declareRegister({
  name: 'duties',
  label: { zh: '“六包”落实', en: 'Six guarantees' },
  title: 'item',
  unique: ['project', 'item'],
  area: 'leaders',
  read: EVERYBODY,
  unitBy: 'project',
  fields: {
    project: reference({ label: { zh: '项目', en: 'Project' }, target: 'projects', public: true }),
    leader: optional(reference({ label: { zh: '责任领导', en: 'Leader' }, target: 'leaders' })),
    item: integer({ label: { zh: '第几包', en: 'Guarantee (1 to 6)' }, min: 1, max: 6, public: true }),
    state: choice({ label: { zh: '落实情况', en: 'State' }, choices: DUTY_STATES, public: true }),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 300 })),
    updatedOn: optional(date({ label: { zh: '更新日期', en: 'Updated on' } })),
  },
});
