import { entriesInOrder, rowsBy, type Rows } from '../../keyed-rows.ts';
import type { ShownRate } from '../../exact.ts';
import type { BoardContext, ShownShare } from '../board.ts';
import { pipeline, type ShownYearOnYear } from '../pipeline.ts';
import type { Sums } from '../sums.ts';

/** A band of sizes: how many there are, how many there were, and the difference. */
export interface PublicBand {
  readonly count: number;
  readonly before?: number;
  /** An absolute difference: 同比增加6个. */
  readonly delta?: number;
  readonly growth?: ShownRate;
}

export interface PublicPipeline extends Sums {
  readonly year: number;
  /** M18 */
  readonly from100M: ShownShare;
  readonly rows: Rows<PublicBand>;
}

const bandOf = ({
  count,
  before,
  delta,
  growth,
}: { readonly count: number } & Partial<ShownYearOnYear>): PublicBand => ({
  count,
  ...(before === undefined ? {} : { before }),
  ...(delta === undefined ? {} : { delta }),
  ...(growth === undefined ? {} : { growth }),
});

/** S9 项目谋划, for everybody: totals and bands of a year's candidates against the year before; never a single project. */
export function publicPipeline(context: BoardContext, query: { readonly year?: number }): PublicPipeline {
  const { year, projects, total, plan, intensity, from100M, bands } = pipeline(context, query);
  const rows = entriesInOrder(bands).map(([band, each]) => [band, bandOf(each)] as const);
  return { year, projects, total, plan, ...(intensity ? { intensity } : {}), from100M, rows: rowsBy(rows) };
}
