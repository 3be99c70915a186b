import { duration, instant, type Instant } from '../time.ts';
import type { Programme, Spotlight } from './programme.ts';

/** How long a spotlight stays: cross-fade, the figures count up, the rows move, and time to read. */
const SPOTLIGHT_MS = duration(14_000);

/** Whether ranks of the two can be compared: figures of editions only with those of another edition. */
const isComparable = ({ edition: before }: Programme, { edition: after }: Programme): boolean =>
  before && after ? before.number !== after.number || before.correction !== after.correction : before === after;

/**
 * The spotlight that the step from one programme to the next deserves: the unit ranking in which a unit
 * climbed most. Null when no unit climbed. The one in force stays until it ends.
 */
export function spotlightFor(previous: Programme, next: Programme, at: Instant): Spotlight | null {
  let best: { slide: string; row: string; climb: number } | null = null;
  for (const [id, slide] of isComparable(previous, next) ? Object.entries(next.slides) : []) {
    const before = previous.slides[id];
    if (slide.kind !== 'unitRanking' || before?.kind !== 'unitRanking') continue;
    for (const [unit, row] of Object.entries(slide.data.rows)) {
      const old = before.data.rows[unit];
      if (row.rank === undefined || old?.rank === undefined) continue;
      const climb = old.rank - row.rank;
      if (climb > (best?.climb ?? 0)) best = { slide: id, row: unit, climb };
    }
  }
  if (best) return { slide: best.slide, row: best.row, from: at, until: instant(at + SPOTLIGHT_MS) };
  const current = previous.spotlight;
  return current && current.until > at && next.slides[current.slide] ? current : null;
}
