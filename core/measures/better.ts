/** Which of two numbers is the better one, by a measure. */
import { compare, negate, type Fraction } from '../exact.ts';
import type { MeasureId } from './ids.ts';
import { MEASURES } from './index.ts';

/** A measure's number turned so that the larger is the better. */
export const largerIsBetter = (measure: MeasureId, value: Fraction | null): Fraction | null =>
  value && MEASURES[measure].better === 'lower' ? negate(value) : value;

/** Better numbers first, then equal ones; null is behind all numbers. */
export function compareByMeasure(measure: MeasureId, a: Fraction | null, b: Fraction | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return MEASURES[measure].better === 'lower' ? compare(a, b) : compare(b, a);
}
