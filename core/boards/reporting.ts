import { rowsBy } from '../keyed-rows.ts';
import { share } from '../metrics/metrics.ts';
import { judgedPeriod, projectsDue, reportIn, reportingPeriod, reportTimeliness } from '../metrics/reporting.ts';
import { showShare, type BoardContext } from './board.ts';

/**
 * Who has reported for the last period that ended by the date (the settings say how long a period is): per unit what
 * its projects owe, what came by then, what of it waits to be verified, and what is missing; M25 报送及时率 of the last
 * period whose last day to report has passed (`judged`), which is the one before as long as there is time.
 */
export function reporting({ ledger, settings, asOf }: BoardContext) {
  const period = reportingPeriod(settings, asOf);
  const judged = judgedPeriod(settings, asOf);
  const due = projectsDue(ledger, period).map((project) => ({
    project,
    report: reportIn(ledger, project.id, period, asOf),
  }));
  const rows = [...ledger.tables.units.values()]
    .sort((a, b) => a.officialOrder - b.officialOrder)
    .map((unit) => ({ unit, own: due.filter(({ project }) => project.leadUnit === unit.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ unit, own }) => {
      const row = {
        name: unit.shortName,
        group: unit.group,
        due: own.length,
        reported: own.filter(({ report }) => report !== undefined).length,
        unverified: own.filter(({ report }) => report?.state === 'submitted').length,
        missing: own
          .filter(({ report }) => report === undefined)
          .map(({ project }) => ({ id: project.id, name: project.name })),
      };
      return [unit.id, row] as const;
    });
  const reported = due.filter(({ report }) => report !== undefined).length;
  return {
    ...period,
    reported: showShare(share(reported, due.length)),
    inTime: showShare(reportTimeliness(ledger, judged, asOf)),
    judged: { from: judged.from, to: judged.to, dueOn: judged.dueOn },
    late: asOf > period.dueOn && reported < due.length,
    rows: rowsBy(rows),
  };
}
