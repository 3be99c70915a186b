/** What rows are divided into, in whole pixels. */
export interface Columns {
  readonly plate: number;
  readonly change: number;
  readonly name: number;
  /** Width of each column of text; none where there is no room. */
  readonly cells: readonly number[];
  readonly bar: number;
  readonly figure: number;
  readonly status: number;
  readonly gap: number;
  readonly nameSize: number;
  readonly secondarySize: number;
  readonly figureSize: number;
  readonly statusSize: number;
  readonly barHeight: number;
  readonly secondary: boolean;
  /** The smaller line below the words of the status is shown. */
  readonly note: boolean;
  /** Bar and status stand below name and figure. */
  readonly stacked: boolean;
}
