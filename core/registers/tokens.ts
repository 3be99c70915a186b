import { declareRegister } from '../register/declare.ts';
import { choice, date, flag, optional, text, texts } from '../register/field.ts';
import { ROLES } from '../register/role.ts';

export const TOKEN_RIGHTS = {
  read: { zh: '只读', en: 'Read only' },
  write: { zh: '读写', en: 'Read and write' },
} as const;

/** API tokens for machines (接口令牌): a role, a scope and an end. Only the token's hash is kept. */
export const tokens = declareRegister({
  name: 'tokens',
  label: { zh: '接口令牌', en: 'API tokens' },
  title: 'name',
  unique: ['name'],
  system: true,
  area: 'system',
  read: ['admin', 'auditor'],
  write: ['admin'],
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 40 }),
    role: choice({ label: { zh: '角色', en: 'Role' }, choices: ROLES }),
    rights: choice({ label: { zh: '权限', en: 'Rights' }, choices: TOKEN_RIGHTS }),
    registers: optional(texts({ label: { zh: '限于登记表', en: 'Only these registers' } })),
    expiresOn: date({ label: { zh: '有效期至', en: 'Valid through' } }),
    disabled: flag({ label: { zh: '已停用', en: 'Disabled' } }),
    tokenHash: text({ label: { zh: '令牌', en: 'Token' }, max: 100, secret: true }),
  },
});
