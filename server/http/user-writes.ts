/** What writing an account means besides the record: its password, its sessions, and that an administrator stays. */
import type { Values } from '../../core/register/check-record.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { isObject } from '../../core/result.ts';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';
import type { ChangeRequest } from '../changes/changes.ts';
import type { Parts } from '../parts.ts';
import { problem } from './problem.ts';

/** Longer than any passphrase; keeps a hostile body from costing a hash of it. */
const MOST_PASSWORD = 200;

const passwordProblem = (code: string, path: string, message: string) =>
  problem('invalid', { errors: [{ path, code, message }] });

/** @throws Problem invalid when it is no password. */
export const checkPassword = (password: unknown, path: string): string => {
  if (typeof password !== 'string') throw passwordProblem('wrong-type', path, 'must be text');
  if (password.length < LEAST_PASSWORD) {
    throw passwordProblem('too-short', path, `needs at least ${LEAST_PASSWORD} characters`);
  }
  if (password.length > MOST_PASSWORD) {
    throw passwordProblem('too-long', path, `may have at most ${MOST_PASSWORD} characters`);
  }
  return password;
};

/**
 * The request with the member `password` replaced by its hash; a new account without one is refused, and so is a
 * hash from outside. New accounts are enabled unless they say otherwise. `at` goes before the member's name in
 * what is wrong.
 */
export async function preparedUser(parts: Parts, request: ChangeRequest, at: string): Promise<ChangeRequest> {
  if (request.register !== 'users' || request.kind === 'delete' || !isObject(request.values)) return request;
  if ('passwordHash' in request.values) {
    throw passwordProblem('unknown-field', `${at}passwordHash`, 'is not a field of this register');
  }
  const { password, ...values } = request.values;
  if (password === undefined) {
    if (request.kind === 'create') throw passwordProblem('required', `${at}password`, 'is required');
    return request;
  }
  const passwordHash = await parts.accounts.hashPassword(checkPassword(password, `${at}password`));
  const defaults = request.kind === 'create' ? { disabled: false } : {};
  return { ...request, values: { ...defaults, ...values, passwordHash } };
}

const isAdmin = (user: Values | undefined): boolean => user?.['role'] === 'admin' && user['disabled'] === false;

/**
 * Refuses what would leave nobody to administer the product.
 * @throws Problem last-admin.
 */
export function keepAnAdmin(ledger: Ledger, requests: readonly ChangeRequest[]): void {
  if (!requests.some(({ register }) => register === 'users')) return;
  const users = new Map<string, Values>([...ledger.tables.users].map(([id, user]) => [id, { ...user }]));
  const before = [...users.values()].some(isAdmin);
  requests.forEach((request, index) => {
    if (request.register !== 'users') return;
    if (request.kind === 'delete') users.delete(request.record);
    else {
      const id = request.record ?? `new ${index}`;
      users.set(id, { ...users.get(id), ...(isObject(request.values) ? request.values : {}) });
    }
  });
  if (before && ![...users.values()].some(isAdmin)) throw problem('last-admin');
}
