/** What changed from one edition to the next: what reviewers read first. */
import { boardContext } from '../boards/board.ts';
import { rankedUnits } from '../boards/unit-ranking.ts';
import { canonicalJson } from '../canonical.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';
import { pagesIn, type EditionPackage, type PackedPage } from './package.ts';

/** A value before and after; absent where there was or is none. */
export interface Change<T> {
  readonly was?: T;
  readonly now?: T;
}

/** A unit whose place or rate moved. */
export interface UnitDifference {
  readonly unit: string;
  readonly name: string;
  readonly group: UnitGroup;
  readonly rank?: Change<number>;
  /** As printed, without the percent sign. */
  readonly rate?: Change<string>;
}

/** A project that came, went, or has other amounts; in 元. */
export interface ProjectDifference {
  readonly project: string;
  readonly name: string;
  readonly kind: 'added' | 'left' | 'changed';
  readonly completed?: Change<number>;
  readonly plan?: Change<number>;
  readonly physicalProgress?: Change<string>;
}

/** A page that came, went, or whose words are others. */
export interface PageDifference {
  readonly page: string;
  readonly kind: 'added' | 'left' | 'text';
  readonly text?: Change<string>;
}

export interface Differences {
  /** The edition that it is compared with. */
  readonly edition: string;
  readonly asOf: IsoDate;
  readonly units: readonly UnitDifference[];
  readonly projects: readonly ProjectDifference[];
  readonly pages: readonly PageDifference[];
}

/** An edition's package with the ledger that it was made of. */
export interface Side {
  readonly ledger: Ledger;
  readonly content: EditionPackage;
}

/** The change between two values; null where there is none. */
function changeOf<T>(was: T | undefined, now: T | undefined): Change<T> | null {
  if (canonicalJson(was ?? null) === canonicalJson(now ?? null)) return null;
  return { ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }) };
}

function ranksOf({ ledger, content }: Side, group: UnitGroup) {
  const context = boardContext(ledger, content.asOf);
  return context ? rankedUnits(context, group).rows : {};
}

function unitsOf(before: Side, after: Side): readonly UnitDifference[] {
  return (Object.keys(UNIT_GROUPS) as UnitGroup[]).flatMap((group) => {
    const [earlier, later] = [ranksOf(before, group), ranksOf(after, group)];
    return [...new Set([...Object.keys(later), ...Object.keys(earlier)])].flatMap((unit) => {
      const [was, now] = [earlier[unit], later[unit]];
      const rank = changeOf(was?.rank, now?.rank);
      const rate = changeOf(was?.rate?.text, now?.rate?.text);
      if (!rank && !rate) return [];
      const name = now?.shortName ?? was?.shortName ?? '';
      return [{ unit, name, group, ...(rank && { rank }), ...(rate && { rate }) }];
    });
  });
}

const byProject = ({ ledger, content }: Side): ReadonlyMap<string, ProjectFigures> =>
  new Map(shownFiguresAt(ledger, content.asOf).map((each) => [each.project.id, each]));

function projectDifference(was: ProjectFigures | undefined, now: ProjectFigures | undefined): ProjectDifference | null {
  const project = (now ?? was)?.project;
  if (!project) return null;
  const completed = changeOf(was?.completedYuan, now?.completedYuan);
  const plan = changeOf(was?.planYuan ?? undefined, now?.planYuan ?? undefined);
  const physicalProgress = changeOf(was?.physicalProgress, now?.physicalProgress);
  if (was && now && !completed && !plan && !physicalProgress) return null;
  return {
    project: project.id,
    name: project.name,
    kind: was ? (now ? 'changed' : 'left') : 'added',
    ...(completed && { completed }),
    ...(plan && { plan }),
    ...(physicalProgress && { physicalProgress }),
  };
}

function projectsOf(before: Side, after: Side): readonly ProjectDifference[] {
  const [earlier, later] = [byProject(before), byProject(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap(
    (id) => projectDifference(earlier.get(id), later.get(id)) ?? [],
  );
}

/** The words on a page that a person wrote: its title, a notice, a cover's line. */
function wordsOf({ content }: PackedPage): string {
  const own =
    content.kind === 'ticker' ? content.data.text : content.kind === 'cover' ? content.data.subtitle : undefined;
  return [content.title, own].filter((each) => each !== undefined).join(' · ');
}

function pagesOf(before: Side, after: Side): readonly PageDifference[] {
  const earlier = new Map(pagesIn(before.content).map((page) => [page.name, wordsOf(page)]));
  const later = new Map(pagesIn(after.content).map((page) => [page.name, wordsOf(page)]));
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((page): readonly PageDifference[] => {
    if (!earlier.has(page)) return [{ page, kind: 'added' }];
    if (!later.has(page)) return [{ page, kind: 'left' }];
    const text = changeOf(earlier.get(page), later.get(page));
    return text ? [{ page, kind: 'text', text }] : [];
  });
}

/**
 * What is different in an edition from the one before it: ranks, rates, amounts, projects, words and pages.
 * @param edition the id of the one before.
 */
export const differencesOf = (edition: string, before: Side, after: Side): Differences => ({
  edition,
  asOf: before.content.asOf,
  units: unitsOf(before, after),
  projects: projectsOf(before, after),
  pages: pagesOf(before, after),
});
