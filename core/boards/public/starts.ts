import { entriesInOrder, rowsBy, type Rows } from '../../keyed-rows.ts';
import type { BoardContext, ShownShare } from '../board.ts';
import { quarterStarts } from '../quarter-starts.ts';

export interface PublicStarts {
  readonly year: number;
  /** By quarter, `q1` to `q4`: of so many planned, so many have started. */
  readonly rows: Rows<{ readonly started: ShownShare }>;
}

/** S28 首季开门红, for everybody: 一季度计划开工 n，已开工 m, and so for each quarter; never which have not started. */
export function publicStarts(context: BoardContext): PublicStarts {
  const { year, rows } = quarterStarts(context);
  const quarters = entriesInOrder(rows).map(([quarter, { started }]) => [quarter, { started }] as const);
  return { year, rows: rowsBy(quarters) };
}
