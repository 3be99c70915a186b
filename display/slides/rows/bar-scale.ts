/** How far bars reach. */

const FULL = 100;
const STEP = 25;
/** Beyond this a single row would squash all others; its bar ends in an overflow sign instead. */
const FARTHEST = 200;

/** The rate at the right end of every track: 100 %, or the highest rate rounded up to the next 25. */
export function barScale(rates: readonly number[]): number {
  const highest = rates.reduce((most, rate) => Math.max(most, rate), FULL);
  return Math.min(FARTHEST, Math.ceil(highest / STEP) * STEP);
}

/** The length of a bar in whole pixels of a track, and whether it goes on beyond the track's end. */
export function barLength(value: number, scale: number, track: number): { pixels: number; over: boolean } {
  const pixels = Math.round((Math.max(0, value) / scale) * track);
  return { pixels: Math.min(track, pixels), over: value > scale };
}
