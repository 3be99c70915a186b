import type { Instant } from '../../core/time.ts';
import type { Audience } from './audience.ts';
import type { Connection } from './connection.ts';

/** The stage of life of a screen's connection. */
export type Life =
  /** Greeted; has not yet said what it has. */
  | { readonly stage: 'greeted'; readonly since: Instant }
  /** Has the group's document and gets every patch. */
  | { readonly stage: 'following' }
  /** Reads too slowly: gets nothing until `pending` has drained, and then a snapshot. */
  | { readonly stage: 'behind'; readonly progressAt: Instant; readonly pending: number }
  | { readonly stage: 'ended' };

/** Counts events in a window that starts with its first event. */
export class Quota {
  #start = Number.NEGATIVE_INFINITY;
  #count = 0;

  /** Notes one event; false when the window had `most` already. */
  allows(now: Instant, windowMs: number, most: number): boolean {
    if (now - this.#start >= windowMs) {
      this.#start = now;
      this.#count = 0;
    }
    this.#count += 1;
    return this.#count <= most;
  }
}

/** One connection of a screen. */
export interface Session {
  readonly screen: string;
  readonly connection: Connection;
  readonly openedAt: Instant;
  readonly messages: Quota;
  readonly losses: Quota;
  audience: Audience;
  life: Life;
  heardAt: Instant;
  /** Newest revision that it reported as painted. */
  paintedRevision: number;
}

export const newSession = (screen: string, connection: Connection, audience: Audience, now: Instant): Session => ({
  screen,
  connection,
  openedAt: now,
  messages: new Quota(),
  losses: new Quota(),
  audience,
  life: { stage: 'greeted', since: now },
  heardAt: now,
  paintedRevision: -1,
});
