import { latestChangeOf } from '../ledger/latest-change.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Playlist } from '../registers/index.ts';
import { slideContent, type SlideDates } from '../slides/data.ts';
import { instant, type Instant } from '../time.ts';
import type { ProgrammeSlide } from './programme.ts';

/** The slides of a playlist by the id of their entry, without what is switched off or has nothing to show. */
export function slidesOf(
  ledger: Ledger,
  playlist: Playlist | undefined,
  dates?: SlideDates,
): Readonly<Record<string, ProgrammeSlide>> {
  const slides: Record<string, ProgrammeSlide> = {};
  let order = 0;
  for (const entry of playlist?.entries ?? []) {
    const content = entry.enabled ? slideContent(ledger, entry, dates) : null;
    if (!content) continue;
    const title = entry.options['title'];
    slides[entry.id] = {
      ...content,
      order,
      seconds: entry.seconds,
      ...(typeof title === 'string' ? { title } : {}),
    };
    order += 1;
  }
  return slides;
}

const FIGURES = ['reports', 'plans', 'projects'] as const;

/** When a figure last changed. */
export const figuresChangedAt = ({ tables }: Ledger): Instant =>
  instant(Math.max(...FIGURES.map((name) => latestChangeOf(tables[name]))));
