import type { Changes } from '../changes/changes.ts';
import { LEAST_PASSWORD, type Accounts } from './accounts.ts';
import { newToken, sameSecret } from '../store/token.ts';

type NewAccount = Parameters<Accounts['setUp']>[1];
type Refused = Extract<Awaited<ReturnType<Accounts['setUp']>>, { kind: 'refused' }>;

/** Making the first account, once. */
export interface SetUp {
  readonly isNeeded: () => boolean;
  readonly token: () => string | null;
  /** Creates the administrator; null when that is done, else why not. */
  readonly create: (token: string, account: NewAccount) => Promise<Refused | null>;
}

/** Nobody has an account yet, so the product itself makes the first one. */
const SYSTEM = { id: 'system', name: '系统' };

const refused = (why: Refused['why']): Refused => ({ kind: 'refused', why });

/** The token is random per start of the server and is kept in memory only. */
export function createSetUp(changes: Changes, hashPassword: Accounts['hashPassword']): SetUp {
  const secret = newToken();
  const isNeeded = (): boolean => changes.ledger().tables.users.size === 0;
  return {
    isNeeded,
    token: () => (isNeeded() ? secret : null),
    create: async (token, { username, displayName, password }) => {
      if (!isNeeded()) return refused('done');
      if (!sameSecret(token, secret)) return refused('token');
      if (password.length < LEAST_PASSWORD || password === username) return refused('weak-password');
      const passwordHash = await hashPassword(password);
      // Somebody else may have been faster while the password was hashed.
      if (!isNeeded()) return refused('done');
      const values = { username, displayName, role: 'admin', disabled: false, passwordHash };
      const written = changes.commit(SYSTEM, [{ kind: 'create', register: 'users', values }]);
      return written.ok ? null : refused('invalid');
    },
  };
}
