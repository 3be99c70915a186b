/** Doubtful writes: refused until the person says that they are meant, and why. */
import type { Ledger } from '../../core/ledger/ledger.ts';
import { privateNumberIn } from '../../core/register/private-number.ts';
import { warningsOfSet } from '../../core/warnings/set-warnings.ts';
import type { ChangeRequest } from '../changes/changes.ts';
import { invalid, problem } from './problem.ts';
import type { PathOf } from './write-rights.ts';

export interface Confirmation {
  /** The codes of the warnings that the person has seen and means to overrule. */
  readonly confirm?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

/**
 * Keeps private numbers out of reasons: they stay in the log.
 * @throws Problem invalid.
 */
export function checkReason(reason = ''): void {
  if (privateNumberIn(reason) === null) return;
  throw invalid('reason', 'private-number', 'must not hold a telephone or identity number: reasons are logged');
}

/**
 * Lets a set pass when nothing about it is doubtful, or all doubts are confirmed with a reason.
 * @throws Problem needs-confirmation with the warnings; invalid when the reason is missing.
 */
export function checkConfirmed(
  ledger: Ledger,
  requests: readonly ChangeRequest[],
  { confirm = [], reason = '' }: Confirmation,
  pathOf: PathOf,
): void {
  const warnings = warningsOfSet(ledger, requests);
  if (warnings.length === 0) return;
  if (warnings.some(({ code }) => !confirm.includes(code))) {
    const shown = warnings.map(({ index, path, ...rest }) => ({ path: `${pathOf(index)}${path}`, ...rest }));
    throw problem('needs-confirmation', { members: { warnings: shown } });
  }
  if (reason.trim() === '') throw invalid('reason', 'required', 'say why the unlikely values are right');
}
