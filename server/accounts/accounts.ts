import type { Actor } from '../../core/ledger/change.ts';
import type { Role } from '../../core/register/role.ts';
import type { Instant } from '../../core/time.ts';

/** Who is behind a request. */
export interface Identity extends Actor {
  readonly username: string;
  readonly role: Role;
}

export type LoginOutcome =
  | { readonly kind: 'welcome'; readonly identity: Identity; readonly token: string; readonly expires: Instant }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

/** Accounts and their server-side sessions. Tokens are random; only their hashes are stored. */
export interface Accounts {
  /** Throttled per account and per address; takes the same time whether or not the account exists. */
  readonly login: (username: string, password: string, address: string) => Promise<LoginOutcome>;
  /** The identity of a live session of an enabled account; extends the session while it is used. */
  readonly identify: (sessionToken: string) => Identity | null;
  readonly logout: (sessionToken: string) => void;
  /** Whether a first account is still to be made. */
  readonly needsSetup: () => boolean;
  /** The one-time token of the set-up link; null once there is an account. */
  readonly setupToken: () => string | null;
  /** Makes the first administrator; refused with a wrong token or when there is an account already. */
  readonly setUp: (
    token: string,
    account: { readonly username: string; readonly displayName: string; readonly password: string },
    address: string,
  ) => Promise<
    LoginOutcome | { readonly kind: 'refused'; readonly why: 'token' | 'done' | 'weak-password' | 'invalid' }
  >;
  /** A PHC string for a password, argon2id. */
  readonly hashPassword: (password: string) => Promise<string>;
  /** Ends every session of an account: after a new password, or when it is disabled. */
  readonly endSessions: (userId: string) => void;
}

/** Fewest characters of a password. */
export const LEAST_PASSWORD = 8;
