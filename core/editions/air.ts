import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Role } from '../register/role.ts';
import type { Edition } from '../registers/index.ts';
import { ok } from '../result.ts';
import type { Instant } from '../time.ts';
import {
  refuse,
  refuseBlank,
  refuseContent,
  refuseRole,
  refuseState,
  updated,
  type Situation,
  type Step,
} from './step.ts';

/** Who puts what is signed on screens, and takes it down. */
export const AIR_ROLES: readonly Role[] = ['signer', 'operator', 'admin'];

/** Everything that putting an edition on air writes: what was on air before is superseded by the same set. */
export const onAirRequests = (ledger: Ledger, edition: Edition, now: Instant): readonly ChangeRequest[] => [
  ...[...ledger.tables.editions.values()]
    .filter(({ id, state }) => state === 'onAir' && id !== edition.id)
    .map((each) => updated(each, { state: 'superseded', endedAt: now })),
  updated(edition, { state: 'onAir', onAirAt: now }),
];

/** Puts a signed edition on air now. */
export function airEdition({ ledger, edition, who, now }: Situation, content: string | undefined): Step {
  const refused =
    refuseRole(who, AIR_ROLES) ?? refuseState(edition, ['signed', 'scheduled']) ?? refuseContent(edition, content);
  return refused ?? ok(onAirRequests(ledger, edition, now));
}

/** Sets the moment at which a signed edition goes on air by itself. */
export function scheduleEdition({ edition, who, now }: Situation, content: string | undefined, airAt: Instant): Step {
  const refused =
    refuseRole(who, AIR_ROLES) ?? refuseState(edition, ['signed', 'scheduled']) ?? refuseContent(edition, content);
  if (refused) return refused;
  if (airAt <= now) return refuse('invalid', 'must lie in the future', { path: 'airAt' });
  return ok([updated(edition, { state: 'scheduled', airAt })]);
}

/** The editions whose moment has come, in the order of their moments. */
export const editionsDue = (ledger: Ledger, now: Instant): readonly Edition[] =>
  [...ledger.tables.editions.values()]
    .filter(({ state, airAt }) => state === 'scheduled' && airAt !== undefined && airAt <= now)
    .sort((a, b) => (a.airAt ?? 0) - (b.airAt ?? 0) || a.number - b.number || a.correction - b.correction);

/** Takes an edition down for good, or gives one up that is not on air yet. */
export function withdrawEdition({ edition, who, now }: Situation, reason: string | undefined): Step {
  const refused =
    refuseRole(who, AIR_ROLES) ??
    refuseState(edition, ['collecting', 'frozen', 'inReview', 'signed', 'scheduled', 'onAir']) ??
    refuseBlank(reason, 'reason');
  return (
    refused ??
    ok([updated(edition, { state: 'withdrawn', reason, ...(edition.state === 'onAir' ? { endedAt: now } : {}) })])
  );
}

/** Takes one page of a signed edition down. */
export function hidePage(
  { edition, who }: Situation,
  page: string,
  reason: string | undefined,
  pages: ReadonlySet<string>,
): Step {
  const refused =
    refuseRole(who, AIR_ROLES) ??
    refuseState(edition, ['signed', 'scheduled', 'onAir']) ??
    refuseBlank(reason, 'reason') ??
    (pages.has(page) ? null : refuse('invalid', 'is no page of the edition', { path: 'page' }));
  if (refused) return refused;
  const hidden = edition.hiddenSlides ?? [];
  return ok(hidden.includes(page) ? [] : [updated(edition, { hiddenSlides: [...hidden, page] })]);
}

/** Shows a page of the edition again that was taken down: the signer answers for it. */
export function showPage({ edition, who }: Situation, page: string): Step {
  const refused = refuseRole(who, ['signer']) ?? refuseState(edition, ['signed', 'scheduled', 'onAir']);
  if (refused) return refused;
  const hidden = edition.hiddenSlides ?? [];
  if (!hidden.includes(page)) return refuse('invalid', 'is no page that was taken down', { path: 'page' });
  const left = hidden.filter((each) => each !== page);
  return ok([updated(edition, { hiddenSlides: left.length > 0 ? left : null })]);
}
