import type { Changes, Committed } from './changes.ts';

export interface Announcer {
  readonly onCommit: Changes['onCommit'];
  readonly announce: (committed: Committed) => void;
}

/**
 * Tells listeners of accepted sets, all of them in the order of the log, even when a listener writes itself.
 * A listener that throws harms neither the write nor the others.
 */
export function createAnnouncer(onError: (error: unknown) => void): Announcer {
  const listeners = new Set<(committed: Committed) => void>();
  const waiting: Committed[] = [];
  const tell = (committed: Committed): void => {
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        onError(error);
      }
    }
  };
  return {
    onCommit: (listener) => {
      // A wrapper of its own, so that one function can listen twice and stop twice.
      const own = (committed: Committed): void => listener(committed);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    announce: (committed) => {
      waiting.push(committed);
      if (waiting.length > 1) return;
      for (let next = waiting[0]; next; next = waiting[0]) {
        tell(next);
        waiting.shift();
      }
    },
  };
}
