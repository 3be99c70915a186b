/**
 * Items by a key, each list in the items' order and the keys in that of their first item; items without a key are left
 * out.
 */
export function grouped<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
