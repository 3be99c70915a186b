import { entriesInOrder, inOrder } from '../keyed-rows.ts';
import { boardContext } from '../boards/board.ts';
import { canonicalJson } from '../canonical.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ProgrammeSlide, ShownEdition } from '../programme/programme.ts';
import { publicAddressIn } from '../programme/public-address.ts';
import { slidesOf } from '../programme/slides.ts';
import type { Edition, Settings } from '../registers/index.ts';
import { isObject } from '../result.ts';
import type { SlideDates } from '../slides/data.ts';
import { instant, type Instant, type IsoDate } from '../time.ts';
import { editionBefore, pageName, shownEdition } from './edition.ts';

/** A playlist as it was frozen. */
export interface PackedPlaylist {
  readonly name: string;
  /** Position among the playlists from 0, by name. */
  readonly order: number;
  readonly slides: Readonly<Record<string, ProgrammeSlide>>;
}

/** The rules that the figures were made by. */
export type PackedRules = Pick<
  Settings,
  | 'timeProgress'
  | 'timeCurve'
  | 'newStarts'
  | 'withdrawn'
  | 'lights'
  | 'lightRule'
  | 'showReported'
  | 'showLeader'
  | 'boardMode'
  | 'boardTop'
> & { readonly scheme?: { readonly name: string; readonly version: number } };

/**
 * All that screens can show of an edition, in one document: what was reviewed and signed, and nothing that is read
 * from the ledger any more.
 */
export interface EditionPackage {
  /** Of this document's form. */
  readonly format: 1;
  readonly edition: ShownEdition;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The as-of date of the edition before, which ranks are compared with; absent compares with the month's end before. */
  readonly baseline?: IsoDate;
  readonly district: string;
  readonly issuer: string;
  readonly source: string;
  readonly demo: boolean;
  /** Where the QR code leads. */
  readonly publicAddress?: string;
  readonly figuresChangedAt: Instant;
  readonly rules: PackedRules;
  /** Which playlist each group of screens had, by their ids. */
  readonly groups: Readonly<Record<string, string>>;
  readonly playlists: Readonly<Record<string, PackedPlaylist>>;
}

/** Scans: what is handed on from ledger to ledger may come to another moment after the clock was put back. */
function figuresChangedAt({ tables: { reports, plans, projects } }: Ledger): Instant {
  let latest = 0;
  for (const table of [reports, plans, projects]) {
    for (const { changedAt } of table.values()) latest = Math.max(latest, changedAt);
  }
  return instant(latest);
}

function rulesOf({ tables }: Ledger, settings: Settings): PackedRules {
  const { timeProgress, timeCurve, newStarts, withdrawn, lights, lightRule } = settings;
  const { showReported, showLeader, boardMode, boardTop } = settings;
  const scheme = settings.scheme === undefined ? undefined : tables.schemes.get(settings.scheme);
  return {
    timeProgress,
    ...(timeCurve && { timeCurve }),
    ...(newStarts && { newStarts }),
    ...(withdrawn && { withdrawn }),
    ...(lights && { lights }),
    ...(lightRule && { lightRule }),
    ...(showReported !== undefined && { showReported }),
    ...(showLeader && { showLeader }),
    ...(boardMode && { boardMode }),
    ...(boardTop !== undefined && { boardTop }),
    ...(scheme && { scheme: { name: scheme.name, version: scheme.version } }),
  };
}

function playlistsOf(ledger: Ledger, dates: SlideDates): Readonly<Record<string, PackedPlaylist>> {
  const byName = [...ledger.tables.playlists.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const packed: Record<string, PackedPlaylist> = {};
  byName.forEach((playlist, order) => {
    packed[playlist.id] = { name: playlist.name, order, slides: slidesOf(ledger, playlist, dates) };
  });
  return packed;
}

/**
 * The package of an edition: a pure function of the ledger at its position and of the edition's own head, which no
 * step changes after the freeze. Null before the ledger has settings.
 */
export function buildPackage(ledger: Ledger, edition: Edition): EditionPackage | null {
  const context = boardContext(ledger, edition.asOf);
  if (!context) return null;
  const { settings, asOf } = context;
  const baseline = editionBefore(ledger, edition)?.asOf;
  const dates: SlideDates = { asOf, ...(baseline && { baseline }) };
  return {
    format: 1,
    edition: shownEdition(edition),
    year: edition.year,
    ...dates,
    district: settings.district,
    issuer: settings.office,
    source: settings.source,
    demo: settings.demo,
    ...publicAddressIn(ledger),
    figuresChangedAt: figuresChangedAt(ledger),
    rules: rulesOf(ledger, settings),
    groups: Object.fromEntries([...ledger.tables.groups.values()].map(({ id, playlist }) => [id, playlist])),
    playlists: playlistsOf(ledger, dates),
  };
}

/** The one text of a package; its SHA-256 is what reviewers and signers put their names to. */
export const packageText = (content: EditionPackage): string => canonicalJson(content);

/** The package in a text whose hash was checked; null when it is of another form than this version knows. */
export function packageIn(text: string): EditionPackage | null {
  const value: unknown = JSON.parse(text);
  return isObject(value) && value['format'] === 1 && isObject(value['playlists']) && isObject(value['groups'])
    ? (value as unknown as EditionPackage)
    : null;
}

/** A page of a package, by the name under which it can be taken down. */
export interface PackedPage {
  readonly name: string;
  readonly playlist: string;
  readonly slide: string;
  readonly content: ProgrammeSlide;
}

/** Playlists in their order, with their ids. */
export const playlistsIn = ({ playlists }: EditionPackage): readonly (PackedPlaylist & { readonly id: string })[] =>
  inOrder(playlists);

/** Every page of a package, in the order of playlists and slides. */
export const pagesIn = (content: EditionPackage): readonly PackedPage[] =>
  playlistsIn(content).flatMap(({ id, slides }) =>
    entriesInOrder(slides).map(([slide, page]) => ({ name: pageName(id, slide), playlist: id, slide, content: page })),
  );
