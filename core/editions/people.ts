/** Who may review and sign: by role, in nobody's place or somebody's, and never twice (三审三校). */
import type { Ledger } from '../ledger/ledger.ts';
import { officeDate } from '../office-time.ts';
import type { Role } from '../register/role.ts';
import { ok, type Result } from '../result.ts';
import type { Delegation, Edition, User } from '../registers/index.ts';
import type { Instant } from '../time.ts';
import { passedReviews } from './edition.ts';
import { refuse, type Person, type Situation, type StepProblem } from './step.ts';

/** The roles of the reviews, from the first; the last one for all after it. */
const STAGE_ROLES: readonly (readonly Role[])[] = [
  ['editor', 'verifier', 'reviewer'],
  ['reviewer'],
  ['reviewer', 'signer'],
];

export const SIGNATURE_ROLES: readonly Role[] = ['signer'];

/** Who gives the review of a stage, which counts from 1. */
export const rolesOfStage = (stage: number): readonly Role[] =>
  STAGE_ROLES[Math.min(stage, STAGE_ROLES.length) - 1] ?? [];

/** Roles that take part in no review and no signature, not even in another's place: they make accounts and delegations. */
const NEVER: readonly Role[] = ['admin', 'reporter'];

/** Those who take part in a step: the person, and the one in whose place they act. */
export interface Acting {
  readonly who: Person;
  readonly principal: User | null;
}

const isInForce = ({ from, until }: Delegation, now: Instant): boolean => {
  const today = officeDate(now);
  return from <= today && today <= until;
};

/** The persons in whose place somebody may act today. */
export function principalsOf({ tables }: Ledger, who: Pick<Person, 'id'>, now: Instant): readonly User[] {
  const ids = [...tables.delegations.values()]
    .filter((each) => each.delegate === who.id && isInForce(each, now))
    .map(({ principal }) => principal);
  return [...new Set(ids)].flatMap((id) => tables.users.get(id) ?? []).filter(({ disabled }) => !disabled);
}

/**
 * Who acts, with the role that counts: the own one, or that of the person in whose place they act.
 * @param onBehalfOf the id of that person; a delegation must be in force on the office's day.
 */
export function actingFor(
  { ledger, who, now }: Pick<Situation, 'ledger' | 'who' | 'now'>,
  onBehalfOf: string | undefined,
  roles: readonly Role[],
): Result<Acting, StepProblem> {
  if (NEVER.includes(who.role)) return refuse('forbidden', `${who.role} neither reviews nor signs`);
  const principal =
    onBehalfOf === undefined ? null : principalsOf(ledger, who, now).find(({ id }) => id === onBehalfOf);
  if (principal === undefined) return refuse('no-delegation', 'no delegation of that person to you is in force');
  const role = principal?.role ?? who.role;
  return roles.includes(role) ? ok({ who, principal }) : refuse('forbidden', `is for ${roles.join(', ')}`);
}

/** The ids of those who took part in the reviews that count, in their own place or in another's. */
const takenPart = (ledger: Ledger, edition: Edition): readonly string[] =>
  passedReviews(ledger, edition).flatMap(({ by, onBehalfOf }) => (onBehalfOf === undefined ? [by] : [by, onBehalfOf]));

/**
 * The refusal of somebody who has taken part already; null for others. Who froze the edition may give the first review,
 * the drafter's own reading, and no other.
 * @param stage from 1; `signature` for the last word.
 */
export function refuseTwice(
  { ledger, edition }: Pick<Situation, 'ledger' | 'edition'>,
  { who, principal }: Acting,
  stage: number | 'signature',
) {
  const before = new Set(takenPart(ledger, edition));
  if (stage !== 1 && edition.frozenBy !== undefined) before.add(edition.frozenBy);
  const again = [who, principal].find((each) => each && before.has(each.id));
  return again ? refuse('same-person', `${again.id} has taken part already`) : null;
}

/** What a record notes of somebody in whose place another acted. */
export const namesOf = ({ who, principal }: Acting) => ({
  by: who.id,
  byName: who.name,
  ...(principal ? { onBehalfOf: principal.id, onBehalfOfName: principal.displayName } : {}),
});
