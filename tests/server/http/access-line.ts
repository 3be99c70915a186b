import { EVERYBODY, OFFICE_ROLES, type Role } from '../../../core/register/role.ts';
import type { Access } from '../../../server/http/access.ts';
import type { Route } from '../../../server/http/route.ts';

const has = (roles: readonly Role[], all: readonly Role[]): boolean =>
  roles.length === all.length && all.every((role) => roles.includes(role));

const rolesIn = (roles: readonly Role[]): string => {
  if (has(roles, EVERYBODY)) return 'everybody signed in';
  return has(roles, OFFICE_ROLES) ? 'the office' : [...roles].sort().join(' ');
};

const accessIn = (access: Access): string => {
  if (access.kind === 'public') return 'anybody';
  if (access.kind === 'screen') return 'a paired screen';
  if (access.kind === 'screen-or-roles') return `a paired screen, ${rolesIn(access.roles)}`;
  if (access.kind === 'local-or-roles') return `this machine, ${rolesIn(access.roles)}`;
  const tokens = access.peopleOnly ? ', no token' : access.everyRegister ? ', no token of some registers' : '';
  return `${rolesIn(access.roles)}${tokens}`;
};

/** A route's line in the table. */
export const tableLine = ({ method, path, access }: Pick<Route, 'method' | 'path' | 'access'>): string =>
  `${method} ${path} → ${accessIn(access)}`;
