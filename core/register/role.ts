import type { Label } from './label.ts';

/** What an account may do; each register and route names the roles that it admits. */
export type Role = 'admin' | 'editor' | 'operator' | 'auditor';

export const ROLES: Readonly<Record<Role, Label>> = {
  admin: { zh: '系统管理员', en: 'Administrator' },
  editor: { zh: '编辑', en: 'Editor' },
  operator: { zh: '播控员', en: 'Operator' },
  auditor: { zh: '审计员', en: 'Auditor' },
};
