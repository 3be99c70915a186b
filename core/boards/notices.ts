import { rowsBy } from '../keyed-rows.ts';
import { daysBetween } from '../time.ts';
import {
  closedBy,
  issuedBy,
  noticeClosureRate,
  noticeDeadline,
  noticeFeedbackRate,
  noticeOverdue,
} from '../metrics/leadership.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText, projectPart, unitName } from './lists.ts';

const GROUPS = Object.keys(UNIT_GROUPS) as UnitGroup[];

/** S25 督办通知单: the notices sent by the date, M23, what is overdue, and counts by group of units. */
export function notices({ ledger, asOf }: BoardContext) {
  const sent = [...issuedBy(ledger.tables.notices.values(), asOf)].sort(
    byText(({ issuedOn, id }) => `${issuedOn} ${id}`),
  );
  const groupOf = (unit: string): UnitGroup | undefined => ledger.tables.units.get(unit)?.group;
  const rows = sent.map((notice) => {
    const deadline = noticeDeadline(notice);
    const overdue = noticeOverdue(notice, asOf);
    const row = {
      number: notice.number,
      unit: unitName(ledger, notice.unit),
      ...projectPart(ledger, notice.project),
      stage: notice.stage,
      matter: notice.matter,
      issuedOn: notice.issuedOn,
      deadline,
      state: notice.state,
      closed: closedBy(notice, asOf),
      overdue,
      ...(overdue ? { daysOver: daysBetween(deadline, asOf) } : {}),
    };
    return [notice.id, row] as const;
  });
  return {
    issued: sent.length,
    overdue: sent.filter((notice) => noticeOverdue(notice, asOf)).length,
    feedback: showShare(noticeFeedbackRate(sent, asOf)),
    closure: showShare(noticeClosureRate(sent, asOf)),
    byGroup: Object.fromEntries(
      GROUPS.map((group) => [
        group,
        showShare(
          noticeClosureRate(
            sent.filter(({ unit }) => groupOf(unit) === group),
            asOf,
          ),
        ),
      ]),
    ),
    rows: rowsBy(rows),
  };
}
