import type { Label } from './label.ts';

/** What an account may do; each register, field and route names the roles that it admits. */
export type Role = 'admin' | 'editor' | 'verifier' | 'reviewer' | 'signer' | 'operator' | 'reporter' | 'auditor';

export const ROLES: Readonly<Record<Role, Label>> = {
  admin: { zh: '系统管理员', en: 'Administrator' },
  editor: { zh: '编辑', en: 'Editor' },
  verifier: { zh: '核实员', en: 'Verifier' },
  reviewer: { zh: '审核', en: 'Reviewer' },
  signer: { zh: '签发', en: 'Signer' },
  operator: { zh: '播控员', en: 'Operator' },
  reporter: { zh: '填报员', en: 'Reporter of a unit' },
  auditor: { zh: '审计员', en: 'Auditor' },
};

/** Who works in the office or oversees it: sees every unit's records. A reporter sees those of the own unit. */
export const OFFICE_ROLES = [
  'admin',
  'editor',
  'verifier',
  'reviewer',
  'signer',
  'operator',
  'auditor',
] as const satisfies readonly Role[];

/** The office and the reporters of units. */
export const EVERYBODY: readonly Role[] = [...OFFICE_ROLES, 'reporter'];
