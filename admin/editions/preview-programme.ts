import { playlistsIn, type EditionPackage } from '../../core/editions/package.ts';
import type { Programme } from '../../core/programme/programme.ts';
import type { Group } from '../../core/registers/index.ts';
import { SLIDE_KINDS } from '../../core/slides/kinds.ts';
import { UNIT_GROUPS } from '../../core/registers/unit-groups.ts';
import { instant } from '../../core/time.ts';
import { labelText } from '../common/locale.ts';

/** What screens of a group would show of a playlist, with the pages that are taken down. */
export function previewProgramme(content: EditionPackage, playlist: string, group: Group | undefined): Programme {
  const { edition, demo, issuer, source, asOf, figuresChangedAt, playlists } = content;
  return {
    group: group?.id ?? '',
    theme: group?.theme ?? 'red',
    locale: group?.locale ?? 'zh-CN',
    anchor: instant(0),
    demo,
    issuer,
    source,
    asOf,
    figuresChangedAt,
    edition,
    slides: playlists[playlist]?.slides ?? {},
  };
}

/** The group whose screens show a playlist: now, or when the edition was frozen. */
export const groupOf = (content: EditionPackage, playlist: string, groups: readonly Group[]): Group | undefined =>
  groups.find((group) => group.playlist === playlist) ??
  groups.find(({ id }) => content.groups[id] === playlist) ??
  groups[0];

/** What a page is called: its title, or its kind with the group that it ranks. */
export function pageTitles(content: EditionPackage): ReadonlyMap<string, string> {
  const all = playlistsIn(content);
  return new Map(
    all.flatMap(({ id, name, slides }) =>
      Object.entries(slides).map(([slide, page]) => {
        const kind = labelText(SLIDE_KINDS[page.kind].label);
        const about =
          page.kind === 'unitRanking'
            ? labelText(UNIT_GROUPS[page.data.group])
            : page.kind === 'project'
              ? page.data.name
              : '';
        const own = page.title ?? [kind, about].filter(Boolean).join(' · ');
        return [`${id}/${slide}`, all.length > 1 ? `${name} · ${own}` : own] as const;
      }),
    ),
  );
}
