import { declareRegister } from '../register/declare.ts';
import { flag, integer, optional, text } from '../register/field.ts';

/** Standing mechanisms (九大机制) and who owns each. */
export const mechanisms = declareRegister({
  name: 'mechanisms',
  label: { zh: '工作机制', en: 'Mechanisms' },
  title: 'name',
  unique: ['name'],
  area: 'mechanisms',
  fields: {
    name: text({ label: { zh: '机制名称', en: 'Name' }, max: 40 }),
    mechanismOrder: integer({ label: { zh: '排序', en: 'Order' } }),
    owner: text({ label: { zh: '牵头单位', en: 'Owner' }, max: 60 }),
    period: optional(text({ label: { zh: '周期', en: 'Period' }, max: 30 })),
    entrants: optional(text({ label: { zh: '参加对象', en: 'Entrants' }, max: 120 })),
    recordedIn: optional(text({ label: { zh: '记录方式', en: 'Recorded in' }, max: 120 })),
    retired: optional(flag({ label: { zh: '已停止', en: 'Ended' } })),
  },
});
