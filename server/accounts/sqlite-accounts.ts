import type { Logger } from 'pino';
import type { User } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import type { Events } from '../events/events.ts';
import type { Database } from '../store/database.ts';
import type { Accounts, Identity, LoginOutcome } from './accounts.ts';
import { createApiTokens } from './api-tokens.ts';
import { fewAtOnce } from './few-at-once.ts';
import { hashPassword } from './password.ts';
import { createProof } from './proof.ts';
import { createSessions } from './sessions.ts';
import { createSetUp } from './set-up.ts';
import { endSessionsWithAccounts } from './shut-out.ts';

export interface AccountsOptions {
  readonly database: Database;
  readonly changes: Changes;
  readonly events: Events;
  readonly now: Clock;
  readonly log: Logger;
}

/** Each hash takes 19 MiB and a core for 50 ms: a flood of logins must leave the machine to the screens. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 50;

const identityIn = ({ id, username, displayName, role, unit }: User): Identity => ({
  id,
  username,
  name: displayName,
  role,
  ...(unit === undefined ? {} : { unit }),
});

/** Accounts on the store: the records of the register `users`, and sessions beside them. */
export function createAccounts({ database, changes, events, now, log }: AccountsOptions): Accounts {
  const sessions = createSessions(database, now, (error) => log.error({ err: error }, 'a session could not be noted'));
  const hashing = fewAtOnce(HASHES_AT_ONCE, HASHES_WAITING);
  const hash = (password: string): Promise<string> => hashing.run(() => hashPassword(password));
  const prove = createProof({ changes, events, hashing, now, log });
  const setUp = createSetUp(changes, hash);
  const tokens = createApiTokens(database, changes, events, now);
  endSessionsWithAccounts(changes, sessions, events);

  const identityOf = (id: string): Identity | null => {
    const user = changes.ledger().tables.users.get(id);
    return user && !user.disabled ? identityIn(user) : null;
  };

  const opened = (user: User): LoginOutcome => ({
    kind: 'welcome',
    identity: identityIn(user),
    ...sessions.open(user.id),
  });

  const welcome = (user: User, address: string): LoginOutcome => {
    const outcome = opened(user);
    log.info({ user: user.id, username: user.username, address }, 'logged in');
    events.note({ actor: { id: user.id, name: user.displayName }, kind: 'login', subject: user.id, address });
    return outcome;
  };

  const changePassword: Accounts['changePassword'] = async (who, current, password, address) => {
    const proof = await prove(who.username, current, address);
    if (proof.kind !== 'proven') return proof;
    const { user } = proof;
    const passwordHash = await hash(password);
    // Ended first: a crash between the two leaves no session of the old password alive.
    sessions.closeAllOf(user.id);
    const values = { passwordHash };
    const actor = { id: user.id, name: user.displayName };
    const written = changes.commit(actor, [{ kind: 'update', register: 'users', record: user.id, values }]);
    const account = changes.ledger().tables.users.get(user.id);
    // Only an account that was disabled or deleted meanwhile is refused.
    return written.ok && account && !account.disabled ? opened(account) : { kind: 'wrong' };
  };

  return {
    login: async (username, password, address) => {
      const proof = await prove(username, password, address);
      return proof.kind === 'proven' ? welcome(proof.user, address) : proof;
    },
    identify: (token) => {
      const id = sessions.userOf(token);
      return id === null ? null : identityOf(id);
    },
    identifyToken: tokens.identify,
    renewed: ({ id, scope }) => (scope ? tokens.identityOf(id) : identityOf(id)),
    newApiToken: tokens.make,
    logout: (token, address) => {
      const id = sessions.userOf(token);
      const who = id === null ? null : identityOf(id);
      sessions.close(token);
      if (who) events.note({ actor: { id: who.id, name: who.name }, kind: 'logout', subject: who.id, address });
    },
    changePassword,
    needsSetup: setUp.isNeeded,
    setupToken: setUp.token,
    setUp: async (token, account, address) => {
      const why = await setUp.create(token, account);
      if (why) return why;
      const user = [...changes.ledger().tables.users.values()].find(
        ({ username }) => username === account.username.trim(),
      );
      log.info({ address }, 'the first account was made');
      return user ? welcome(user, address) : { kind: 'refused', why: 'invalid' };
    },
    hashPassword: hash,
    endSessions: (user) => void sessions.closeAllOf(user),
  };
}
