import type { ScreenHealth } from '../../core/protocol/health.ts';
import type { Duration, Instant } from '../../core/time.ts';

/** What is known of one screen's connection and picture right now. */
export interface ScreenStatus {
  readonly screen: string;
  /** Browsers connected as this screen. */
  readonly connections: number;
  readonly seenAt: Instant | null;
  /** The revision whose pixels were last reported to be up. */
  readonly paintedRevision: number | null;
  /** From the save to the pixels, for the newest revision painted. */
  readonly saveToPainted: Duration | null;
  readonly slide: string | null;
  readonly page: number | null;
  readonly viewport: string | null;
  /** What the screen last said of itself, and when. */
  readonly health: ScreenHealth | null;
  readonly healthAt: Instant | null;
}

/** What a screen says with every beat. */
export interface ScreenReport {
  readonly slide: string;
  readonly page: number;
  readonly viewport: string;
  readonly health?: ScreenHealth;
}

/** Save-to-pixels times over the last samples of all screens. */
export interface PaintedTimes {
  readonly count: number;
  readonly p50: Duration | null;
  readonly p99: Duration | null;
}

/** Where the live side writes what screens report and the API reads it; neither knows the other. */
export interface ScreenStatuses {
  readonly connected: (screen: string, at: Instant) => void;
  readonly disconnected: (screen: string, at: Instant) => void;
  readonly painted: (screen: string, revision: number, committedAt: Instant | null, at: Instant) => void;
  readonly reported: (screen: string, report: ScreenReport, at: Instant) => void;
  readonly of: (screen: string) => ScreenStatus;
  /** All that were heard of since the server started. */
  readonly all: () => readonly ScreenStatus[];
  readonly times: () => PaintedTimes;
}
