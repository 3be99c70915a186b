import { rowsBy } from '../keyed-rows.ts';
import type { BoardContext } from './board.ts';
import { byText } from './lists.ts';
import { sumsOf } from './sums.ts';
import type { CommencementEntry } from '../registers/index.ts';

const summed = (entries: readonly CommencementEntry[]) => ({
  ...sumsOf(entries),
  /** Those that are on the key list too: named, so that nothing is counted twice. */
  onTheList: entries.filter(({ project }) => project !== undefined).length,
});

/**
 * S8 集中开工: the year's events, planned ones too, with how many projects, total investment and plan each has; the
 * totals are of those held by the date. Only what may be shown to everybody.
 */
export function commencements({ ledger, asOf }: BoardContext) {
  const entries = [...ledger.tables.commencementEntries.values()];
  const events = [...ledger.tables.commencements.values()]
    .filter(({ heldOn, state }) => heldOn.slice(0, 4) === asOf.slice(0, 4) && state !== 'cancelled')
    .sort(byText(({ heldOn, id }) => heldOn + id));
  const of = (id: string): readonly CommencementEntry[] => entries.filter(({ commencement }) => commencement === id);
  const held = events.filter(({ heldOn, state }) => state === 'held' && heldOn <= asOf);
  const rows = events.map(({ id, name, number, heldOn, venue }) => {
    const isHeld = held.some((event) => event.id === id);
    return [id, { name, number, heldOn, ...(venue ? { venue } : {}), held: isHeld, ...summed(of(id)) }] as const;
  });
  return { events: held.length, ...summed(held.flatMap(({ id }) => of(id))), rows: rowsBy(rows) };
}
