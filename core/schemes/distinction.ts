import type { BoardSignoff } from '../registers/index.ts';

/**
 * What a board says of a unit, apart from any colour: red is praise on a red board and a warning in a red light. Themes
 * bind their own colours to `honour` and `warning`.
 */
export type Distinction = 'honour' | 'warning' | 'none';

/** What each board says of the units on it. */
export const DISTINCTION_OF = { red: 'honour', black: 'warning' } as const satisfies Readonly<
  Record<BoardSignoff['board'], Distinction>
>;
