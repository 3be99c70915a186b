import { boardContext } from '../boards/board.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Group, Playlist } from '../registers/index.ts';
import { instant } from '../time.ts';
import { editionProgramme, type PackageOf } from './edition.ts';
import type { Programme } from './programme.ts';
import { frameOf, windowsOf } from './frame.ts';
import { publicAddressIn } from './public-address.ts';
import { figuresChangedAt, slidesOf } from './slides.ts';

/** The playlists of a group's windows. */
const scheduled = ({ tables }: Ledger, { schedule = [] }: Group): readonly (Playlist | undefined)[] =>
  schedule.map(({ playlist }) => (playlist === undefined ? undefined : tables.playlists.get(playlist)));

/** The programme of a group as it would be with `playlist`, of live figures; the admin page previews playlists with it. */
export function programmeWith(ledger: Ledger, group: Group, playlist: Playlist | undefined): Programme | null {
  const context = boardContext(ledger);
  if (!context) return null;
  const { settings, asOf } = context;
  const slides = slidesOf(ledger, playlist);
  return {
    ...frameOf(ledger, settings, group),
    demo: settings.demo,
    issuer: settings.office,
    source: settings.source,
    asOf,
    figuresChangedAt: figuresChangedAt(ledger),
    anchor: instant(
      Math.max(group.changedAt, ...[playlist, ...scheduled(ledger, group)].map((each) => each?.changedAt ?? 0)),
    ),
    ...publicAddressIn(ledger),
    slides,
    ...windowsOf(group, slides, (id) => {
      const other = id === playlist?.id ? playlist : ledger.tables.playlists.get(id);
      return other && slidesOf(ledger, other);
    }),
  };
}

/** Where there are no packages, no edition can be shown. */
const NO_PACKAGES: PackageOf = () => null;

/**
 * What the screens of a group show; null when the group is unknown or the ledger has no settings yet.
 * @param packageOf the packages of editions, for groups that show those.
 */
export function programmeOf(ledger: Ledger, groupId: string, packageOf: PackageOf = NO_PACKAGES): Programme | null {
  const group = ledger.tables.groups.get(groupId);
  if (!group) return null;
  if (group.source === 'edition') return editionProgramme(ledger, group, packageOf);
  return programmeWith(ledger, group, ledger.tables.playlists.get(group.playlist));
}
