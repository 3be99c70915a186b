import { declareRegister } from '../register/declare.ts';
import { choice, flag, optional, reference, text } from '../register/field.ts';
import { ROLES } from '../register/role.ts';

/** Accounts. The password's hash lives in the row only. */
export const users = declareRegister({
  name: 'users',
  label: { zh: '账号', en: 'Accounts' },
  title: 'username',
  unique: ['username'],
  system: true,
  area: 'system',
  read: ['admin', 'auditor'],
  write: ['admin'],
  fields: {
    username: text({ label: { zh: '账号', en: 'User name' }, max: 40 }),
    displayName: text({ label: { zh: '姓名', en: 'Name' }, max: 40 }),
    role: choice({ label: { zh: '角色', en: 'Role' }, choices: ROLES }),
    unit: optional(reference({ label: { zh: '所属单位', en: 'Unit' }, target: 'units' })),
    disabled: flag({ label: { zh: '已停用', en: 'Disabled' } }),
    passwordHash: text({ label: { zh: '密码', en: 'Password' }, max: 300, secret: true }),
  },
  consistent: ({ role, unit }) =>
    role === 'reporter' && unit === undefined
      ? [{ path: 'unit', code: 'required', message: 'a reporter belongs to a unit' }]
      : [],
});
