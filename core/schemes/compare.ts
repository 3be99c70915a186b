/** One scheme against another on the same ledger and date. */
import { subtract, type Fraction } from '../exact.ts';
import type { ItemScore } from './score-item.ts';
import type { SchemeScores, UnitScore } from './score.ts';

/** A unit's place by one scheme. */
export interface ComparedScore {
  /** Absent where it is not ranked. */
  readonly rank?: number;
  readonly total: Fraction;
}

/** An item by its id, as both schemes score it; absent on a side that has none of it for the unit. */
export interface ComparedItem {
  readonly id: string;
  readonly before?: Fraction;
  readonly after?: Fraction;
  /** After less before; an item that a side does not have counts 0 there. */
  readonly difference: Fraction;
}

export interface ComparedUnit {
  readonly unit: string;
  readonly name: string;
  /** Absent where the scheme does not assess it. */
  readonly before?: ComparedScore;
  readonly after?: ComparedScore;
  /** After less before; absent unless both assess it. */
  readonly difference?: Fraction;
  readonly items: readonly ComparedItem[];
}

const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

const placeOf = ({ rank, total }: UnitScore): ComparedScore => ({ ...(rank === undefined ? {} : { rank }), total });

const pointsById = (items: readonly ItemScore[] = []): ReadonlyMap<string, Fraction> =>
  new Map(items.map(({ item, points }) => [item.id, points]));

/** Items of both, in the order of the one after, then those that only the one before has. */
function comparedItems(before: UnitScore | undefined, after: UnitScore | undefined): readonly ComparedItem[] {
  const [was, is] = [pointsById(before?.items), pointsById(after?.items)];
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    return {
      id,
      ...(old ? { before: old } : {}),
      ...(now ? { after: now } : {}),
      difference: subtract(now ?? NOTHING, old ?? NOTHING),
    };
  });
}

/** Every unit that either scheme assesses, in the order of the one after, with ranks, scores and items of both. */
export function compareScores(before: SchemeScores, after: SchemeScores): readonly ComparedUnit[] {
  const units = new Set([...after.byUnit.keys(), ...before.byUnit.keys()]);
  return [...units].map((id) => {
    const [old, now] = [before.byUnit.get(id), after.byUnit.get(id)];
    return {
      unit: id,
      name: (now ?? old)?.unit.shortName ?? id,
      ...(old ? { before: placeOf(old) } : {}),
      ...(now ? { after: placeOf(now) } : {}),
      ...(old && now ? { difference: subtract(now.total, old.total) } : {}),
      items: comparedItems(old, now),
    };
  });
}
