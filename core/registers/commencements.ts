import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, text } from '../register/field.ts';

export const COMMENCEMENT_STATES = {
  planned: { zh: '筹备', en: 'Planned' },
  held: { zh: '已举行', en: 'Held' },
  cancelled: { zh: '取消', en: 'Cancelled' },
} as const;

/** Group commencements (集中开工活动): ceremonies that start many projects on one day. */
export const commencements = declareRegister({
  name: 'commencements',
  label: { zh: '集中开工活动', en: 'Group commencements' },
  title: 'name',
  unique: ['year', 'number'],
  area: 'pipeline',
  fields: {
    year: integer({ label: { zh: '年度', en: 'Year' }, min: 1990, max: 2199, public: true }),
    number: integer({ label: { zh: '批次', en: 'Number' }, min: 1, max: 99, public: true }),
    name: text({ label: { zh: '活动名称', en: 'Name' }, max: 60, public: true }),
    heldOn: date({ label: { zh: '日期', en: 'Date' }, public: true }),
    venue: optional(text({ label: { zh: '地点', en: 'Venue' }, max: 60, public: true })),
    state: choice({ label: { zh: '状态', en: 'State' }, choices: COMMENCEMENT_STATES, public: true }),
    roles: optional(text({ label: { zh: '责任分工', en: 'Who does what' }, max: 1000 })),
  },
});
