/** Likeness of names, by pairs of neighbouring characters; indexed, so that only names that share some are compared. */
import { compact } from './text.ts';

const GENERIC = /项目|建设|工程|有限责任公司|有限公司/g;

/** A name without width, spaces, punctuation and the words that every project has. */
export function nameCore(name: string): string {
  const plain = compact(name)
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '');
  const core = plain.replace(GENERIC, '');
  return core.length >= 2 ? core : plain;
}

const pairsOf = (core: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < core.length; at += 1) pairs.add(core.slice(at, at + 2));
  return pairs.size > 0 ? pairs : new Set([core]);
};

export interface Likeness {
  readonly id: string;
  /** 0 to 1 (Dice's coefficient). */
  readonly likeness: number;
}

/** Pairs that this many names share tell nothing; comparing all of them would cost the square of the rows. */
const TOO_COMMON = 400;

/** Finds the most similar of some names. */
export function createNameIndex(names: Iterable<readonly [id: string, name: string]>): {
  readonly similar: (name: string, atLeast: number, most: number) => readonly Likeness[];
} {
  const sizes = new Map<string, number>();
  const holders = new Map<string, string[]>();
  for (const [id, name] of names) {
    const pairs = pairsOf(nameCore(name));
    sizes.set(id, pairs.size);
    for (const pair of pairs) {
      const ids = holders.get(pair);
      if (ids) ids.push(id);
      else holders.set(pair, [id]);
    }
  }
  const similar = (name: string, atLeast: number, most: number): readonly Likeness[] => {
    const pairs = pairsOf(nameCore(name));
    const common = new Map<string, number>();
    for (const pair of pairs) {
      const ids = holders.get(pair) ?? [];
      if (ids.length > TOO_COMMON) continue;
      for (const id of ids) common.set(id, (common.get(id) ?? 0) + 1);
    }
    return [...common]
      .map(([id, count]) => ({ id, likeness: (2 * count) / (pairs.size + (sizes.get(id) ?? 0)) }))
      .filter(({ likeness }) => likeness >= atLeast)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, most);
  };
  return { similar };
}
