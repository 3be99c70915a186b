/** A small office with people for every step of an edition, and screens that show editions. */
import type { Role } from '../../core/register/role.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { OFFICE } from './live-parts.ts';

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

/** Who works there. */
export const STAFF = {
  admin1: 'admin',
  editor1: 'editor',
  editor2: 'editor',
  verifier1: 'verifier',
  reviewer1: 'reviewer',
  reviewer2: 'reviewer',
  signer1: 'signer',
  signer2: 'signer',
  operator1: 'operator',
  auditor1: 'auditor',
} as const satisfies Readonly<Record<string, Role>>;

export type StaffId = keyof typeof STAFF;

export const STAFF_IDS = Object.keys(STAFF) as StaffId[];

/** Groups whose screens show editions. */
export const EDITION_GROUPS = ['hall', 'gate'] as const;

/** The office of the live side's tests with its staff; all but the group `desk` show editions. */
export const EDITIONS_OFFICE: readonly ChangeRequest[] = [
  ...OFFICE,
  ...Object.entries(STAFF).map(([id, role]) =>
    create('users', id, { username: id, displayName: `${id}某`, role, disabled: false, passwordHash: 'none' }),
  ),
  create('groups', 'desk', { name: '办公室', playlist: 'loop', theme: 'red', locale: 'zh-CN', spotlight: false }),
  ...EDITION_GROUPS.map((record): ChangeRequest => ({
    kind: 'update',
    register: 'groups',
    record,
    values: { source: 'edition' },
  })),
];
