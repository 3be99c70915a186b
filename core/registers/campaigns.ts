import { declareRegister } from '../register/declare.ts';
import { date, optional, text } from '../register/field.ts';

/** Holiday supervision (节假日专项督导): all sponsors visit their sites within these days. */
export const campaigns = declareRegister({
  name: 'campaigns',
  label: { zh: '节假日专项督导', en: 'Holiday campaigns' },
  title: 'name',
  unique: ['name', 'from'],
  area: 'supervision',
  fields: {
    name: text({ label: { zh: '节日', en: 'Holiday' }, max: 20, public: true }),
    from: date({ label: { zh: '开始日期', en: 'From' }, public: true }),
    to: date({ label: { zh: '结束日期', en: 'To' }, public: true }),
    note: optional(text({ label: { zh: '说明', en: 'Note' }, max: 300 })),
  },
  consistent: ({ from, to }) =>
    to < from ? [{ path: 'to', code: 'inconsistent', message: 'is before the start' }] : [],
});
