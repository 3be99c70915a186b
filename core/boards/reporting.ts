import { share } from '../metrics/metrics.ts';
import { projectsDue, reportIn, reportingPeriod, reportTimeliness } from '../metrics/reporting.ts';
import { showShare, type BoardContext } from './board.ts';
import { rowsBy } from './lists.ts';

/**
 * Who has reported for the last period that ended by the date (the settings say how long a period is): per unit what
 * its projects owe, what came, what of it waits to be verified, and what is missing; M25 报送及时率.
 */
export function reporting({ ledger, settings, asOf }: BoardContext) {
  const period = reportingPeriod(settings, asOf);
  const due = projectsDue(ledger, period).map((project) => ({ project, report: reportIn(ledger, project.id, period) }));
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
    inTime: showShare(reportTimeliness(ledger, period)),
    late: asOf > period.dueOn && reported < due.length,
    rows: rowsBy(rows),
  };
}
