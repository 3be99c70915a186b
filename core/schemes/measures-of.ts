import { isMeasureId, type MeasureId } from '../measures/ids.ts';
import { isObject } from '../result.ts';
import type { Item, Scheme } from './scheme.ts';

const collect = (value: unknown, found: Set<MeasureId>): void => {
  if (Array.isArray(value)) for (const each of value) collect(each, found);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'measure' && isMeasureId(member)) found.add(member);
    else collect(member, found);
  }
};

const collectMonthly = (value: unknown, found: Set<MeasureId>): void => {
  if (Array.isArray(value)) for (const each of value) collectMonthly(each, found);
  if (!isObject(value)) return;
  if (value['type'] === 'periodic') collect(value, found);
  else for (const member of Object.values(value)) collectMonthly(member, found);
};

/** The measures that a scheme's items read at every month's end. */
export function monthlyMeasuresOf(items: readonly Item[]): ReadonlySet<MeasureId> {
  const found = new Set<MeasureId>();
  collectMonthly(items, found);
  return found;
}

/** Every measure that a scheme reads, in items, gates, ties and honours. */
export function measuresOf(scheme: Scheme): ReadonlySet<MeasureId> {
  const found = new Set<MeasureId>(scheme.tieBreak);
  collect(scheme, found);
  return found;
}
