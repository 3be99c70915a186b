/** Runs work so that only a few run at once; the rest wait in order. */
export interface FewAtOnce {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Too many are waiting already: better to refuse than to queue. */
  readonly isCrowded: () => boolean;
}

/** @param running most at once; @param waiting how many may wait before it counts as crowded. */
export function fewAtOnce(running: number, waiting: number): FewAtOnce {
  const queue: (() => void)[] = [];
  let busy = 0;
  const enter = (): Promise<void> | void => {
    if (busy < running) {
      busy += 1;
      return;
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    // The place goes straight to the next in the queue, so that nobody slips in between.
    if (next) next();
    else busy -= 1;
  };
  return {
    run: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    isCrowded: () => queue.length >= waiting,
  };
}
