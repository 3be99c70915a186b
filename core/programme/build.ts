import { boardContext } from '../boards/board.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import type { Group, Playlist } from '../registers/index.ts';
import { slideContent } from '../slides/data.ts';
import { duration, instant, type Instant } from '../time.ts';
import type { Programme, ProgrammeSlide, Spotlight } from './programme.ts';

const slidesOf = (ledger: Ledger, playlist: Playlist | undefined): Record<string, ProgrammeSlide> => {
  const slides: Record<string, ProgrammeSlide> = {};
  let order = 0;
  for (const entry of playlist?.entries ?? []) {
    const content = entry.enabled ? slideContent(ledger, entry) : null;
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
};

const FIGURES = ['reports', 'plans', 'projects'] as const;

/** When a figure last changed; computed once per ledger, however many groups show it. */
const lastChange = rememberPerLedger((ledger): Instant => {
  let latest = 0;
  for (const name of FIGURES) {
    for (const { changedAt } of ledger.tables[name].values()) latest = Math.max(latest, changedAt);
  }
  return instant(latest);
});

/** The programme of a group as it would be with `playlist`; the admin page previews playlists with it. */
export function programmeWith(ledger: Ledger, group: Group, playlist: Playlist | undefined): Programme | null {
  const context = boardContext(ledger);
  if (!context) return null;
  const { settings, asOf } = context;
  return {
    group: group.id,
    theme: group.theme,
    locale: group.locale,
    demo: settings.demo,
    issuer: settings.office,
    source: settings.source,
    asOf,
    figuresChangedAt: lastChange(ledger, ''),
    anchor: instant(Math.max(group.changedAt, playlist?.changedAt ?? 0)),
    slides: slidesOf(ledger, playlist),
  };
}

/** The programme of a group; null when the group is unknown or the ledger has no settings yet. */
export function programmeOf(ledger: Ledger, groupId: string): Programme | null {
  const group = ledger.tables.groups.get(groupId);
  return group ? programmeWith(ledger, group, ledger.tables.playlists.get(group.playlist)) : null;
}

/** How long a spotlight stays: cross-fade, the figures count up, the rows move, and time to read. */
const SPOTLIGHT_MS = duration(14_000);

/**
 * The spotlight that the step from one programme to the next deserves: the unit ranking in which a unit
 * climbed most. Null when no unit climbed. The one in force stays until it ends.
 */
export function spotlightFor(previous: Programme, next: Programme, at: Instant): Spotlight | null {
  let best: { slide: string; row: string; climb: number } | null = null;
  for (const [id, slide] of Object.entries(next.slides)) {
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
