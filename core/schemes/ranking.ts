/** From scores to ranks: exact, with a chain of measures among equals, and places lost by a gate. */
import { byOfficialOrder } from '../boards/lists.ts';
import { compare, type Fraction } from '../exact.ts';
import type { RankMethod } from './scheme.ts';

export interface Standing {
  readonly id: string;
  readonly officialOrder: number;
  /** The score as it is compared. */
  readonly score: Fraction;
  /** The measures of the chain, each so that the larger is the better; null is behind every number. */
  readonly chain: readonly (Fraction | null)[];
  /** Places to drop. */
  readonly drop: number;
}

export interface Placed<T extends Standing> {
  readonly standing: T;
  readonly rank: number;
  /** Shares its rank, or would where ranks are given in official order. */
  readonly tied: boolean;
}

const compareChain = (a: Fraction | null, b: Fraction | null): number => {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return compare(b, a);
};

/**
 * The better standing first: by score, then by the first number of the chain that differs; 0 where all are equal. A total
 * preorder: transitive, and any two can be compared.
 */
export function compareStandings(a: Standing, b: Standing): number {
  const byScore = compare(b.score, a.score);
  if (byScore !== 0) return byScore;
  const length = Math.max(a.chain.length, b.chain.length);
  for (let index = 0; index < length; index += 1) {
    const byMeasure = compareChain(a.chain[index] ?? null, b.chain[index] ?? null);
    if (byMeasure !== 0) return byMeasure;
  }
  return 0;
}

/** Runs of equals, best first; within a run in official order. */
function classesOf<T extends Standing>(standings: readonly T[]): readonly (readonly T[])[] {
  const sorted = [...standings].sort((a, b) => compareStandings(a, b) || byOfficialOrder(a, b));
  const classes: T[][] = [];
  for (const standing of sorted) {
    const [first] = classes.at(-1) ?? [];
    if (first && compareStandings(first, standing) === 0) classes.at(-1)?.push(standing);
    else classes.push([standing]);
  }
  return classes;
}

interface Moved<T> {
  readonly members: readonly T[];
  /** Twice the place among the classes; odd numbers lie between two of them. */
  readonly at: number;
  readonly from: number;
}

/**
 * Classes after some lost places: who drops one place stands behind the next class, or behind its former equals where
 * there are any. Several who drop keep their order among each other.
 */
function afterDrops<T extends Standing>(classes: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const moved: Moved<T>[] = [];
  classes.forEach((members, from) => {
    const staying = members.filter(({ drop }) => drop === 0);
    if (staying.length > 0) moved.push({ members: staying, at: 2 * from, from });
    for (const drop of new Set(members.map((each) => each.drop))) {
      if (drop === 0) continue;
      const passed = staying.length > 0 ? drop - 1 : drop;
      const at = 2 * (from + passed) + 1;
      moved.push({ members: members.filter((each) => each.drop === drop), at, from });
    }
  });
  return [...moved].sort((a, b) => a.at - b.at || a.from - b.from).map(({ members }) => members);
}

/**
 * Ranks, best first. `dense`: 1, 2, 2, 3; `competition`: 1, 2, 2, 4; `ordinal`: 1, 2, 3, 4, equals in official order. The
 * order of the input does not matter.
 */
export function placeStandings<T extends Standing>(standings: readonly T[], method: RankMethod): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  afterDrops(classesOf(standings)).forEach((members, index) => {
    const before = placed.length;
    members.forEach((standing, position) => {
      const rank = { dense: index + 1, competition: before + 1, ordinal: before + position + 1 }[method];
      placed.push({ standing, rank, tied: members.length > 1 });
    });
  });
  return placed;
}
