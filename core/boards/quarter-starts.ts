import { rowsBy } from '../keyed-rows.ts';
import { grouped } from '../grouped.ts';
import { share } from '../metrics/metrics.ts';
import { happenedBy } from '../metrics/figures.ts';
import { approvalCompletionRate } from '../metrics/permits.ts';
import type { Project } from '../registers/index.ts';
import { monthNumberOf, yearOf, type IsoMonth } from '../time.ts';
import { showShare, type BoardContext } from './board.ts';
import { countedProjects, unitName } from './lists.ts';
import { permitsAt } from './permits.ts';
import { candidatesOf } from './pipeline.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/** The quarter of a month, 1 to 4. */
const quarterOf = (month: IsoMonth): number => Math.ceil(monthNumberOf(month) / 3);

/**
 * S28 首季开门红: per quarter of the ledger's year how many projects should start, have started by the date and have all
 * their permits, with those that have not started; and how many of next year's candidates are meant for each quarter.
 */
export function quarterStarts(context: BoardContext) {
  const { ledger, settings, asOf } = context;
  const permits = grouped(permitsAt(context), ({ permit }) => permit.project);
  const ready = ({ id }: Project): boolean => {
    const { done, due } = approvalCompletionRate(permits.get(id) ?? []);
    return due > 0 && done === due;
  };
  const planned = countedProjects(ledger, asOf).filter(
    ({ plannedStartInYear, plannedStart }) =>
      plannedStartInYear && plannedStart !== undefined && yearOf(plannedStart) === settings.year,
  );
  const coming = candidatesOf(ledger, settings.year + 1);
  const rows = QUARTERS.map((quarter) => {
    const own = planned.filter(({ plannedStart }) => plannedStart !== undefined && quarterOf(plannedStart) === quarter);
    const started = own.filter(({ actualStart }) => happenedBy(actualStart, asOf));
    const onTime = started.filter(({ actualStart }) => actualStart !== undefined && quarterOf(actualStart) <= quarter);
    const row = {
      started: showShare(share(started.length, own.length)),
      startedInTime: onTime.length,
      permitted: showShare(share(own.filter(ready).length, own.length)),
      waiting: own
        .filter((project) => !started.includes(project))
        .map((project) => ({ id: project.id, name: project.name, unit: unitName(ledger, project.leadUnit) })),
      nextYear: coming.filter(({ plannedStart }) => plannedStart !== undefined && quarterOf(plannedStart) === quarter)
        .length,
    };
    return [`q${quarter}`, row] as const;
  });
  return { year: settings.year, rows: rowsBy(rows) };
}
