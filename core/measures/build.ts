/** The kinds of measures: how a number and the records under it follow from what is counted. */
import { fraction, type Fraction } from '../exact.ts';
import type { BoardContext } from '../boards/board.ts';
import type { Selection } from '../metrics/metrics.ts';
import type { Measure, Measured, Scope, Source } from './measure.ts';

/** A record's place, and the field that was read of it. */
export type Named = Pick<Source, 'register' | 'record' | 'field'>;

type Definition = Omit<Measure, 'of' | 'unit' | 'decimals' | 'better'> & Partial<Pick<Measure, 'decimals' | 'better'>>;

/** A whole number as a fraction. */
export const whole = (value: number): Fraction => ({ numerator: BigInt(value), denominator: 1n });

/** Every item as a source of one side. */
export const eachAs = <T>(
  items: readonly T[],
  side: Source['side'],
  name: (item: T) => Named,
  value: (item: T) => number = () => 1,
): readonly Source[] => items.map((item) => ({ ...name(item), side, value: value(item) }));

/** What a selection rests on: one source for what counts on both sides by the same field, else one for each side. */
function sourcesOf<T>({ done, due }: Selection<T>, nameDone: (item: T) => Named, nameDue: (item: T) => Named) {
  if (nameDone !== nameDue) return [...eachAs(done, 'numerator', nameDone), ...eachAs(due, 'denominator', nameDue)];
  const isDone = new Set(done);
  const isDue = new Set(due);
  return [
    ...due.flatMap((item) => eachAs([item], isDone.has(item) ? 'both' : 'denominator', nameDue)),
    ...eachAs(
      done.filter((item) => !isDue.has(item)),
      'numerator',
      nameDone,
    ),
  ];
}

/** A share of things counted: done ÷ due. */
export const shareMeasure = <T>(
  definition: Definition,
  of: (context: BoardContext, scope: Scope) => Selection<T>,
  nameDone: (item: T) => Named,
  nameDue: (item: T) => Named = nameDone,
): Measure => ({
  unit: 'rate',
  decimals: 1,
  better: 'higher',
  ...definition,
  of: (context, scope) => {
    const selection = of(context, scope);
    const above = selection.done.length;
    const below = selection.due.length;
    return { value: fraction(above, below), above, below, sources: () => sourcesOf(selection, nameDone, nameDue) };
  },
});

/** A number of things counted. */
export const countMeasure = <T>(
  definition: Definition,
  of: (context: BoardContext, scope: Scope) => readonly T[],
  name: (item: T) => Named,
  unit: 'count' | 'months' = 'count',
): Measure => ({
  decimals: 0,
  better: 'higher',
  ...definition,
  unit,
  of: (context, scope) => {
    const items = of(context, scope);
    return { value: whole(items.length), sources: () => eachAs(items, 'numerator', name) };
  },
});

/** Two amounts and the rate that they make; the sources have to add up to them. */
export const rateOf = (above: number, below: number, sources: () => readonly Source[]): Measured => ({
  value: fraction(above, below),
  above,
  below,
  sources,
});
