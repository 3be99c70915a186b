/** What the steps of an edition have in common: who takes them, on which content, and how they are refused. */
import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Role } from '../register/role.ts';
import type { Edition } from '../registers/index.ts';
import type { EditionState } from '../registers/editions.ts';
import { fail, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** The person at the desk. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Why a step is refused. */
export type StepCode =
  /** The role does not take this step. */
  | 'forbidden'
  /** No delegation of that person is in force. */
  | 'no-delegation'
  /** The person, or the one in whose place they act, has taken part already. */
  | 'same-person'
  /** The edition is not in a state that allows it. */
  | 'wrong-state'
  /** The content is another one than the person saw. */
  | 'changed'
  /** A value is missing or not usable; `path` says which. */
  | 'invalid'
  /** No playlist has a slide to show. */
  | 'empty'
  /** The frozen content is not to be had any more. */
  | 'content-lost'
  /** The figures contradict each other; `findings` says where. */
  | 'checks-failed'
  /** Doubts that nobody has acknowledged; `findings` says which. */
  | 'unacknowledged';

export interface StepProblem {
  readonly code: StepCode;
  /** English sentence for developers. */
  readonly message: string;
  /** The member of the step's values that is wrong. */
  readonly path?: string;
  /** Codes of the checks that stand in the way. */
  readonly findings?: readonly string[];
}

/** What a step writes, or why it may not be taken. */
export type Step = Result<readonly ChangeRequest[], StepProblem>;

/** A step's surroundings. */
export interface Situation {
  readonly ledger: Ledger;
  readonly edition: Edition;
  readonly who: Person;
  readonly now: Instant;
}

export const refuse = (code: StepCode, message: string, more: Partial<StepProblem> = {}) =>
  fail<StepProblem>({ code, message, ...more });

/** The refusal of a role that does not take the step; null for one that does. */
export const refuseRole = (who: Pick<Person, 'role'>, roles: readonly Role[]) =>
  roles.includes(who.role) ? null : refuse('forbidden', `is for ${roles.join(', ')}`);

/** The refusal of a state that the step does not start from; null for one that it does. */
export const refuseState = ({ state }: Edition, states: readonly EditionState[]) =>
  states.includes(state) ? null : refuse('wrong-state', `the edition is ${state}, not ${states.join(' or ')}`);

/** The refusal of another content than the edition has; null for the same. */
export const refuseContent = ({ content }: Edition, seen: string | undefined) =>
  content !== undefined && seen === content ? null : refuse('changed', 'the content is another one than you saw');

/** The refusal of a text that must be given; null for one that is. */
export const refuseBlank = (text: string | undefined, path: string) =>
  text !== undefined && text.trim() !== '' ? null : refuse('invalid', `${path} is required`, { path });

/** The update of an edition that nobody has changed since it was looked at. */
export const updated = ({ id, revision }: Edition, values: object): ChangeRequest => ({
  kind: 'update',
  register: 'editions',
  record: id,
  values,
  ifRevision: revision,
});
