import { PACE_WORDS } from '../../core/metrics/pace-words.ts';
import type { Pace } from '../../core/metrics/metrics.ts';
import { toneOf, type Tone } from '../registers/state-tone.ts';

/** Tones of what only boards say; states of records have those of the registers' lists. */
const OF_BOARDS: Readonly<Record<string, Tone>> = {
  ahead: 'good',
  onTime: 'good',
  watch: 'warn',
  behind: 'bad',
  severe: 'bad',
  due: 'warn',
  doneLate: 'warn',
};

const isPace = (state: string): state is Pace => Object.hasOwn(PACE_WORDS, state);

/** How a cell's state looks: a colour, and the shape that says the same where the words alone do not. */
export interface BoardTone {
  readonly tone: Tone;
  readonly sign: string;
}

/** The look of a state; null where it is neither good nor bad. */
export function boardTone(state: string | undefined): BoardTone | null {
  if (state === undefined) return null;
  const tone = OF_BOARDS[state] ?? toneOf(state);
  if (isPace(state)) return { tone, sign: PACE_WORDS[state].sign };
  return tone === '' ? null : { tone, sign: state === 'overdue' ? '!' : '' };
}
