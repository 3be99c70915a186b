import type { Clock } from '../clock.ts';

/** Counts an actor's wrong codes within a sliding window. */
export interface WrongCodes {
  readonly isFull: (actor: string) => boolean;
  readonly add: (actor: string) => void;
}

/** @param most wrong ones within @param window milliseconds. */
export function createWrongCodes(now: Clock, most: number, window: number): WrongCodes {
  const times = new Map<string, readonly number[]>();
  const recent = (actor: string): readonly number[] => (times.get(actor) ?? []).filter((at) => now() - at < window);
  return {
    isFull: (actor) => recent(actor).length >= most,
    add: (actor) => void times.set(actor, [...recent(actor), now()]),
  };
}
