import { declareRegister } from '../register/declare.ts';
import { choice, integer, optional, text, texts } from '../register/field.ts';
import { UNIT_GROUPS } from './unit-groups.ts';

/** Responsible units (责任单位): townships, parks and departments that answer for projects. */
export const units = declareRegister({
  name: 'units',
  label: { zh: '责任单位', en: 'Responsible units' },
  title: 'name',
  unique: ['name'],
  fields: {
    name: text({ label: { zh: '单位名称', en: 'Name' }, max: 60, public: true, aliases: ['责任单位', '单位'] }),
    shortName: text({ label: { zh: '简称', en: 'Short name' }, max: 12, public: true }),
    group: choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS, public: true }),
    officialOrder: integer({ label: { zh: '建制顺序', en: 'Official order' }, public: true }),
    otherNames: optional(texts({ label: { zh: '别名', en: 'Other names' } })),
  },
});
