/** When a page that has been up for long reloads itself: pure, so that months can be tried in a moment. */
import { dailyReloadDue } from '../../core/programme/quiet-hour.ts';
import type { Instant } from '../../core/time.ts';

/** Why a page makes way for a fresh one. */
export type ReloadReason =
  /** The server has another build of the page. */
  | 'build'
  /** Once a day, in the quiet hour. */
  | 'daily'
  /** Memory or nodes ran away. */
  | 'memory'
  /** No frame comes, or a page does not turn. */
  | 'stuck';

/** What runs away is never the plan: these reloads are counted and limited. */
export const isRescue = (reason: ReloadReason): boolean => reason === 'memory' || reason === 'stuck';

/** Rescues in 24 hours; beyond, reloading does not help and would only be seen. */
export const MOST_RESCUES = 3;
const DAY_MS = 24 * 3_600_000;

/** The rescues that still count, from whatever the storage holds; moments of the wall clock. */
export function rescuesIn(text: string | null, now: number): readonly number[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return [];
    // A moment to come was kept before the clock was set back; it says nothing any more.
    return kept.filter((at): at is number => typeof at === 'number' && at <= now && now - at < DAY_MS);
  } catch {
    // Somebody else wrote there; the count begins anew.
    return [];
  }
}

const HEAP_LIMIT_MB = 400;
const GROWN_HEAP_MB = 200;
const NODE_LIMIT = 20_000;
const SETTLING_SECONDS = 3_600;
/** One garbage collection that is late is no leak. */
const MINUTES_IN_A_ROW = 3;

export interface MemoryReading {
  /** Seconds since the page was loaded. */
  readonly up: number;
  /** Megabytes. */
  readonly heap?: number;
  readonly nodes: number;
}

/** What is remembered of the minutes before. */
export interface MemoryTrail {
  /** Megabytes at the end of the first hour. */
  readonly settled?: number;
  /** Readings in a row that were too large. */
  readonly high: number;
}

export const NO_TRAIL: MemoryTrail = { high: 0 };

const isHigh = ({ heap = 0, nodes }: MemoryReading, { settled }: MemoryTrail): boolean =>
  heap > HEAP_LIMIT_MB || nodes > NODE_LIMIT || (settled !== undefined && heap > GROWN_HEAP_MB && heap > settled * 2);

/** The trail with one more reading, which is taken once a minute. */
export function trailWith(trail: MemoryTrail, reading: MemoryReading): MemoryTrail {
  const high = isHigh(reading, trail) ? trail.high + 1 : 0;
  const settled = reading.up <= SETTLING_SECONDS ? reading.heap : trail.settled;
  return settled === undefined ? { high } : { settled, high };
}

export const ranAway = ({ high }: MemoryTrail): boolean => high >= MINUTES_IN_A_ROW;

/** All that the decision rests on. */
export interface PageState {
  readonly screen: string;
  /** On the server's clock. */
  readonly now: Instant;
  readonly up: number;
  readonly quietHour?: number;
  readonly trail: MemoryTrail;
  readonly stuck: boolean;
  /** A newer build waits. */
  readonly build: boolean;
  readonly rescues: number;
}

/** Why the page should be reloaded at the next end of a page; null when it should go on. */
export function reloadWanted({
  screen,
  now,
  up,
  quietHour,
  trail,
  stuck,
  build,
  rescues,
}: PageState): ReloadReason | null {
  const mayRescue = rescues < MOST_RESCUES;
  if (stuck && mayRescue) return 'stuck';
  if (ranAway(trail) && mayRescue) return 'memory';
  if (build) return 'build';
  return dailyReloadDue(screen, now, up, quietHour) ? 'daily' : null;
}
