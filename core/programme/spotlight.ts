import { onAirAt } from './on-air.ts';
import { duration, instant, type Instant } from '../time.ts';
import type { Programme, Spotlight } from './programme.ts';

/** How long a spotlight stays: cross-fade, the figures count up, the rows move, and time to read. */
const SPOTLIGHT_MS = duration(14_000);

/** Whether ranks of the two can be compared: figures of editions only with those of another edition. */
const isComparable = ({ edition: before }: Programme, { edition: after }: Programme): boolean =>
  before && after ? before.number !== after.number || before.correction !== after.correction : before === after;

/**
 * The spotlight that the step from one programme to the next deserves: the unit ranking in which a unit
 * climbed most. Only among what is on air at that moment: a ranking of another window would come too late, and a dark
 * screen stays dark. Null when no unit climbed. The one in force stays until it ends.
 */
export function spotlightFor(previous: Programme, next: Programme, at: Instant): Spotlight | null {
  let best: { slide: string; row: string; climb: number } | null = null;
  const [old, shown] = [onAirAt(previous, at).slides, onAirAt(next, at).slides];
  for (const [id, slide] of isComparable(previous, next) ? Object.entries(shown) : []) {
    const before = old[id];
    if (slide.kind !== 'unitRanking' || before?.kind !== 'unitRanking') continue;
    for (const [unit, row] of Object.entries(slide.data.rows)) {
      const earlier = before.data.rows[unit];
      if (row.rank === undefined || earlier?.rank === undefined) continue;
      const climb = earlier.rank - row.rank;
      if (climb > (best?.climb ?? 0)) best = { slide: id, row: unit, climb };
    }
  }
  if (best) return { slide: best.slide, row: best.row, from: at, until: instant(at + SPOTLIGHT_MS) };
  const current = previous.spotlight;
  return current && current.until > at && shown[current.slide] ? current : null;
}
