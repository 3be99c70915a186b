import { declareRegister } from '../register/declare.ts';
import { choice, date, integer, optional, reference, text, texts } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';
import { UNIT_GROUPS } from './unit-groups.ts';

/**
 * Responsible units (责任单位) and their standing coordination offices (常设机构): townships, parks and departments
 * that answer for projects. A unit that was renamed or merged ends and names its successor.
 */
export const units = declareRegister({
  name: 'units',
  label: { zh: '责任单位', en: 'Responsible units' },
  title: 'name',
  unique: ['name'],
  read: EVERYBODY,
  fields: {
    name: text({ label: { zh: '单位名称', en: 'Name' }, max: 60, public: true, aliases: ['责任单位', '单位'] }),
    shortName: text({ label: { zh: '简称', en: 'Short name' }, max: 12, public: true }),
    group: choice({ label: { zh: '组别', en: 'Group' }, choices: UNIT_GROUPS, public: true }),
    officialOrder: integer({ label: { zh: '建制顺序', en: 'Official order' }, public: true }),
    otherNames: optional(texts({ label: { zh: '别名', en: 'Other names' } })),
    coordinator: optional(text({ label: { zh: '协调机构负责人', en: 'Head of the coordination office' }, max: 30 })),
    backup: optional(text({ label: { zh: '协调机构联络员', en: 'Liaison' }, max: 30 })),
    phone: optional(
      text({ label: { zh: '联系电话', en: 'Phone' }, max: 30, secret: true, readers: ['admin', 'editor', 'verifier'] }),
    ),
    activeFrom: optional(date({ label: { zh: '启用日期', en: 'Active from' } })),
    activeTo: optional(date({ label: { zh: '撤并日期', en: 'Active to' } })),
    successor: optional(reference({ label: { zh: '并入（更名为）', en: 'Succeeded by' }, target: 'units' })),
  },
});
