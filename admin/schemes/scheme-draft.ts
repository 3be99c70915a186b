/** A scheme while it is being written: any JSON, changed place by place. It may be wrong; the core's check says where. */
import { isObject } from '../../core/result.ts';

/** Where something stands in a scheme: `['items', 3, 'formula', 'target']`. */
export type Path = readonly (string | number)[];

/** As problems name it: `items/3/formula/target`. */
export const pathText = (path: Path): string => path.join('/');

/** What stands at a place; undefined where nothing does. */
export function valueAt(value: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined) return value;
  if (Array.isArray(value)) return typeof first === 'number' ? valueAt(value[first], rest) : undefined;
  return isObject(value) && Object.hasOwn(value, first) ? valueAt(value[first], rest) : undefined;
}

/** The same with another value at a place; undefined takes the member away. What is on the way is made. */
export function withValue(value: unknown, [first, ...rest]: Path, next: unknown): unknown {
  if (first === undefined) return next;
  if (typeof first === 'number') {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    return entries.map((entry, index) => (index === first ? withValue(entry, rest, next) : entry));
  }
  const members = isObject(value) ? value : {};
  const own = withValue(Object.hasOwn(members, first) ? members[first] : undefined, rest, next);
  if (own === undefined) return Object.fromEntries(Object.entries(members).filter(([name]) => name !== first));
  return { ...members, [first]: own };
}

/** The entries of a list at a place; none where there is no list. */
export function entriesAt(value: unknown, path: Path): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

export const withEntry = (value: unknown, path: Path, entry: unknown): unknown =>
  withValue(value, path, [...entriesAt(value, path), entry]);

export const withoutEntry = (value: unknown, path: Path, at: number): unknown =>
  withValue(
    value,
    path,
    entriesAt(value, path).filter((_, index) => index !== at),
  );

/** An entry one place further up. */
export function raised(value: unknown, path: Path, at: number): unknown {
  const entries = entriesAt(value, path);
  if (at < 1 || at >= entries.length) return value;
  return withValue(value, path, [...entries.slice(0, at - 1), entries[at], entries[at - 1], ...entries.slice(at + 1)]);
}

/**
 * What a text in a control stands for where an exact number belongs: a number, a fraction as text, nothing when it is
 * empty. Any other text stays, so that the check can name it.
 */
export function amountOfText(text: string): unknown {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^−/, '-');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

/** The text of an exact number in its control. */
export const textOfAmount = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

const namesIn = (value: unknown): readonly string[] => (isObject(value) ? Object.keys(value) : []);

/** The weights profiles that groups have or items have maxima for. */
export function profilesIn(body: unknown): readonly string[] {
  const groups = valueAt(body, ['profiles']);
  const given = isObject(groups)
    ? Object.values(groups).flatMap((each) => (isObject(each) ? Object.values(each) : [each]))
    : [];
  const named = given.filter((each) => typeof each === 'string');
  const weighed = entriesAt(body, ['items']).flatMap((item) => namesIn(valueAt(item, ['max'])));
  return [...new Set([...named, ...weighed])].filter((name) => name !== '');
}

/** The ids of the items, in their order. */
export const itemIds = (body: unknown): readonly string[] =>
  entriesAt(body, ['items']).flatMap((item) => {
    const id = valueAt(item, ['id']);
    return typeof id === 'string' ? [id] : [];
  });

/** An id that no item has yet. */
export function freeId(body: unknown, prefix: string): string {
  const taken = new Set(itemIds(body));
  let number = taken.size + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
