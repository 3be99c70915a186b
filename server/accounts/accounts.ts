import type { Actor } from '../../core/ledger/change.ts';
import type { Holder } from '../../core/rights/holder.ts';
import type { Instant } from '../../core/time.ts';

/** Who is behind a request: an account, or an API token when it has a scope. */
export interface Identity extends Actor, Holder {
  readonly id: string;
  /** Empty for an API token. */
  readonly username: string;
}

export type LoginOutcome =
  | { readonly kind: 'welcome'; readonly identity: Identity; readonly token: string; readonly expires: Instant }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number };

export type TokenOutcome =
  | { readonly kind: 'known'; readonly identity: Identity }
  | Exclude<LoginOutcome, { kind: 'welcome' }>;

/** Accounts and their server-side sessions. Tokens are random; only their hashes are stored. */
export interface Accounts {
  /** Throttled per account and per address; takes the same time whether or not the account exists. */
  readonly login: (username: string, password: string, address: string) => Promise<LoginOutcome>;
  /** The identity of a live session of an enabled account; extends the session while it is used. */
  readonly identify: (sessionToken: string) => Identity | null;
  /** Whom an API token stands for; wrong, expired and disabled ones are throttled per address. */
  readonly identifyToken: (apiToken: string, address: string) => TokenOutcome;
  /** The same account or token as it is now; null once it is disabled, expired or gone. */
  readonly renewed: (who: Identity) => Identity | null;
  /** A new API token and what is stored of it. */
  readonly newApiToken: () => { readonly token: string; readonly tokenHash: string };
  readonly logout: (sessionToken: string, address: string) => void;
  /**
   * Gives an account a new password, if the current one is right. Every session of the account ends before the new
   * password is written; a new one is opened.
   */
  readonly changePassword: (who: Identity, current: string, password: string, address: string) => Promise<LoginOutcome>;
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
