import { instant, type Instant } from '../core/time.ts';

/** The server's time base: starts at the wall clock and then runs monotonically, so that no step skips a slide. */
export type Clock = () => Instant;

/** Tells fractions of a millisecond too: screens that set their clocks by whole ones would part by one. */
export function exactClock(): Clock {
  const start = Date.now();
  const origin = performance.now();
  return () => instant(start + performance.now() - origin);
}

/** The same clock in whole milliseconds, as everything is kept. */
export const wholeMilliseconds =
  (exact: Clock): Clock =>
  () =>
    instant(Math.round(exact()));

export const monotonicClock = (): Clock => wholeMilliseconds(exactClock());
