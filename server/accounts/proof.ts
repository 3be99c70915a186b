import type { Logger } from 'pino';
import type { User } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import { STRANGER, type Events } from '../events/events.ts';
import type { LoginOutcome } from './accounts.ts';
import type { FewAtOnce } from './few-at-once.ts';
import { createLoginThrottle } from './login-throttle.ts';
import { verifyPassword } from './password.ts';

export interface ProofOptions {
  readonly changes: Changes;
  readonly events: Events;
  readonly hashing: FewAtOnce;
  readonly now: Clock;
  readonly log: Logger;
}

export type Proof = { readonly kind: 'proven'; readonly user: User } | Exclude<LoginOutcome, { kind: 'welcome' }>;

const CROWDED_RETRY_SECONDS = 5;

/** Longer ones are refused unread; nobody types them. */
const LONGEST_PASSWORD = 1000;

/** Of no password: what an unknown account's password is compared with, so that it takes as long. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Checks a name and its password: throttled, noted when wrong, in the same time whether or not there is the account. */
export function createProof({ changes, events, hashing, now, log }: ProofOptions) {
  const throttle = createLoginThrottle(now);

  const userNamed = (name: string): User | undefined =>
    [...changes.ledger().tables.users.values()].find(({ username }) => username === name);

  const refuse = (known: User | undefined, address: string): Proof => {
    // An unknown name may be a password in the wrong box: it stays out of the log.
    log.warn({ user: known?.id ?? null, username: known?.username ?? null, address }, 'login refused');
    events.note({ actor: STRANGER, kind: 'login-refused', ...(known && { subject: known.id }), address });
    return { kind: 'wrong' };
  };

  return async (username: string, password: string, address: string): Promise<Proof> => {
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
    if (!right || !user || !unchanged || user.disabled) return refuse(known, address);
    throttle.succeed(name, address);
    return { kind: 'proven', user };
  };
}
