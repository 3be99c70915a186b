import { declareRegister } from '../register/declare.ts';
import { choice, flag, integer, optional, text } from '../register/field.ts';
import { EVERYBODY } from '../register/role.ts';

/** Who decides: a district's own department, or a level above to which the district hands the case on. */
export const PERMIT_AUTHORITIES = {
  district: { zh: '区级权限', en: 'District' },
  higher: { zh: '上级权限', en: 'Higher level' },
} as const;

export type PermitAuthority = keyof typeof PERMIT_AUTHORITIES;

/** The permits that projects need (手续事项): which there are is the office's own list. */
export const permitItems = declareRegister({
  name: 'permitItems',
  label: { zh: '手续事项', en: 'Kinds of permit' },
  title: 'name',
  unique: ['name'],
  area: 'permits',
  read: EVERYBODY,
  fields: {
    name: text({ label: { zh: '事项名称', en: 'Name' }, max: 30, public: true }),
    itemOrder: integer({ label: { zh: '排序', en: 'Order' }, public: true }),
    authority: choice({ label: { zh: '审批权限', en: 'Decided by' }, choices: PERMIT_AUTHORITIES }),
    limitDays: integer({ label: { zh: '办理时限（工作日）', en: 'Limit in working days' }, min: 1, max: 365 }),
    retired: optional(flag({ label: { zh: '已停用', en: 'No longer used' } })),
    remark: optional(text({ label: { zh: '备注', en: 'Remark' }, max: 200 })),
  },
});
