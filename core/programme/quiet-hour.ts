/** The hour of the night in which screens reload themselves once a day, each at a moment of its own. */
import { fingerprint } from '../canonical.ts';
import { officeDate, startOfOfficeDay } from '../office-time.ts';
import type { Instant } from '../time.ts';

/** Screens reload themselves once a day in this hour of the office, unless set. */
export const DEFAULT_QUIET_HOUR = 3;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Turns begin in the first fifty minutes: the last screen still finds the end of a page within the hour. */
const SPREAD_MS = 50 * MINUTE_MS;
/** A page that is younger has had its reload, whatever else reloaded it. */
export const LEAST_AGE_SECONDS = 20 * 3600;

/** When in the quiet hour a screen's turn comes, in milliseconds from its beginning: the same every night, spread evenly over screens. */
export const quietTurn = (screen: string): number =>
  Math.floor((Number.parseInt(fingerprint(screen).slice(0, 8), 16) / 2 ** 32) * SPREAD_MS);

/**
 * Whether a screen should reload itself for the day: its turn in the quiet hour has come, the hour is not over and the page is
 * old enough. `now` is the server's time, `up` the page's age in seconds, `hour` an hour of the office's day from 0 to 23.
 */
export function dailyReloadDue(screen: string, now: Instant, up: number, hour: number = DEFAULT_QUIET_HOUR): boolean {
  if (up < LEAST_AGE_SECONDS) return false;
  const into = now - startOfOfficeDay(officeDate(now)) - hour * HOUR_MS;
  return into >= quietTurn(screen) && into < HOUR_MS;
}
