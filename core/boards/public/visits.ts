import { entriesInOrder, rowsBy, type Rows } from '../../keyed-rows.ts';
import type { IsoDate } from '../../time.ts';
import type { BoardContext, ShownShare } from '../board.ts';
import { visits } from '../visits.ts';

/** A holiday with how many of the sponsoring leaders were on site. */
export interface PublicCampaign {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly coverage: ShownShare;
}

export interface PublicVisits {
  /** 个次: each visit counts. */
  readonly visits: number;
  /** Projects that were visited at all. */
  readonly projects: number;
  readonly rows: Rows<PublicCampaign>;
}

/** S5, S24 一线督导, for everybody: how many visits, to how many projects, and the coverage of holiday campaigns. */
export function publicVisits(context: BoardContext): PublicVisits {
  const { visits: made, projects, campaigns } = visits(context);
  const rows = entriesInOrder(campaigns).map(
    ([id, { name, from, to, coverage }]) => [id, { name, from, to, coverage }] as const,
  );
  return { visits: made, projects, rows: rowsBy(rows) };
}
