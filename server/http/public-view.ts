/** Whose figures a caller is shown on public boards: the ledger's, or those of the edition on air. */
import type { Context } from 'hono';
import { editionBefore, editionOnAir, pageName, shownEdition } from '../../core/editions/edition.ts';
import { settingsOf, type Ledger, type Table } from '../../core/ledger/ledger.ts';
import type { ShownEdition } from '../../core/programme/programme.ts';
import { OFFICE_ROLES, type Role } from '../../core/register/role.ts';
import type { Edition } from '../../core/registers/index.ts';
import type { PlaylistEntry } from '../../core/slides/entry.ts';
import type { IsoDate } from '../../core/time.ts';
import type { Parts } from '../parts.ts';
import { admit, IN_OFFICE } from './access.ts';
import type { AppEnv } from './env.ts';
import { invalid, Problem, problem } from './problem.ts';

export interface PublicView {
  readonly ledger: Ledger;
  /** The cut-off; the office's own where it is absent. */
  readonly asOf?: IsoDate;
  /** What rank changes are against, where it is not the end of the month before. */
  readonly baseline?: IsoDate;
  readonly edition?: ShownEdition;
  /** Pages of the edition that were taken down; what they showed is gone from the boards, too. */
  readonly takenDown?: readonly Pick<PlaylistEntry, 'kind' | 'options'>[];
  /** Changes whenever the answers do; a part of their entity tags. */
  readonly version: string;
}

const isOffice = (role: Role): boolean => OFFICE_ROLES.some((each) => each === role);

/** Whether who asks works in the office; strangers and reporters are told of public boards only. */
export const isInOffice = (parts: Parts, c: Context<AppEnv>): boolean => {
  try {
    return admit(parts, c, IN_OFFICE) !== null;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
};

/** Whether the public is shown editions instead of live figures. */
export const showsEditions = (ledger: Ledger): boolean => settingsOf(ledger)?.publicSource === 'edition';

const liveView = (ledger: Ledger, asOf: IsoDate | undefined): PublicView => ({
  ledger,
  ...(asOf === undefined ? {} : { asOf }),
  version: String(ledger.revision),
});

const pagesTakenDown = ({ tables }: Ledger, { hiddenSlides = [] }: Edition): readonly PlaylistEntry[] =>
  [...tables.playlists.values()].flatMap(({ id, entries }) =>
    entries.filter((entry) => hiddenSlides.includes(pageName(id, entry.id))),
  );

/** The option that makes a board another one; with the other options it shows the same figures. */
const TOLD_APART_BY: Readonly<Record<string, string>> = { unitRanking: 'group', project: 'project' };

/** Refuses a board whose page was taken down from the edition. @throws Problem taken-down. */
export function refuseTakenDown(
  { takenDown = [] }: Pick<PublicView, 'takenDown'>,
  board: string,
  options: Readonly<Record<string, unknown>>,
): void {
  const by = TOLD_APART_BY[board];
  const isGone = takenDown.some(
    (page) => page.kind === board && (by === undefined || page.options[by] === options[by]),
  );
  if (isGone) throw problem('taken-down');
}

export interface PublicViews {
  /**
   * What everybody is shown, at `asOf` or at the date that holds for it.
   * @throws Problem no-edition when editions are shown and none is on air; invalid for a date after the edition's.
   */
  readonly ofEverybody: (asOf?: IsoDate) => PublicView;
  /** What this request's sender is shown: the office sees live figures whatever the public does. */
  readonly of: (c: Context<AppEnv>, asOf?: IsoDate) => PublicView;
  /** The same for somebody whose role is known. */
  readonly ofRole: (role: Role, asOf?: IsoDate) => PublicView;
}

/** What stands in an edition only as long as it stands: pictures and sign-offs that were taken back are gone at once. */
const TAKEN_BACK = ['photos', 'boardSignoffs'] as const;

type Standing = Pick<Ledger['tables'], (typeof TAKEN_BACK)[number]>;

const standing = <T extends { readonly state: string }>(frozen: Table<T>, now: Table<T>): Table<T> =>
  new Map([...frozen].filter(([id, { state }]) => now.get(id)?.state === state));

interface Frozen {
  readonly position: number;
  readonly ledger: Ledger;
  /** The present tables that were looked at, and the revision at which that was. */
  readonly present: Standing;
  readonly since: number;
}

/** Public views of one running server. The ledger of the edition on air is kept: every phone asks for it. */
export function createPublicViews(parts: Parts): PublicViews {
  const kept: Frozen[] = [];
  const frozenAt = (position: number): Frozen => {
    const { tables: present, revision: since } = parts.changes.ledger();
    const [known] = kept;
    if (known?.position === position && TAKEN_BACK.every((name) => known.present[name] === present[name])) return known;
    const ledger = parts.changes.ledgerAt({ seq: position });
    const tables = {
      ...ledger.tables,
      photos: standing(ledger.tables.photos, present.photos),
      boardSignoffs: standing(ledger.tables.boardSignoffs, present.boardSignoffs),
    };
    const frozen = { position, ledger: { ...ledger, tables }, present, since };
    kept[0] = frozen;
    return frozen;
  };
  const ofEverybody = (asOf?: IsoDate): PublicView => {
    const ledger = parts.changes.ledger();
    if (!showsEditions(ledger)) return liveView(ledger, asOf);
    const edition = editionOnAir(ledger);
    if (edition?.position === undefined) throw problem('no-edition');
    if (asOf !== undefined && asOf > edition.asOf)
      throw invalid('asOf', 'after-edition', `the edition on air is as of ${edition.asOf}`);
    const frozen = frozenAt(edition.position);
    const before = asOf === undefined || asOf === edition.asOf ? editionBefore(frozen.ledger, edition) : null;
    return {
      ledger: frozen.ledger,
      asOf: asOf ?? edition.asOf,
      ...(before ? { baseline: before.asOf } : {}),
      edition: shownEdition(edition),
      takenDown: pagesTakenDown(frozen.ledger, edition),
      version: `edition.${edition.revision}.${frozen.since}`,
    };
  };
  const live = (asOf?: IsoDate): PublicView => liveView(parts.changes.ledger(), asOf);
  return {
    ofEverybody,
    of: (c, asOf) => (showsEditions(parts.changes.ledger()) && !isInOffice(parts, c) ? ofEverybody(asOf) : live(asOf)),
    ofRole: (role, asOf) => (isOffice(role) ? live(asOf) : ofEverybody(asOf)),
  };
}
