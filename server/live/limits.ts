import { BEAT_EVERY_MS, DEAD_AFTER_MS } from '../../core/protocol/messages.ts';

/** Every bound of the live side; an option each, so that tests and odd sites can move them. */
export interface Limits {
  /** Changes that follow within this time of the first make one patch. */
  readonly coalesceMs: number;
  readonly beatEveryMs: number;
  /** A screen that says nothing for this long is gone. */
  readonly silentAfterMs: number;
  /** A new connection must say what it has within this time. */
  readonly greetingMs: number;
  /** How often silence and slowness are looked at. */
  readonly sweepEveryMs: number;
  /** With more than this unsent, a screen gets no more patches: a snapshot follows when it has caught up. */
  readonly conflateAboveBytes: number;
  /** A screen that fell behind has caught up when no more than this is unsent. */
  readonly caughtUpBytes: number;
  /** With more than this unsent, or without progress for `stalledAfterMs`, a screen is closed as slow. */
  readonly closeAboveBytes: number;
  readonly stalledAfterMs: number;
  readonly messagesPerSecond: number;
  /** Whole documents that one screen may ask for in a minute. */
  readonly lossesPerMinute: number;
  /** Patches kept for screens that come back, by number and by size, per group. */
  readonly keptPatches: number;
  readonly keptPatchBytes: number;
  /** Commit moments kept, to time how long pixels take. */
  readonly keptCommits: number;
  readonly connections: number;
  readonly messageBytes: number;
  readonly messageFragments: number;
  /** How long a closing server waits for the screens to answer. */
  readonly goodbyeMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  coalesceMs: 50,
  beatEveryMs: BEAT_EVERY_MS,
  silentAfterMs: DEAD_AFTER_MS,
  greetingMs: 10_000,
  sweepEveryMs: 1_000,
  conflateAboveBytes: 256 * 1024,
  caughtUpBytes: 64 * 1024,
  closeAboveBytes: 1024 * 1024,
  stalledAfterMs: 30_000,
  messagesPerSecond: 50,
  lossesPerMinute: 10,
  keptPatches: 256,
  keptPatchBytes: 1024 * 1024,
  keptCommits: 512,
  connections: 20_000,
  messageBytes: 64 * 1024,
  messageFragments: 16,
  goodbyeMs: 2_000,
};
