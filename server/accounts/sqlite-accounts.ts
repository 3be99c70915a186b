import type { Logger } from 'pino';
import type { User } from '../../core/registers/index.ts';
import type { Changes, Committed } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import type { Accounts, Identity, LoginOutcome } from './accounts.ts';
import { fewAtOnce } from './few-at-once.ts';
import { createLoginThrottle } from './login-throttle.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { createSessions } from './sessions.ts';
import { createSetUp } from './set-up.ts';

export interface AccountsOptions {
  readonly database: Database;
  readonly changes: Changes;
  readonly now: Clock;
  readonly log: Logger;
}

/** Each hash takes 19 MiB and a core for 50 ms: a flood of logins must leave the machine to the screens. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 50;
const CROWDED_RETRY_SECONDS = 5;

/** Longer ones are refused unread; nobody types them. */
const LONGEST_PASSWORD = 1000;

/** Of no password: what an unknown account's password is compared with, so that it takes as long. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

const identityOf = ({ id, username, displayName, role }: User): Identity => ({ id, username, name: displayName, role });

/** The accounts whose sessions a set of changes ends: those with a new password, disabled or removed. */
function shutOut({ changes, ledger }: Committed): readonly string[] {
  const touched = changes.filter(
    ({ register, kind, fields }) =>
      register === 'users' &&
      kind !== 'create' &&
      (kind === 'delete' || 'passwordHash' in fields || 'disabled' in fields),
  );
  return touched
    .filter(({ record, fields }) => 'passwordHash' in fields || ledger.tables.users.get(record)?.disabled !== false)
    .map(({ record }) => record);
}

/** Accounts on the store: the records of the register `users`, and sessions beside them. */
export function createAccounts({ database, changes, now, log }: AccountsOptions): Accounts {
  const sessions = createSessions(database, now, (error) => log.error({ err: error }, 'a session could not be noted'));
  const throttle = createLoginThrottle(now);
  const hashing = fewAtOnce(HASHES_AT_ONCE, HASHES_WAITING);
  const hash = (password: string): Promise<string> => hashing.run(() => hashPassword(password));
  const setUp = createSetUp(changes, hash);
  changes.onCommit((committed) => shutOut(committed).forEach((user) => sessions.closeAllOf(user)));

  const userNamed = (username: string): User | undefined =>
    [...changes.ledger().tables.users.values()].find((user) => user.username === username);

  const welcome = (user: User, address: string): LoginOutcome => {
    const { token, expires } = sessions.open(user.id);
    log.info({ user: user.id, username: user.username, address }, 'logged in');
    return { kind: 'welcome', identity: identityOf(user), token, expires };
  };

  const login: Accounts['login'] = async (username, password, address) => {
    if (hashing.isCrowded()) return { kind: 'throttled', retryAfterSeconds: CROWDED_RETRY_SECONDS };
    const name = username.trim();
    const retryAfterSeconds = throttle.enter(name, address);
    if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };
    const known = userNamed(name);
    const stored = known && changes.secret('users', known.id, 'passwordHash');
    const right =
      password.length <= LONGEST_PASSWORD && (await hashing.run(() => verifyPassword(password, stored ?? NOBODY)));
    // The account may have been disabled, or its password changed, while the hash was computed.
    const user = known && changes.ledger().tables.users.get(known.id);
    const unchanged = user && changes.secret('users', user.id, 'passwordHash') === stored;
    if (!right || !user || !unchanged || user.disabled) {
      // An unknown name may be a password in the wrong box: it stays out of the log.
      log.warn({ user: known?.id ?? null, username: known?.username ?? null, address }, 'login refused');
      return { kind: 'wrong' };
    }
    throttle.succeed(name, address);
    return welcome(user, address);
  };

  return {
    login,
    identify: (token) => {
      const id = sessions.userOf(token);
      const user = id === null ? undefined : changes.ledger().tables.users.get(id);
      return user && !user.disabled ? identityOf(user) : null;
    },
    logout: sessions.close,
    needsSetup: setUp.isNeeded,
    setupToken: setUp.token,
    setUp: async (token, account, address) => {
      const why = await setUp.create(token, account);
      if (why) return why;
      const user = userNamed(account.username.trim());
      log.info({ address }, 'the first account was made');
      return user ? welcome(user, address) : { kind: 'refused', why: 'invalid' };
    },
    hashPassword: hash,
    endSessions: sessions.closeAllOf,
  };
}
