/**
 * What may be on screens, said a second time and in another way than the product does: facts about people and
 * contents, kept while a test goes on, and no state machine of the product.
 */
import type { Role } from '../../core/register/role.ts';

export interface Actor {
  readonly id: string;
  readonly role: Role;
  /** The person in whose place, with their role; absent where there is no delegation today. */
  readonly principal?: { readonly id: string; readonly role: Role } | 'none';
}

interface Passed {
  readonly persons: readonly string[];
  readonly rights: Role;
}

/** What each playlist would have shown live at the freeze, by playlist and slide. */
export type Slides = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface OracleEdition {
  readonly id: string;
  readonly number: number;
  readonly correction: number;
  /** Where it stands, in the oracle's own words. */
  phase: 'open' | 'frozen' | 'signed' | 'timed' | 'air' | 'past' | 'gone';
  everAired: boolean;
  stages: number;
  hash: string;
  slides: Slides;
  groups: Readonly<Record<string, string>>;
  /** Playlists by name, as they were. */
  order: readonly string[];
  freezer: string;
  passes: Passed[];
  signature: Passed | null;
  airAt: number;
  readonly hidden: Set<string>;
}

const FIRST: readonly Role[] = ['editor', 'verifier', 'reviewer'];
const THIRD: readonly Role[] = ['reviewer', 'signer'];

const readsStage = (stage: number, role: Role): boolean =>
  stage === 1 ? FIRST.includes(role) : stage === 2 ? role === 'reviewer' : THIRD.includes(role);

const drafts = (role: Role): boolean => role === 'admin' || role === 'editor';
const airs = (role: Role): boolean => role === 'admin' || role === 'operator' || role === 'signer';

const personsOf = ({ id, principal }: Actor): readonly string[] =>
  principal === undefined || principal === 'none' ? [id] : [id, principal.id];

/** The role that counts for a review or signature; null where there is none. */
const rightsOf = ({ role, principal }: Actor): Role | null => {
  if (role === 'admin' || principal === 'none') return null;
  return principal?.role ?? role;
};

const isFresh = (edition: OracleEdition, actor: Actor, first: boolean): boolean => {
  const before = [...edition.passes.flatMap(({ persons }) => persons), ...(first ? [] : [edition.freezer])];
  return !personsOf(actor).some((person) => before.includes(person));
};

/** May each step be taken? */
export const may = {
  draft: drafts,
  freeze: (edition: OracleEdition, { role }: Actor): boolean => edition.phase === 'open' && drafts(role),
  reopen: (edition: OracleEdition, { role }: Actor): boolean =>
    edition.phase === 'frozen'
      ? drafts(role)
      : ['signed', 'timed'].includes(edition.phase) && (role === 'admin' || role === 'signer'),
  review: (edition: OracleEdition, actor: Actor, seen: string): boolean => {
    const stage = edition.passes.length + 1;
    const rights = rightsOf(actor);
    if (edition.phase !== 'frozen' || stage > edition.stages || !rights || !readsStage(stage, rights)) return false;
    return seen === edition.hash && isFresh(edition, actor, stage === 1);
  },
  sign: (edition: OracleEdition, actor: Actor, seen: string): boolean =>
    edition.phase === 'frozen' &&
    edition.passes.length === edition.stages &&
    rightsOf(actor) === 'signer' &&
    seen === edition.hash &&
    isFresh(edition, actor, false),
  air: (edition: OracleEdition, { role }: Actor, seen: string): boolean =>
    ['signed', 'timed'].includes(edition.phase) && airs(role) && seen === edition.hash,
  withdraw: (edition: OracleEdition, { role }: Actor): boolean =>
    !['past', 'gone'].includes(edition.phase) && airs(role),
  hide: (edition: OracleEdition, { role }: Actor, page: string): boolean =>
    ['signed', 'timed', 'air'].includes(edition.phase) && airs(role) && pagesOf(edition).includes(page),
  show: (edition: OracleEdition, { role }: Actor, page: string): boolean =>
    ['signed', 'timed', 'air'].includes(edition.phase) && role === 'signer' && edition.hidden.has(page),
  correct: (all: readonly OracleEdition[], edition: OracleEdition, { role }: Actor): boolean =>
    drafts(role) &&
    edition.everAired &&
    !all.some((each) => each.number === edition.number && ['open', 'frozen', 'signed', 'timed'].includes(each.phase)),
};

export const pagesOf = ({ slides }: OracleEdition): readonly string[] =>
  Object.entries(slides).flatMap(([playlist, pages]) => Object.keys(pages).map((slide) => `${playlist}/${slide}`));

/** A new edition. */
export const blank = (id: string, number: number, correction: number): OracleEdition => ({
  id,
  number,
  correction,
  phase: 'open',
  everAired: false,
  stages: 0,
  hash: '',
  slides: {},
  groups: {},
  order: [],
  freezer: '',
  passes: [],
  signature: null,
  airAt: 0,
  hidden: new Set(),
});

/** A pass or signature by somebody who may give it. */
export const passBy = (actor: Actor): Passed => ({ persons: personsOf(actor), rights: rightsOf(actor) ?? 'auditor' });

export function forget(edition: OracleEdition): void {
  edition.phase = 'open';
  edition.passes = [];
  edition.signature = null;
  edition.hash = '';
  edition.hidden.clear();
}

/** Everything that must be true of what is on air, whichever way it came there. */
export function approvalFaults({ passes, stages, signature, freezer }: OracleEdition): readonly string[] {
  const faults: string[] = [];
  if (passes.length !== stages) faults.push('not every stage was passed');
  passes.forEach(({ rights }, index) => {
    if (!readsStage(index + 1, rights)) faults.push(`stage ${index + 1} was passed by ${rights}`);
  });
  if (signature?.rights !== 'signer') faults.push('not signed by a signer');
  const signers = signature?.persons ?? [];
  const all = [...passes.map(({ persons }) => persons), signers];
  all.forEach((persons, index) => {
    const others = all.slice(index + 1).flat();
    if (persons.some((person) => others.includes(person))) faults.push('two steps by one person');
  });
  const later = [...passes.slice(1).flatMap(({ persons }) => persons), ...signers];
  if (later.includes(freezer)) faults.push('who froze it took part after the first reading');
  return faults;
}

/** What a group's screens must show, or null for the safe page. */
export function expectedSlides(
  editions: readonly OracleEdition[],
  group: string,
  playlist: string,
): Readonly<Record<string, unknown>> | null {
  const onAir = editions.filter(({ phase }) => phase === 'air');
  if (onAir.length > 1) throw new Error('two editions on air');
  const [edition] = onAir;
  if (!edition) return null;
  const before = edition.groups[group] ?? '';
  const chosen = [playlist, before, edition.order[0] ?? ''].find((each) => Object.hasOwn(edition.slides, each)) ?? '';
  const shown = Object.entries(edition.slides[chosen] ?? {}).filter(
    ([slide]) => !edition.hidden.has(`${chosen}/${slide}`),
  );
  return shown.length > 0 ? Object.fromEntries(shown) : null;
}
