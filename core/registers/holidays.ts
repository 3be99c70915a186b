import { declareRegister } from '../register/declare.ts';
import { choice, date, text } from '../register/field.ts';

export const HOLIDAY_KINDS = {
  holiday: { zh: '放假', en: 'Day off' },
  workday: { zh: '调休上班', en: 'Make-up workday' },
} as const;

/** Days that differ from the week's order (节假日与调休): public holidays, and weekend days worked instead. */
export const holidays = declareRegister({
  name: 'holidays',
  label: { zh: '节假日与调休', en: 'Holidays and make-up days' },
  title: 'name',
  unique: ['on'],
  area: 'permits',
  fields: {
    on: date({ label: { zh: '日期', en: 'Date' } }),
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: HOLIDAY_KINDS }),
    name: text({ label: { zh: '节日', en: 'Holiday' }, max: 20 }),
  },
});
