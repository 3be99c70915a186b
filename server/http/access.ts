import type { Context } from 'hono';
import { EVERYBODY, OFFICE_ROLES, type Role } from '../../core/register/role.ts';
import type { Screen } from '../../core/registers/index.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { Parts } from '../parts.ts';
import { screenToken, sessionToken } from './cookies.ts';
import type { AppEnv } from './env.ts';
import { clientAddress, isLocal } from './peer.ts';
import { bearerToken, checkScope } from './bearer.ts';
import { problem, throttled } from './problem.ts';

/** Who may use a route. Every route states one; there is no default. */
export type Access =
  | { readonly kind: 'public' }
  /** A paired screen, by its cookie. */
  | { readonly kind: 'screen' }
  | {
      readonly kind: 'roles';
      readonly roles: readonly Role[];
      /** Not for API tokens: what people do to accounts and tokens. */
      readonly peopleOnly?: true;
      /** Not for API tokens that are limited to some registers: what it shows and writes may be of any. */
      readonly everyRegister?: true;
    }
  /** A paired screen, or people in one of the roles. */
  | { readonly kind: 'screen-or-roles'; readonly roles: readonly Role[] }
  /** Anybody on this machine, and people in one of the roles from elsewhere. */
  | { readonly kind: 'local-or-roles'; readonly roles: readonly Role[] };

/** What an access lets a handler know of who asks. */
export type CallerOf<A extends Access> = A['kind'] extends 'roles'
  ? Identity
  : A['kind'] extends 'screen'
    ? Screen
    : null;

export const PUBLIC = { kind: 'public' } as const satisfies Access;
export const SCREEN = { kind: 'screen' } as const satisfies Access;
export const roles = (...names: readonly Role[]) => ({ kind: 'roles', roles: names }) as const satisfies Access;
/** People in one of the roles, no API token. */
export const people = (...names: readonly Role[]) =>
  ({ kind: 'roles', roles: names, peopleOnly: true }) as const satisfies Access;
/** People in one of the roles, and API tokens that reach every register. */
export const unlimited = (...names: readonly Role[]) =>
  ({ kind: 'roles', roles: names, everyRegister: true }) as const satisfies Access;
export const screenOr = (...names: readonly Role[]) =>
  ({ kind: 'screen-or-roles', roles: names }) as const satisfies Access;
export const localOr = (...names: readonly Role[]) =>
  ({ kind: 'local-or-roles', roles: names }) as const satisfies Access;
/** Whoever has an account. */
export const SIGNED_IN = roles(...EVERYBODY);
/** Whoever works in the office or oversees it: everybody but the reporters of units. */
export const IN_OFFICE = roles(...OFFICE_ROLES);

/** Whom an API token stands for; the cookie does not count beside it. */
const tokenHolder = (parts: Parts, c: Context<AppEnv>, token: string): Identity => {
  const outcome = parts.accounts.identifyToken(token, clientAddress(c, parts.config));
  if (outcome.kind === 'throttled') throw throttled(outcome.retryAfterSeconds);
  if (outcome.kind === 'wrong') throw problem('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
  return outcome.identity;
};

const sessionHolder = (parts: Parts, c: Context<AppEnv>): Identity => {
  const token = sessionToken(c);
  const identity = token === undefined ? null : parts.accounts.identify(token);
  if (!identity) throw problem('not-signed-in');
  return identity;
};

const personIn = (parts: Parts, c: Context<AppEnv>, access: Extract<Access, { roles: readonly Role[] }>): Identity => {
  const token = bearerToken(c);
  const identity = token === undefined ? sessionHolder(parts, c) : tokenHolder(parts, c, token);
  c.set('actor', identity.id);
  if (!access.roles.includes(identity.role)) throw problem('forbidden');
  if (identity.scope && access.kind === 'roles' && access.peopleOnly) throw problem('forbidden');
  if (identity.scope?.registers && access.kind === 'roles' && access.everyRegister) {
    throw problem('forbidden', { detail: 'the token does not reach every register' });
  }
  if (identity.scope) checkScope(c, identity.scope);
  return identity;
};

/** The screen that a browser is paired with; null when it is none. */
const pairedScreen = (parts: Parts, c: Context<AppEnv>): Screen | null => {
  const token = screenToken(c);
  const id = token === undefined ? null : parts.pairing.screenOf(token);
  const screen = id === null ? undefined : parts.changes.ledger().tables.screens.get(id);
  if (!screen || screen.revoked) return null;
  c.set('actor', screen.id);
  return screen;
};

const screenIn = (parts: Parts, c: Context<AppEnv>): Screen => {
  const screen = pairedScreen(parts, c);
  if (!screen) throw problem('not-paired');
  return screen;
};

/**
 * Who asks, if the access admits them.
 * @throws Problem not-signed-in, not-paired, throttled or forbidden.
 */
export function admit(parts: Parts, c: Context<AppEnv>, access: Access): Identity | Screen | null {
  if (access.kind === 'public') return null;
  if (access.kind === 'screen') return screenIn(parts, c);
  if (access.kind === 'roles') return personIn(parts, c, access);
  if (access.kind === 'screen-or-roles') {
    if (!pairedScreen(parts, c)) personIn(parts, c, access);
    return null;
  }
  if (!isLocal(c, parts.config)) personIn(parts, c, access);
  return null;
}
