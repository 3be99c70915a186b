import { fail, type Result } from '../result.ts';
import { checkScheme } from './check-scheme.ts';
import type { Scheme } from './scheme.ts';

/** The scheme in a value, or the first thing that is wrong with it, with its place: `items/3/formula/target: …`. */
export function checkSchemeShape(value: unknown): Result<Scheme, string> {
  const checked = checkScheme(value);
  if (checked.ok) return checked;
  const [first] = checked.problem;
  return fail(first ? [first.path, first.message].filter((part) => part !== '').join(': ') : 'is no scheme');
}
