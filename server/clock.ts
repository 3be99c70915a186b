import { instant, type Instant } from '../core/time.ts';

/** The server's time base: starts at the wall clock and then runs monotonically, so that no step skips a slide. */
export type Clock = () => Instant;

export function monotonicClock(): Clock {
  const start = Date.now();
  const origin = performance.now();
  return () => instant(Math.round(start + performance.now() - origin));
}
