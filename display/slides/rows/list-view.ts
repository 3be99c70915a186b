/** Slides that list, whatever their kind, reduced to one kind of row. */
import type { ShownRate } from '../../../core/exact.ts';
import type { Pace } from '../../../core/metrics/metrics.ts';
import type { RankChange } from '../../../core/metrics/rank.ts';
import type { HeadFigure } from './head.ts';
import type { ItemPart } from './item-slots.ts';

/** A number that counts up, with the text that it ends as. */
export interface RowFigure {
  readonly value: number;
  readonly text: string;
}

/** What a row says besides its figure: a shape, a word, and a smaller line. */
export interface RowStatus {
  /** Colours of bar and words; `severe` puts them on a plate. */
  readonly tone: Pace;
  readonly sign: string;
  readonly word: string;
  readonly note: string;
}

export interface ListRow extends RowStatus {
  readonly id: string;
  readonly order: number;
  readonly rank?: number;
  readonly change?: RankChange;
  readonly name: string;
  /** For strips, and where the name does not fit. */
  readonly shortName: string;
  /** The second, smaller line, from the fullest wording to the shortest. */
  readonly secondary: readonly string[];
  /** The same where the columns of text are shown and say part of it. */
  readonly besideCells?: readonly string[];
  /** Columns of text beside the name, as many in every row. */
  readonly cells: readonly string[];
  /** Large at the right; what the bar shows. */
  readonly figure?: RowFigure;
  /** What the figure is made of. */
  readonly parts?: readonly ItemPart[];
}

/** What stands above the columns, where there is room for a line of headings. */
export interface Headings {
  readonly name: string;
  readonly cells: readonly string[];
  readonly bar: string;
  readonly figure: string;
  readonly status: string;
}

export interface ListView {
  readonly rows: readonly ListRow[];
  /** Where time says that bars should be; absent where they have nothing to do with time. */
  readonly time?: ShownRate;
  /** What the plate at the left of a row carries. */
  readonly plates: 'ranks' | 'signs' | 'none';
  /** The first three wear gold; a group of one has no winner. */
  readonly medals: boolean;
  /** `parts` shows what every item brought of the most that it can bring. */
  readonly bars: 'none' | 'rate' | 'parts';
  /** Behind every figure. */
  readonly unit: string;
  /** The words stand before the figure: 逾期 12 天. */
  readonly statusFirst: boolean;
  readonly headings?: Headings;
  /** Large figures of the whole. */
  readonly head: readonly HeadFigure[];
  /** What an empty list says, and whether that is good news. */
  readonly none: { readonly text: string; readonly good: boolean };
}
