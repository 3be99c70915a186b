import { pageName, editionOnAir } from '../editions/edition.ts';
import { playlistsIn, type EditionPackage, type PackedPlaylist } from '../editions/package.ts';
import { settingsOf, type Ledger } from '../ledger/ledger.ts';
import { inLocale, type Label } from '../register/label.ts';
import type { Edition, Group } from '../registers/index.ts';
import { instant } from '../time.ts';
import { frameOf, windowsOf } from './frame.ts';
import type { Programme, ProgrammeSlide } from './programme.ts';

/** The package of an edition; null when it is not to be had, and then nothing of the edition is shown. */
export type PackageOf = (edition: Edition) => EditionPackage | null;

const BEING_UPDATED: Label = { zh: '数据更新中', en: 'Being updated' };

/** The id of the only slide of a programme that has nothing signed to show. */
export const SAFE_SLIDE = 'being-updated';

/** What a group shows that has nothing signed to show: whose screen it is, and no figure. */
function safeProgramme(ledger: Ledger, group: Group): Programme | null {
  const settings = settingsOf(ledger);
  if (!settings) return null;
  const { office, district, year, source, demo, asOf } = settings;
  const title = inLocale(BEING_UPDATED, group.locale);
  const data = { subtitle: office, district, office, year };
  const slides = { [SAFE_SLIDE]: { kind: 'cover', title, data, order: 0, seconds: 0 } } as const;
  return {
    ...frameOf(ledger, settings, group),
    anchor: group.changedAt,
    demo,
    issuer: office,
    source,
    asOf,
    figuresChangedAt: instant(0),
    slides,
    ...windowsOf(group, slides, () => undefined),
  };
}

/** The group's present playlist where the package has it, else the one that it had then, else the first. */
function playlistFor(content: EditionPackage, group: Group): (PackedPlaylist & { readonly id: string }) | undefined {
  const all = playlistsIn(content);
  const wanted = [group.playlist, content.groups[group.id]];
  return wanted.flatMap((id) => all.find((each) => each.id === id) ?? [])[0] ?? all[0];
}

const shownSlides = (
  { id, slides }: PackedPlaylist & { readonly id: string },
  hidden: readonly string[],
): Readonly<Record<string, ProgrammeSlide>> =>
  Object.fromEntries(Object.entries(slides).filter(([slide]) => !hidden.includes(pageName(id, slide))));

function ofEdition(ledger: Ledger, edition: Edition, content: EditionPackage, group: Group): Programme | null {
  const settings = settingsOf(ledger);
  const hidden = edition.hiddenSlides ?? [];
  const playlist = playlistFor(content, group);
  const slides = playlist ? shownSlides(playlist, hidden) : {};
  if (!settings || Object.keys(slides).length === 0) return null;
  const { demo, issuer, source, asOf, figuresChangedAt, publicAddress, edition: shown } = content;
  const address = publicAddress === undefined ? {} : { publicAddress };
  const windows = windowsOf(group, slides, (id) => {
    const other = playlistsIn(content).find((each) => each.id === id);
    return other && shownSlides(other, hidden);
  });
  const frame = { ...frameOf(ledger, settings, group), anchor: group.changedAt };
  return { ...frame, demo, issuer, source, asOf, figuresChangedAt, ...address, edition: shown, slides, ...windows };
}

/**
 * The programme of a group that shows editions: made of the package of the edition on air and of nothing else. Where
 * there is none on air, its package is not to be had, or all its pages are taken down, a page without figures. Null
 * only before the ledger has settings.
 */
export function editionProgramme(ledger: Ledger, group: Group, packageOf: PackageOf): Programme | null {
  const edition = editionOnAir(ledger);
  const content = edition && packageOf(edition);
  return (edition && content && ofEdition(ledger, edition, content, group)) ?? safeProgramme(ledger, group);
}
