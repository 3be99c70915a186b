import { officeDate } from '../../core/office-time.ts';
import { isRegisterName, type Token } from '../../core/registers/index.ts';
import type { Changes } from '../changes/changes.ts';
import type { Clock } from '../clock.ts';
import { STRANGER, type Events } from '../events/events.ts';
import type { Database } from '../store/database.ts';
import { newToken, tokenHash } from '../store/token.ts';
import type { Accounts, Identity } from './accounts.ts';
import { createAddressThrottle } from './login-throttle.ts';

/** Tells people and scanners of leaked secrets what it is. */
const PREFIX = 'pb_';

export interface ApiTokens {
  readonly make: Accounts['newApiToken'];
  readonly identify: Accounts['identifyToken'];
  /** The identity of a token that may be used now; null otherwise. */
  readonly identityOf: (id: string) => Identity | null;
}

const identityIn = ({ id, name, role, rights, registers }: Token): Identity => ({
  id,
  name,
  username: '',
  role,
  scope: { rights, registers: registers?.filter(isRegisterName) ?? null },
});

/** API tokens: the records of the register `tokens`, found by the hash in their row. */
export function createApiTokens(database: Database, changes: Changes, events: Events, now: Clock): ApiTokens {
  const find = database.prepare('SELECT id FROM tokens WHERE token_hash = ?');
  const throttle = createAddressThrottle(now);

  const identityOf: ApiTokens['identityOf'] = (id) => {
    const token = changes.ledger().tables.tokens.get(id);
    // A reporter's rights hang on a unit, which a token has not.
    const usable = token && !token.disabled && token.role !== 'reporter' && officeDate(now()) <= token.expiresOn;
    return usable ? identityIn(token) : null;
  };
  return {
    make: () => {
      const token = `${PREFIX}${newToken()}`;
      return { token, tokenHash: tokenHash(token) };
    },
    identityOf,
    identify: (token, address) => {
      const id = token.startsWith(PREFIX) ? find.get(tokenHash(token))?.['id'] : undefined;
      const identity = typeof id === 'string' ? identityOf(id) : null;
      // The right one needs no wait: 256 bits are not guessed, and an office shares one address.
      if (identity) return { kind: 'known', identity };
      const retryAfterSeconds = throttle.enter(address);
      if (retryAfterSeconds > 0) return { kind: 'throttled', retryAfterSeconds };
      const subject = typeof id === 'string' ? { subject: id } : {};
      events.note({ actor: STRANGER, kind: 'token-refused', ...subject, address });
      return { kind: 'wrong' };
    },
  };
}
