/** How the server waits; tests step it by hand. */
export interface Timers {
  /** Calls back once after `milliseconds`; returns how to call it off. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** Real time. A pending timer does not keep the process alive. */
export const REAL_TIMERS: Timers = {
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/** Calls back every `milliseconds` until told to stop. */
export function every(timers: Timers, milliseconds: number, callback: () => void): () => void {
  let cancel = timers.after(milliseconds, again);
  function again(): void {
    cancel = timers.after(milliseconds, again);
    callback();
  }
  return () => cancel();
}
