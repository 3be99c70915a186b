/**
 * The messages between server and screens (docs/PROTOCOL.md has the rules). JSON text, one message per
 * frame, subprotocol `paceboard.v1`.
 */
import type { Programme } from '../programme/programme.ts';
import type { ScreenMotion } from '../stage/motion.ts';
import type { Stage } from '../stage/stage.ts';
import type { Instant } from '../time.ts';
import type { ScreenHealth } from './health.ts';

export const SUBPROTOCOL = 'paceboard.v1';
export const PROTOCOL_VERSION = 1;
export const LIVE_PATH = '/live';

/** Where a document stands: the epoch of its history, its revision there, and its fingerprint. */
export interface Position {
  readonly epoch: string;
  readonly revision: number;
  readonly hash: string;
}

/** What a screen is told of itself. */
export interface ScreenProfile {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  /** How much moves; everything unless given. */
  readonly motion?: ScreenMotion;
  /** Shows the test card, whatever the programme. */
  readonly testCard?: true;
}

export type ServerMessage =
  | {
      readonly type: 'hello';
      readonly protocol: number;
      readonly epoch: string;
      readonly serverTime: Instant;
      /** Identifies the built pages; a screen with another build reloads itself at a quiet moment. */
      readonly build: string;
      readonly screen: ScreenProfile;
    }
  /** The screen's own record changed: name or stage. */
  | { readonly type: 'screen'; readonly screen: ScreenProfile }
  | ({ readonly type: 'snapshot'; readonly programme: Programme } & Position)
  /** The changes from revision `from` to `revision`; `hash` is the result's. */
  | ({ readonly type: 'patch'; readonly from: number; readonly patch: Record<string, unknown> } & Position)
  | ({ readonly type: 'beat'; readonly serverTime: Instant } & Position)
  /** Answer to `clock`: t0 as sent, t1 received, t2 answered, both on the server's clock. */
  | { readonly type: 'clock'; readonly t0: number; readonly t1: Instant; readonly t2: Instant };

export type ScreenMessage =
  /** First message: what the screen still has, if anything. */
  | { readonly type: 'resume'; readonly position?: Position }
  /** The document does not fit what the server says: send it whole. */
  | { readonly type: 'lost' }
  | { readonly type: 'clock'; readonly t0: number }
  /** The pixels of a revision are up; `at` on the server's clock. */
  | { readonly type: 'painted'; readonly revision: number; readonly at: number }
  /** Every beat: what is on, and how the screen is. */
  | {
      readonly type: 'status';
      readonly slide: string;
      readonly page: number;
      readonly viewport: string;
      readonly health?: ScreenHealth;
    };

/** Close codes; 1012 and 1013 as registered, 4xxx the product's own. */
export const CLOSE = {
  restart: 1012,
  full: 1013,
  protocol: 1002,
  flood: 1008,
  tooBig: 1009,
  notPaired: 4001,
  revoked: 4003,
  slow: 4008,
  lostPosition: 4010,
  oldBuild: 4099,
} as const;

/** Server and screen send a life sign this often; silence for longer than `DEAD_AFTER_MS` ends a connection. */
export const BEAT_EVERY_MS = 20_000;
export const DEAD_AFTER_MS = 28_000;

/** Reconnect with full jitter: a random wait up to base × 2^attempt, at most the cap. */
export const RECONNECT_BASE_MS = 1_000;
export const RECONNECT_CAP_MS = 30_000;

/** How long to wait before attempt `attempt` (from 0); `random` is in [0, 1). */
export const reconnectDelay = (attempt: number, random: number): number =>
  random * Math.min(RECONNECT_CAP_MS, RECONNECT_BASE_MS * 2 ** Math.min(attempt, 10));
