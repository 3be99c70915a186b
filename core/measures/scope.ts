/** What belongs to a scope: projects, figures and records. Grouped once per ledger and date, however many units ask. */
import { listedProjects } from '../boards/lists.ts';
import { permitsAt } from '../boards/permits.ts';
import { grouped } from '../grouped.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { byKey } from '../metrics/by-key.ts';
import { moneyFiguresAt, shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { isRequired, openFrom, type TimedPermit } from '../metrics/permits.ts';
import type { Table } from '../ledger/table.ts';
import type { Project } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import type { Scope } from './measure.ts';

/** A ledger at a date; every board's context is one. */
export interface At {
  readonly ledger: Ledger;
  readonly asOf: IsoDate;
  /** From when on records count, where they don't always. */
  readonly since?: IsoDate;
}

/** Whether a date lies in the time that is judged; always, where that has no beginning. */
export const isFrom = (date: IsoDate | undefined, { since }: Pick<At, 'since'>): boolean =>
  since === undefined || (date !== undefined && date >= since);

/** Items by each kind of scope. */
type Lists<T> = { readonly all: readonly T[] } & {
  readonly [K in Exclude<Scope['kind'], 'all'>]: ReadonlyMap<string, readonly T[]>;
};

/** Items of any kind by the scopes that their project belongs to. */
export const listsBy = <T>(
  { tables }: Ledger,
  items: readonly T[],
  projectOf: (item: T) => Project | undefined,
): Lists<T> => ({
  all: items,
  group: grouped(items, (each) => tables.units.get(projectOf(each)?.leadUnit ?? '')?.group),
  unit: grouped(items, (each) => projectOf(each)?.leadUnit),
  sector: grouped(items, (each) => projectOf(each)?.sector),
  leader: grouped(items, (each) => projectOf(each)?.sponsorLeader),
  project: grouped(items, (each) => projectOf(each)?.id),
});

/** What a scope other than the whole list is called by. */
const keyOf = (scope: Exclude<Scope, { readonly kind: 'all' }>): string => {
  switch (scope.kind) {
    case 'group':
      return scope.group;
    case 'unit':
      return scope.unit;
    case 'sector':
      return scope.sector;
    case 'leader':
      return scope.leader;
    case 'project':
      return scope.project;
  }
};

/** The items of a scope. */
export const pick = <T>(lists: Lists<T>, scope: Scope): readonly T[] =>
  scope.kind === 'all' ? lists.all : (lists[scope.kind].get(keyOf(scope)) ?? []);

const listed = rememberPerLedger((ledger, asOf) =>
  listsBy(ledger, shownFiguresAt(ledger, asOf as IsoDate), ({ project }) => project),
);
const money = rememberPerLedger((ledger, asOf) =>
  listsBy(ledger, moneyFiguresAt(ledger, asOf as IsoDate), ({ project }) => project),
);
const entries = rememberPerLedger((ledger, asOf) =>
  listsBy(ledger, listedProjects(ledger, asOf as IsoDate), (project) => project),
);

/** Figures of the scope's projects on the list; what is counted. */
export const figuresIn = ({ ledger, asOf }: At, scope: Scope): readonly ProjectFigures[] =>
  pick(listed(ledger, asOf), scope);

/** Figures that make up the scope's totals of money, with what withdrawn projects left where it stays. */
export const moneyIn = ({ ledger, asOf }: At, scope: Scope): readonly ProjectFigures[] =>
  pick(money(ledger, asOf), scope);

/** Records of the scope's projects on the list. */
export const ofProjectsIn = <T extends { readonly project: string }>(
  at: At,
  scope: Scope,
  table: Table<T>,
): readonly T[] =>
  pick(entries(at.ledger, at.asOf), scope).flatMap(({ id }) => byKey<T>(table, 'project').get(id) ?? []);

/** Whether a project is the scope's, on the list or not. */
function holdsProject({ tables }: Ledger, scope: Scope, project: Project | undefined): boolean {
  if (scope.kind === 'all') return true;
  if (!project) return false;
  if (scope.kind === 'group') return tables.units.get(project.leadUnit)?.group === scope.group;
  const { leadUnit, sector, sponsorLeader, id } = project;
  return { unit: leadUnit, sector, leader: sponsorLeader, project: id }[scope.kind] === keyOf(scope);
}

/** Records of units that may name a project: a unit's own, and for the other scopes by their project. */
export const ofUnitsIn = <T>(
  { ledger }: At,
  scope: Scope,
  records: Iterable<T>,
  of: (record: T) => { readonly unit: string | undefined; readonly project?: string | undefined },
): readonly T[] =>
  [...records].filter((record) => {
    const { unit, project } = of(record);
    if (scope.kind === 'unit') return unit === scope.unit;
    if (scope.kind === 'group') return ledger.tables.units.get(unit ?? '')?.group === scope.group;
    return holdsProject(ledger, scope, ledger.tables.projects.get(project ?? ''));
  });

const permitLists = rememberPerLedger((ledger, asOf) => {
  const all = permitsAt({ ledger, asOf: asOf as IsoDate });
  return {
    byProject: listsBy(ledger, all, ({ permit }) => ledger.tables.projects.get(permit.project)),
    byDepartment: grouped(all, ({ permit }) => permit.department),
  };
});

/**
 * A department's permits are those that it decides, where there are any to be decided in the time that is judged; everybody
 * else's are those of their projects.
 */
const unitPermits = ({ ledger, asOf, since }: At, unit: string): readonly TimedPermit[] => {
  const { byProject, byDepartment } = permitLists(ledger, asOf);
  const named = ledger.tables.units.get(unit)?.group === 'department' ? (byDepartment.get(unit) ?? []) : [];
  const decides = since === undefined ? named : openFrom(named.filter(isRequired), since);
  return decides.length > 0 ? named : (byProject.unit.get(unit) ?? []);
};

/** The permits of a scope with where each stands; a group's are those of its units, each once. */
export function permitsIn(at: At, scope: Scope): readonly TimedPermit[] {
  if (scope.kind === 'unit') return unitPermits(at, scope.unit);
  const { byProject } = permitLists(at.ledger, at.asOf);
  if (scope.kind !== 'group' || scope.group !== 'department') return pick(byProject, scope);
  const units = [...at.ledger.tables.units.values()].filter(({ group }) => group === 'department');
  return [...new Set(units.flatMap(({ id }) => unitPermits(at, id)))];
}
