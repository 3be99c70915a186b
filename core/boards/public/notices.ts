import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { closedBy, issuedBy, noticeClosureRate, noticeOverdue } from '../../metrics/leadership.ts';
import type { Notice } from '../../registers/index.ts';
import { UNIT_GROUPS, type UnitGroup } from '../../registers/unit-groups.ts';
import { showShare, type BoardContext, type ShownShare } from '../board.ts';

const GROUPS = Object.keys(UNIT_GROUPS) as UnitGroup[];

/** Counts only: no number, matter, text or unit of a notice. */
export interface PublicNoticeCounts {
  readonly issued: number;
  readonly closed: number;
  readonly overdue: number;
  /** M23 办结率 */
  readonly closure: ShownShare;
}

export interface PublicNotices extends PublicNoticeCounts {
  /** By group of units; only groups that were sent any. */
  readonly rows: Rows<PublicNoticeCounts>;
}

const countsOf = (sent: readonly Notice[], asOf: BoardContext['asOf']): PublicNoticeCounts => ({
  issued: sent.length,
  closed: sent.filter((notice) => closedBy(notice, asOf)).length,
  overdue: sent.filter((notice) => noticeOverdue(notice, asOf)).length,
  closure: showShare(noticeClosureRate(sent, asOf)),
});

/** S25 督办通知单, for everybody: how many notices were sent, closed and left over their deadline, by group of units. */
export function publicNotices({ ledger, asOf }: BoardContext): PublicNotices {
  const sent = issuedBy(ledger.tables.notices.values(), asOf);
  const rows = GROUPS.flatMap((group) => {
    const own = sent.filter(({ unit }) => ledger.tables.units.get(unit)?.group === group);
    return own.length === 0 ? [] : [[group, countsOf(own, asOf)] as const];
  });
  return { ...countsOf(sent, asOf), rows: rowsBy(rows) };
}
