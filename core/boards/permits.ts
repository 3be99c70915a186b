import { rowsBy } from '../keyed-rows.ts';
import { calendarOf } from '../calendar/workdays.ts';
import {
  approvalCompletionRate,
  approvalOnTimeRate,
  fullyPermittedShare,
  isDone,
  isRequired,
  timedPermits,
  type TimedPermit,
} from '../metrics/permits.ts';
import { grouped } from '../grouped.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import type { IsoDate } from '../time.ts';
import { showShare, type BoardContext } from './board.ts';
import { listedProjects, projectPart, unitName } from './lists.ts';

const isOverdue = ({ standing }: TimedPermit): boolean => standing === 'overdue';

const itemName = ({ tables }: Ledger, id: string): string => tables.permitItems.get(id)?.name ?? id;

const shares = (permits: readonly TimedPermit[]) => ({
  done: showShare(approvalCompletionRate(permits)),
  onTime: showShare(approvalOnTimeRate(permits)),
  overdue: permits.filter(isOverdue).length,
});

const openItems = (ledger: Ledger, permits: readonly TimedPermit[]) =>
  permits
    .filter((each) => isRequired(each) && !isDone(each))
    .map(({ permit, standing, elapsedDays, undecided }) => ({
      item: itemName(ledger, permit.item),
      standing: undecided ? ('docked' as const) : standing,
      ...(elapsedDays === undefined ? {} : { elapsedDays }),
      ...(permit.blocker ? { blocker: permit.blocker } : {}),
    }));

const timedAt = rememberPerLedger((ledger, date) => {
  const asOf = date as IsoDate;
  const listed = new Set(listedProjects(ledger, asOf).map(({ id }) => id));
  const all = [...ledger.tables.permits.values()].filter(({ project }) => listed.has(project));
  return timedPermits(calendarOf(ledger), all, asOf);
});

/** Every permit at the date with its project on the list; the base of boards that look at readiness. */
export const permitsAt = ({ ledger, asOf }: Pick<BoardContext, 'ledger' | 'asOf'>): readonly TimedPermit[] =>
  timedAt(ledger, asOf);

/**
 * S7, S12 联审联批: M15 to M17; per project how many permits are done and which are open; per department what it decided
 * in time, by M16; and the overdue ones. Limits are working days without stops.
 */
export function permits(context: BoardContext) {
  const { ledger, asOf } = context;
  const all = permitsAt(context);
  const ofProject = grouped(all, ({ permit }) => permit.project);
  const ofDepartment = grouped(all, ({ permit }) => permit.department);
  const projects = listedProjects(ledger, asOf)
    .map((project) => ({ project, own: ofProject.get(project.id) ?? [] }))
    .filter(({ own }) => own.length > 0)
    .map(({ project: { id, name, leadUnit }, own }) => {
      const row = { name, unit: unitName(ledger, leadUnit), ...shares(own), open: openItems(ledger, own) };
      return [id, row] as const;
    });
  const departments = [...ledger.tables.units.values()]
    .sort((a, b) => a.officialOrder - b.officialOrder)
    .map((unit) => ({ unit, own: ofDepartment.get(unit.id) ?? [] }))
    .filter(({ own }) => own.length > 0)
    .map(({ unit, own }) => [unit.id, { name: unit.shortName, permits: own.length, ...shares(own) }] as const);
  const overdue = all.filter(isOverdue).map(({ permit, elapsedDays }) => ({
    ...projectPart(ledger, permit.project),
    item: itemName(ledger, permit.item),
    department: permit.department === undefined ? '' : unitName(ledger, permit.department),
    limitDays: permit.limitDays,
    elapsedDays,
  }));
  return {
    ...shares(all),
    fully: showShare(fullyPermittedShare(all)),
    departments: rowsBy(departments),
    overdueList: overdue,
    rows: rowsBy(projects),
  };
}
