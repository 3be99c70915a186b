import type { Logger } from 'pino';
import { every, type Timers } from '../timers.ts';
import type { Editions } from './editions.ts';

/** How late an edition goes on air at most. */
const TICK_MS = 500;

export interface TickerParts {
  readonly editions: Pick<Editions, 'airDue'>;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Puts scheduled editions on air when they are due, first those that became due while the server was down. */
export function startTicker({ editions, timers, log }: TickerParts): () => void {
  let failing = false;
  const tick = (): void => {
    try {
      editions.airDue();
      failing = false;
    } catch (error) {
      // A full disk fails each time; one line tells of it.
      if (!failing) log.error({ err: error }, 'scheduled editions cannot go on air');
      failing = true;
    }
  };
  tick();
  return every(timers, TICK_MS, tick);
}
