/** How much a ranking owes to rules that could as well be others. */
import { boardContext, type BoardContext } from '../boards/board.ts';
import { withValues } from '../ledger/what-if.ts';
import { MEASURES } from '../measures/index.ts';
import type { Label } from '../register/label.ts';
import type { Stepwise } from '../stepwise.ts';
import { score, type SchemeScores } from './score.ts';
import type { Scheme } from './scheme.ts';
import { variantsOf, type Variant } from './variants.ts';

/** Two units whose order differs: they change places, come to share a rank, or no longer share one. */
export interface ChangedPair {
  readonly kind: 'swap' | 'merge' | 'split';
  readonly first: string;
  readonly second: string;
  /** Ranks of first and second. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** A unit whose rank is another number. */
export interface MovedUnit {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
}

export interface Sensitivity {
  readonly id: string;
  readonly label: Label;
  readonly pairs: readonly ChangedPair[];
  readonly moved: readonly MovedUnit[];
}

/** Ranks of one list, by unit. */
type Ranks = ReadonlyMap<string, number>;

const ranksIn = (rows: SchemeScores['lists'][number]['rows']): Ranks =>
  new Map(rows.flatMap(({ unit, rank }) => (rank === undefined ? [] : [[unit.id, rank] as const])));

const kindOf = (before: number, after: number): ChangedPair['kind'] | null => {
  if (Math.sign(before) === Math.sign(after)) return null;
  return before === 0 ? 'split' : after === 0 ? 'merge' : 'swap';
};

/** Pairs of one list whose order differs between two rankings; units that one of them does not rank are left out. */
export function changedPairs(before: Ranks, after: Ranks): readonly ChangedPair[] {
  const units = [...before].flatMap(([unit, was]) => {
    const is = after.get(unit);
    return is === undefined ? [] : [{ unit, was, is }];
  });
  return units.flatMap((first, at) =>
    units.slice(at + 1).flatMap((second): readonly ChangedPair[] => {
      const kind = kindOf(first.was - second.was, first.is - second.is);
      if (!kind) return [];
      const ranks = { before: [first.was, second.was], after: [first.is, second.is] } as const;
      return [{ kind, first: first.unit, second: second.unit, ...ranks }];
    }),
  );
}

function movedUnits(before: Ranks, after: Ranks): readonly MovedUnit[] {
  return [...before].flatMap(([unit, was]) => {
    const is = after.get(unit);
    return is === undefined || is === was ? [] : [{ unit, before: was, after: is }];
  });
}

function scoresUnder(context: BoardContext, { scheme, settings }: Variant, name: string): SchemeScores {
  if (!settings) return score(context, scheme, { name });
  const other = boardContext(withValues(context.ledger, 'settings', 'settings', settings), context.asOf);
  return score(other ?? context, scheme, { name });
}

function changedBy({ id, label }: Variant, present: SchemeScores, other: SchemeScores): Sensitivity {
  const ranks = present.lists.map(({ group, rows }) => {
    const same = other.lists.find((list) => list.group === group);
    return [ranksIn(rows), ranksIn(same?.rows ?? [])] as const;
  });
  return {
    id,
    label,
    pairs: ranks.flatMap(([before, after]) => changedPairs(before, after)),
    moved: ranks.flatMap(([before, after]) => movedUnits(before, after)),
  };
}

/**
 * What each other accepted rule would change in the ranking, one rule at a time; a rule that changes nothing is listed
 * without pairs. Lists are compared with themselves only.
 * @param name under which entries are made by hand.
 */
export function* sensitivityOf(context: BoardContext, scheme: Scheme, name: string): Stepwise<readonly Sensitivity[]> {
  const present = score(context, scheme, { name });
  const found: Sensitivity[] = [];
  for (const variant of variantsOf(scheme, context.settings, (measure) => MEASURES[measure].label)) {
    yield;
    found.push(changedBy(variant, present, scoresUnder(context, variant, name)));
  }
  return found;
}
