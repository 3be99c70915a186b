/** Published papers whose figures are no longer what the ledger says of the same date (一处更正，处处提示). */
import type { Ledger } from '../ledger/ledger.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import type { Edition, Plan, Project, RegisterName, Report } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import { isPublished } from './edition.ts';

/** A figure of a project that was corrected after the freeze; amounts in 元. */
export interface StaleFigure {
  readonly project: string;
  readonly name: string;
  readonly field: 'completed' | 'plan' | 'listed';
  readonly was?: number;
  readonly now?: number;
  /** Where the correction stands: the first of these records that changed since says who made it. */
  readonly records: readonly { readonly register: RegisterName; readonly record: string }[];
}

/** What else says the same, and has to be looked at. */
export interface Dependents {
  readonly bulletins: readonly string[];
  readonly contests: readonly string[];
  readonly signoffs: readonly string[];
}

export interface Stale {
  readonly figures: readonly StaleFigure[];
  readonly dependents: Dependents;
}

type Field = StaleFigure['field'];

const PLACES = {
  completed: ['reports', 'projects'],
  plan: ['plans', 'projects'],
  listed: ['projects'],
} as const satisfies Readonly<Record<Field, readonly ('reports' | 'plans' | 'projects')[]>>;

const projectOf = (record: Project | Plan | Report): string => ('project' in record ? record.project : record.id);

/** The records of a project that changed, came or went between two ledgers, of the registers that a field comes from. */
function changedRecords(frozen: Ledger, present: Ledger, project: string, field: Field): StaleFigure['records'] {
  return PLACES[field].flatMap((register) => {
    const [before, after] = [frozen.tables[register], present.tables[register]];
    const all = [...before.values(), ...after.values()].filter((record) => projectOf(record) === project);
    const ids = new Set(all.map(({ id }) => id));
    return [...ids]
      .filter((id) => before.get(id)?.revision !== after.get(id)?.revision)
      .map((record) => ({ register, record }));
  });
}

const byProject = (ledger: Ledger, asOf: IsoDate): ReadonlyMap<string, ProjectFigures> =>
  new Map(shownFiguresAt(ledger, asOf).map((each) => [each.project.id, each]));

function fieldsThatDiffer(
  was: ProjectFigures | undefined,
  now: ProjectFigures | undefined,
): readonly Pick<StaleFigure, 'field' | 'was' | 'now'>[] {
  if (!was || !now) return [{ field: 'listed', ...(was && { was: 1 }), ...(now && { now: 1 }) }];
  const differing: Pick<StaleFigure, 'field' | 'was' | 'now'>[] = [];
  if (was.completedYuan !== now.completedYuan)
    differing.push({ field: 'completed', was: was.completedYuan, now: now.completedYuan });
  if (was.planYuan !== now.planYuan)
    differing.push({
      field: 'plan',
      ...(was.planYuan !== null && { was: was.planYuan }),
      ...(now.planYuan !== null && { now: now.planYuan }),
    });
  return differing;
}

/** The figures of a date that two ledgers have differently. */
export function staleFigures(frozen: Ledger, present: Ledger, asOf: IsoDate): readonly StaleFigure[] {
  const [earlier, later] = [byProject(frozen, asOf), byProject(present, asOf)];
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((id) => {
    const [was, now] = [earlier.get(id), later.get(id)];
    return fieldsThatDiffer(was, now).map((each) => ({
      project: id,
      name: (now ?? was)?.project.name ?? '',
      ...each,
      records: changedRecords(frozen, present, id, each.field),
    }));
  });
}

const idsOf = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);

/** What was published of the same date or of the edition itself. */
function dependentsOf({ tables }: Ledger, { id, asOf }: Edition): Dependents {
  return {
    bulletins: idsOf([...tables.bulletins.values()].filter((each) => each.asOf === asOf && each.state === 'issued')),
    contests: idsOf([...tables.contests.values()].filter((each) => each.edition === id)),
    signoffs: idsOf([...tables.boardSignoffs.values()].filter((each) => each.asOf === asOf && each.state === 'signed')),
  };
}

/**
 * What is stale of a published edition: figures that were corrected since it was frozen, and what depends on them.
 * Null where nothing is, or where it stands published no longer.
 * @param frozen the ledger at the edition's position.
 */
export function staleOf(frozen: Ledger, present: Ledger, edition: Edition): Stale | null {
  if (!isPublished(edition)) return null;
  const figures = staleFigures(frozen, present, edition.asOf);
  return figures.length > 0 ? { figures, dependents: dependentsOf(present, edition) } : null;
}
