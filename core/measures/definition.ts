import type { MeasureId } from './ids.ts';
import { MEASURES } from './index.ts';
import type { Measure } from './measure.ts';

/** What a measure is, in words: the part that travels with its numbers. */
export type Definition = Omit<Measure, 'of'>;

/** A measure's definition, as the API and the boards give it. */
export function definitionOf(id: MeasureId): Definition {
  const { of: _, ...definition } = MEASURES[id];
  return definition;
}
