/** Measures of units at dates, each worked out once, and the places that they give. */
import { boardContext, type BoardContext } from '../boards/board.ts';
import { compare, multiply, whole, type Fraction } from '../exact.ts';
import { compareByMeasure } from '../measures/better.ts';
import type { MeasureId } from '../measures/ids.ts';
import { MEASURES } from '../measures/index.ts';
import type { Measured } from '../measures/measure.ts';
import type { Unit } from '../registers/index.ts';
import { startOfYear, type IsoDate } from '../time.ts';
import type { Place, Reading } from './inputs.ts';
import type { Period, RankMethod } from './scheme.ts';

/** Gates, ties and boards go by the year. */
const YEAR: Period = 'year';

/** Asks for a unit's number; of the year unless another period is asked for. */
type ReadingOf<T> = (unit: string, measure: MeasureId, asOf: IsoDate, period?: Period) => T;

export interface Readings {
  readonly of: ReadingOf<Reading>;
  /** A unit's place among units by a measure; null where it has no number. */
  readonly placeAmong: (
    units: readonly Unit[],
    unit: string,
    measure: MeasureId,
    asOf: IsoDate,
    period: Period,
  ) => Place | null;
}

/** A context in which measures count what belongs to a period. */
export const inPeriod = (context: BoardContext, period: Period = YEAR): BoardContext =>
  period === 'all' ? context : { ...context, since: startOfYear(context.asOf) };

const NOTHING: Measured = { value: null, sources: () => [] };

/** A measure's value as schemes count it: rates and differences of rates in percent. */
export function schemeValue(measure: MeasureId, value: Fraction | null): Fraction | null {
  const { unit } = MEASURES[measure];
  return value && (unit === 'rate' || unit === 'points') ? multiply(value, whole(100)) : value;
}

/** @param method dense: no place is skipped after equals; else places are counted by the units before. */
export function placeOf(values: readonly Fraction[], own: Fraction, measure: MeasureId, method: RankMethod): Place {
  const before = values.filter((value) => compareByMeasure(measure, value, own) < 0);
  const distinct = before.filter((value, index) => before.findIndex((each) => compare(each, value) === 0) === index);
  const first = before.length + 1;
  return {
    rank: method === 'dense' ? distinct.length + 1 : first,
    first,
    sharedBy: values.filter((value) => compare(value, own) === 0).length,
    of: values.length,
  };
}

/** A reading that needs not be worked out; null where it does. */
export type GivenReading = ReadingOf<Reading | null>;

/** Readings of a ledger; nothing is asked twice, and what is given not once. */
export function createReadings(context: BoardContext, method: RankMethod, given: GivenReading = () => null): Readings {
  const contexts = new Map<IsoDate, BoardContext | null>([[context.asOf, context]]);
  const contextAt = (asOf: IsoDate): BoardContext | null => {
    const known = contexts.get(asOf);
    if (known !== undefined) return known;
    const made = boardContext(context.ledger, asOf);
    contexts.set(asOf, made);
    return made;
  };
  const known = new Map<string, Reading>();
  const of = (unit: string, measure: MeasureId, asOf: IsoDate, period = YEAR): Reading => {
    const key = `${asOf} ${period} ${measure} ${unit}`;
    const read = known.get(key);
    if (read) return read;
    const ready = given(unit, measure, asOf, period);
    if (ready) return ready;
    const at = contextAt(asOf);
    const measured = at ? MEASURES[measure].of(inPeriod(at, period), { kind: 'unit', unit }) : NOTHING;
    const reading = { measure, asOf, period, measured, value: schemeValue(measure, measured.value) };
    known.set(key, reading);
    return reading;
  };
  return {
    of,
    placeAmong: (units, unit, measure, asOf, period) => {
      const own = of(unit, measure, asOf, period).value;
      const values = units.flatMap(({ id }) => of(id, measure, asOf, period).value ?? []);
      return own && placeOf(values, own, measure, method);
    },
  };
}
