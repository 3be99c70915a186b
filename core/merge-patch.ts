/** JSON Merge Patch (RFC 7396) between documents that hold no nulls: null in a patch removes a member. */
import { isObject } from './result.ts';

const own = (object: Record<string, unknown>, key: string): unknown =>
  Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => same(each, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], own(b, key)));
};

/** The patch that turns `from` into `to`, or null when they are equal. Members set to undefined count as absent. */
export function createMergePatch(
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): Record<string, unknown> | null {
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(from)) if (own(to, key) === undefined && from[key] !== undefined) patch[key] = null;
  for (const [key, next] of Object.entries(to)) {
    const previous = own(from, key);
    if (next === undefined || previous === next) continue;
    if (!isObject(previous) || !isObject(next)) {
      if (!same(previous, next)) patch[key] = next;
      continue;
    }
    const change = createMergePatch(previous, next);
    if (change !== null) patch[key] = change;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}

/** `target` with `patch` applied; what the patch does not touch is shared, not copied. */
export function applyMergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (key === '__proto__') continue;
    if (value === null) delete result[key];
    else result[key] = applyMergePatch(own(result, key), value);
  }
  return result;
}
