/** How the steps of editions are refused and answered over HTTP. */
import type { Context } from 'hono';
import type { Person, StepCode, StepProblem } from '../../core/editions/step.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { Refusal } from '../changes/changes.ts';
import type { StepOutcome, StepRefusal } from '../editions/editions.ts';
import type { Parts } from '../parts.ts';
import type { AppEnv } from './env.ts';
import { clientAddress } from './peer.ts';
import { invalid, problem, type Problem, type ProblemCode } from './problem.ts';

export const personOf = ({ id, name, role }: Identity): Person => ({ id, name, role });

const CODES: Readonly<Record<Exclude<StepCode, 'invalid'>, ProblemCode>> = {
  forbidden: 'forbidden',
  'no-delegation': 'no-delegation',
  'same-person': 'same-person',
  'wrong-state': 'wrong-state',
  changed: 'changed',
  empty: 'nothing-to-show',
  'content-lost': 'content-lost',
  'checks-failed': 'checks-failed',
  unacknowledged: 'unacknowledged',
};

const refusedStep = ({ code, message, path = '', findings }: StepProblem): Problem =>
  code === 'invalid'
    ? invalid(path, 'required', message)
    : problem(CODES[code], { detail: message, ...(findings ? { members: { findings } } : {}) });

const notWritten = (refusal: Refusal): Problem => {
  if (refusal.code === 'invalid') return problem('invalid', { errors: refusal.errors });
  return problem(refusal.code, refusal.code === 'stale' ? { members: { revision: refusal.revision } } : {});
};

const problemOf = (refusal: StepRefusal): Problem => {
  if (refusal.code === 'not-found') return problem('not-found');
  return refusal.code === 'refused' ? refusedStep(refusal.problem) : notWritten(refusal.refusal);
};

/** Refusals that somebody who looks after the office wants to know of: no change tells of them. */
const NOTED: readonly StepCode[] = ['forbidden', 'no-delegation', 'same-person', 'changed', 'checks-failed'];

/**
 * The ids of the records that a step wrote, in its order.
 * @throws Problem with the refusal, after it was noted.
 */
export function written(
  { events, config }: Pick<Parts, 'events' | 'config'>,
  { c, caller, step, edition }: { c: Context<AppEnv>; caller: Identity; step: string; edition: string },
  outcome: StepOutcome,
): readonly string[] {
  if (outcome.ok) return outcome.value.records;
  const refusal = outcome.problem;
  if (refusal.code === 'refused' && NOTED.includes(refusal.problem.code)) {
    events.note({
      actor: { id: caller.id, name: caller.name },
      kind: 'edition-refused',
      subject: `editions/${edition}`,
      detail: { step, code: refusal.problem.code },
      address: clientAddress(c, config),
    });
  }
  throw problemOf(refusal);
}
