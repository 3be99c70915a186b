import { text } from 'node:stream/consumers';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';
import type { Config } from '../config.ts';
import { createParts, SYSTEM } from './parts.ts';
import { say, words } from './words.ts';

/** `user list` and `user password NAME`: the way back in when nobody can sign in any more. */
export async function manageUsers(config: Config, args: readonly string[]): Promise<number> {
  const [action, name] = args;
  if (action !== 'list' && !(action === 'password' && name !== undefined)) {
    say(words.userHelp);
    return 2;
  }
  const { parts, database } = await createParts({ ...config, logLevel: 'warn' });
  const users = [...parts.changes.ledger().tables.users.values()];
  try {
    if (action === 'list') {
      for (const { username, role, disabled } of users) {
        process.stdout.write(`${username}\t${role}${disabled ? '\tdisabled' : ''}\n`);
      }
      return 0;
    }
    const user = users.find(({ username }) => username === name);
    if (!user) {
      say(words.noSuchUser(name ?? ''));
      return 1;
    }
    const password = (await text(process.stdin)).replace(/\r?\n$/, '');
    if (password.length < LEAST_PASSWORD) {
      say(words.passwordTooShort(LEAST_PASSWORD));
      return 1;
    }
    const passwordHash = await parts.accounts.hashPassword(password);
    const values = { passwordHash, disabled: false };
    const outcome = parts.changes.commit(SYSTEM, [{ kind: 'update', register: 'users', record: user.id, values }]);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    parts.accounts.endSessions(user.id);
    say(words.passwordSet(user.username));
    return 0;
  } finally {
    database.close();
  }
}
