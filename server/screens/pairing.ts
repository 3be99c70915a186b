import type { Instant } from '../../core/time.ts';

/** A code that an unpaired screen shows, waiting to be claimed by an administrator. */
export interface PairingRequest {
  /** Six digits, as shown. */
  readonly code: string;
  /** Proves to the server that it is the same browser that asks for the outcome. */
  readonly secret: string;
  readonly expires: Instant;
}

export type PairingOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'paired'; readonly screen: string; readonly token: string }
  | { readonly kind: 'gone' };

/** How browsers become screens: by link or by code. A screen's cookie holds a token; only hashes are stored. */
export interface Pairing {
  /** A link token for a screen, usable for a day, by more than one browser (a spare player, say). */
  readonly createLink: (screen: string) => { readonly token: string; readonly expires: Instant };
  /** Exchanges a link token for a screen token; null when unknown, expired or revoked. */
  readonly redeemLink: (linkToken: string) => { readonly screen: string; readonly token: string } | null;
  /** Null when too many codes are open. */
  readonly request: (address: string) => PairingRequest | null;
  readonly outcome: (code: string, secret: string) => PairingOutcome;
  /** An administrator gives the browser behind a code to a screen. Wrong codes are throttled per actor. */
  readonly claim: (code: string, screen: string, actorId: string) => 'claimed' | 'unknown' | 'throttled';
  /** The screen of a token, or null when unknown or revoked. */
  readonly screenOf: (token: string) => string | null;
  /** Forgets every token and link of a screen. */
  readonly revoke: (screen: string) => void;
}
