import { rowsBy } from '../keyed-rows.ts';
import { nextDispatchDay } from '../calendar/dispatch-day.ts';
import { calendarOf } from '../calendar/workdays.ts';
import { share } from '../metrics/metrics.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Decision } from '../registers/index.ts';
import { daysBetween, type IsoDate } from '../time.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText, projectPart, unitName } from './lists.ts';

const doneBy = ({ state, doneOn }: Decision, asOf: IsoDate): boolean =>
  (state === 'done' || state === 'verified') && doneOn !== undefined && doneOn <= asOf;

/** Meetings of the deciding kind that found a decision still open: it rolls over, nothing is copied. */
function timesRolledOver({ tables }: Ledger, decision: Decision, asOf: IsoDate): number {
  if (decision.rolledOver !== undefined) return decision.rolledOver;
  const kind = (decision.meeting && tables.meetings.get(decision.meeting)?.kind) ?? 'dispatch';
  return [...tables.meetings.values()].filter(
    (meeting) => meeting.kind === kind && meeting.heldOn > decision.decidedOn && meeting.heldOn <= asOf,
  ).length;
}

/**
 * S18, S22 议定事项: what is open at the date, by owner and as the list of the next dispatch meeting (overdue first, by
 * date), how often each has rolled over, and the closure rate of all that was decided.
 */
export function decisions({ ledger, asOf }: BoardContext) {
  const decided = [...ledger.tables.decisions.values()].filter(
    ({ decidedOn, state }) => decidedOn <= asOf && state !== 'cancelled',
  );
  const open = decided.filter((each) => !doneBy(each, asOf)).sort(byText(({ dueOn, id }) => dueOn + id));
  const isOverdue = ({ dueOn }: Decision): boolean => dueOn < asOf;
  const owners = [...ledger.tables.units.values()]
    .sort((a, b) => a.officialOrder - b.officialOrder)
    .map(({ id, shortName }) => ({ id, shortName, own: open.filter(({ owner }) => owner === id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ id, shortName, own }) => {
      return [id, { name: shortName, open: own.length, overdue: own.filter(isOverdue).length }] as const;
    });
  const rows = open.map((each) => {
    const row = {
      task: each.task,
      owner: unitName(ledger, each.owner),
      ...projectPart(ledger, each.project),
      decidedOn: each.decidedOn,
      dueOn: each.dueOn,
      state: each.state,
      overdue: isOverdue(each),
      daysLeft: daysBetween(asOf, each.dueOn),
      rolledOver: timesRolledOver(ledger, each, asOf),
      ...(each.progress ? { progress: each.progress } : {}),
    };
    return [each.id, row] as const;
  });
  const nextMeeting = nextDispatchDay(calendarOf(ledger), asOf);
  return {
    closed: showShare(share(decided.length - open.length, decided.length)),
    open: open.length,
    overdue: open.filter(isOverdue).length,
    rolledOver: rows.filter(([, { rolledOver }]) => rolledOver > 0).length,
    ...(nextMeeting ? { nextMeeting } : {}),
    owners: rowsBy(owners),
    rows: rowsBy(rows),
  };
}
