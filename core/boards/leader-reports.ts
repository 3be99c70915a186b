import { rowsBy } from '../keyed-rows.ts';
import { addDays, addWorkdays, calendarOf, type Calendar } from '../calendar/workdays.ts';
import { share } from '../metrics/metrics.ts';
import { LEADER_REPORT_KINDS } from '../registers/leader-reports.ts';
import type { LeaderReport } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import { showShare, type BoardContext } from './board.ts';
import { leadersInPost } from './lists.ts';

type Kind = LeaderReport['kind'];
const KINDS = Object.keys(LEADER_REPORT_KINDS) as Kind[];

/** How many days up to the date one report of each kind covers. */
const SPAN_DAYS: Readonly<Record<Kind, number>> = { day: 1, week: 7, month: 31 };

/** A report is in time when it was sent by the working day after its date; one without that day is not counted. */
const timeliness = (reports: readonly LeaderReport[], calendar: Calendar) => {
  const dated = reports.filter(({ submittedOn }) => submittedOn !== undefined);
  const inTime = dated.filter(({ on, submittedOn }) => (submittedOn ?? '') <= addWorkdays(calendar, on, 1));
  return showShare(share(inTime.length, dated.length));
};

const within = (kind: Kind, on: IsoDate, asOf: IsoDate): boolean => on <= asOf && on > addDays(asOf, -SPAN_DAYS[kind]);

/**
 * S15 日报告、周通报、月总结: per kind how many leaders in post reported in the last day, 7 or 31 days, how many of the
 * year's reports came in time, and who did not report. Never what they wrote.
 */
export function leaderReports({ ledger, asOf }: BoardContext) {
  const calendar = calendarOf(ledger);
  const leaders = leadersInPost(ledger, asOf);
  const year = [...ledger.tables.leaderReports.values()].filter(
    ({ on }) => on <= asOf && on.slice(0, 4) === asOf.slice(0, 4),
  );
  const rows = KINDS.map((kind) => {
    const own = year.filter((report) => report.kind === kind);
    const recent = new Set(own.filter(({ on }) => within(kind, on, asOf)).map(({ leader }) => leader));
    const row = {
      reports: own.length,
      participation: showShare(share(leaders.filter(({ id }) => recent.has(id)).length, leaders.length)),
      inTime: timeliness(own, calendar),
      missing: leaders.filter(({ id }) => !recent.has(id)).map(({ name }) => name),
    };
    return [kind, row] as const;
  });
  return { rows: rowsBy(rows) };
}
