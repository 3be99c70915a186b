import type { Role } from '../../core/register/role.ts';
import { ROLES } from '../../core/register/role.ts';
import { ApiProblem } from './problem.ts';
import { objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

/** Who is signed in. */
export interface SessionUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);

const userOf = (answer: unknown): SessionUser => {
  const { id, username, displayName, role } = objectOf(objectOf(answer, 'session')['user'], 'user');
  if (!isRole(role)) throw new ApiProblem(0, 'unexpected-answer', 'role');
  return {
    id: textOf(id, 'user.id'),
    username: textOf(username, 'user.username'),
    displayName: textOf(displayName, 'user.displayName'),
    role,
  };
};

/** The account of this browser's session; null when nobody is signed in. */
export async function currentUser(): Promise<SessionUser | null> {
  try {
    return userOf(await request('GET', '/api/session'));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export const signIn = async (username: string, password: string): Promise<SessionUser> =>
  userOf(await request('POST', '/api/session', { body: { username, password } }));

export async function signOut(): Promise<void> {
  await request('DELETE', '/api/session');
}

/** Changes the password of the account that is signed in; its other sessions end. */
export async function changeOwnPassword(current: string, password: string): Promise<void> {
  await request('POST', '/api/session/password', { body: { current, password } });
}

/** Whether the first account is still to be made. */
export const needsSetUp = async (): Promise<boolean> =>
  objectOf(await request('GET', '/api/setup'), 'setup')['needed'] === true;

/** The first account, made with the token of the printed link. */
export interface FirstAccount {
  readonly token: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

export const setUp = async (account: FirstAccount): Promise<SessionUser> =>
  userOf(await request('POST', '/api/setup', { body: account }));
