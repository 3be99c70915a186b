import type { Clock } from '../clock.ts';

export interface ThrottleOptions {
  /** Failures that cost nothing. */
  readonly free: number;
  /** Milliseconds of the first wait; it doubles with each further failure. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Milliseconds after which one failure is forgotten. */
  readonly forgetEvery: number;
}

/** Slows down whoever guesses; by key, such as an address. */
export interface Throttle {
  /** Milliseconds until the key may try again; 0 for now. */
  readonly wait: (key: string) => number;
  /** Counts an attempt as failed: before it is made, so that many at once do not count as one. */
  readonly charge: (key: string) => void;
  /** Takes one charge back: the attempt was right. */
  readonly refund: (key: string) => void;
  readonly forget: (key: string) => void;
}

interface Entry {
  /** As of `at`; seeps away with time. */
  readonly failures: number;
  readonly at: number;
  readonly until: number;
}

/** Most keys remembered; the ones that were quiet longest are forgotten first. */
const MOST_KEYS = 10_000;

export function createThrottle(now: Clock, { free, firstWait, longestWait, forgetEvery }: ThrottleOptions): Throttle {
  const entries = new Map<string, Entry>();
  const failuresOf = (key: string): number => {
    const entry = entries.get(key);
    return entry ? Math.max(0, entry.failures - (now() - entry.at) / forgetEvery) : 0;
  };
  const waitAfter = (failures: number): number => {
    const beyond = Math.ceil(failures) - free - 1;
    return beyond < 0 ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(beyond, 40));
  };
  const set = (key: string, failures: number, until: number): void => {
    entries.delete(key);
    entries.set(key, { failures, at: now(), until });
    const oldest = entries.keys().next();
    if (entries.size > MOST_KEYS && !oldest.done) entries.delete(oldest.value);
  };
  return {
    wait: (key) => Math.max(0, (entries.get(key)?.until ?? 0) - now()),
    charge: (key) => {
      const failures = failuresOf(key) + 1;
      set(key, failures, now() + waitAfter(failures));
    },
    // The attempt was let in, so there was nothing left to wait for.
    refund: (key) => set(key, Math.max(0, failuresOf(key) - 1), now()),
    forget: (key) => void entries.delete(key),
  };
}
