/** What the office's boards say of records besides figures. */
import { withoutBundles } from '../metrics/lineage.ts';
import { inListOrder, isListedAt } from '../metrics/listed.ts';
import type { Leader, Project } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Entries of the list at a date, in list order; bundles beside their sites, for records hang on both. */
export const listedProjects = ({ tables }: Ledger, asOf: IsoDate): readonly Project[] =>
  inListOrder(tables.projects).filter((project) => isListedAt(project, asOf));

/** Projects on the list at a date as they are counted, in list order: of a bundle only its sites. */
export const countedProjects = (ledger: Ledger, asOf: IsoDate): readonly Project[] =>
  withoutBundles(listedProjects(ledger, asOf));

/**
 * Whether a record that may name a project belongs to the list at a date: it names none, or one that is on the list.
 */
export const isOfList = (ledger: Ledger, asOf: IsoDate): ((record: { readonly project?: string }) => boolean) => {
  const { projects } = ledger.tables;
  return ({ project: id }) => {
    const project = id === undefined ? undefined : projects.get(id);
    return id === undefined || (project !== undefined && isListedAt(project, asOf));
  };
};

/** A project's name; the id where it is gone. */
export const projectName = ({ tables }: Ledger, id: string): string => tables.projects.get(id)?.name ?? id;

/** The member `project` with a name, where there is one. */
export const projectPart = (ledger: Ledger, id: string | undefined): { project?: string; projectName?: string } =>
  id === undefined ? {} : { project: id, projectName: projectName(ledger, id) };

/** A unit's short name; the id where it is gone. */
export const unitName = ({ tables }: Ledger, id: string): string => tables.units.get(id)?.shortName ?? id;

/** The office's own order of units (建制顺序). */
export const byOfficialOrder = (a: Ordered, b: Ordered): number =>
  a.officialOrder - b.officialOrder || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

interface Ordered {
  readonly id: string;
  readonly officialOrder: number;
}

/** Whether a leader is in post, or a unit exists, at a date; without a date it always did, or still does. */
export const isActiveAt = ({ activeFrom, activeTo }: Active, asOf: IsoDate): boolean =>
  (activeFrom ?? asOf) <= asOf && (activeTo ?? asOf) >= asOf;

interface Active {
  readonly activeFrom?: IsoDate;
  readonly activeTo?: IsoDate;
}

/** Leaders in post at a date, in protocol order. */
export const leadersInPost = ({ tables }: Ledger, asOf: IsoDate): readonly Leader[] =>
  [...tables.leaders.values()]
    .filter((leader) => isActiveAt(leader, asOf))
    .sort((a, b) => a.protocolOrder - b.protocolOrder || (a.id < b.id ? -1 : 1));

/** Whether a date lies in the year of another, up to it. */
export const inYearTo = (date: IsoDate | undefined, asOf: IsoDate): boolean =>
  date !== undefined && date <= asOf && date.slice(0, 4) === asOf.slice(0, 4);

/** How many of the items fall on each key. */
export function countBy<T, K extends string>(items: readonly T[], keys: readonly K[], of: (item: T) => K) {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[of(item)] += 1;
  return counts;
}

/** Orders by a text, such as a date. */
export const byText =
  <T>(of: (item: T) => string) =>
  (a: T, b: T): number => {
    const [first, second] = [of(a), of(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
