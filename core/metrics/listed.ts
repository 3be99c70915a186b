import type { Table } from '../ledger/ledger.ts';
import type { Project } from '../registers/index.ts';
import { isListed } from '../registers/project-choices.ts';
import { yearOf, type IsoDate } from '../time.ts';

type Listing = Pick<Project, 'lifecycle' | 'listedFrom' | 'delistedOn' | 'actualFinish'>;

/**
 * Whether a project is on the year's list at a date: added projects from the day of their addition (增补), withdrawn,
 * merged and split ones until the day of it (调出), completed ones to the end of the year in which they were completed.
 */
export function isListedAt({ lifecycle, listedFrom, delistedOn, actualFinish }: Listing, asOf: IsoDate): boolean {
  if (listedFrom !== undefined && listedFrom > asOf) return false;
  if (!isListed(lifecycle)) return delistedOn !== undefined && asOf < delistedOn;
  const finishedBefore = actualFinish !== undefined && yearOf(actualFinish) < yearOf(asOf);
  return !(lifecycle === 'completed' && finishedBefore);
}

const ordered = new WeakMap<Table<Project>, readonly Project[]>();

/** All projects in the order of the list (序号), whether they are on it or not; worked out once per revision of them. */
export function inListOrder(projects: Table<Project>): readonly Project[] {
  const known = ordered.get(projects);
  if (known) return known;
  const list = [...projects.values()].sort((a, b) => a.listOrder - b.listOrder || (a.code < b.code ? -1 : 1));
  ordered.set(projects, list);
  return list;
}
