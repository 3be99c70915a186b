/** What writing an API token means besides the record. */
import { isRegisterName } from '../../core/registers/index.ts';
import { addDays } from '../../core/calendar/workdays.ts';
import type { IsoDate } from '../../core/time.ts';
import { isObject } from '../../core/result.ts';
import type { ChangeRequest } from '../changes/changes.ts';
import { invalid, problem } from './problem.ts';

/** A token that nobody thinks of any more should end by itself. */
const MOST_DAYS = 366;

/**
 * Refuses what makes no usable token: one whose secret comes from outside, for a reporter (a token has no unit), for
 * registers that there are not, that is over already or lasts more than a year. `at` goes before the names of wrong members.
 * @param made the server itself has made the token's secret.
 * @throws Problem forbidden or invalid.
 */
export function checkToken(request: ChangeRequest, at: string, made: boolean, today: IsoDate): void {
  if (request.register !== 'tokens' || request.kind === 'delete' || !isObject(request.values)) return;
  const { role, registers, tokenHash, expiresOn } = request.values;
  if (!made && tokenHash !== undefined) {
    throw invalid(`${at}tokenHash`, 'unknown-field', 'is not a field of this register');
  }
  if (!made && request.kind === 'create') throw problem('forbidden', { detail: 'POST /api/tokens makes tokens' });
  if (role === 'reporter') throw invalid(`${at}role`, 'not-a-choice', 'a token reports for no unit');
  if (typeof expiresOn === 'string' && expiresOn < today) {
    throw invalid(`${at}expiresOn`, 'too-small', 'is over already');
  }
  if (typeof expiresOn === 'string' && expiresOn > addDays(today, MOST_DAYS)) {
    throw invalid(`${at}expiresOn`, 'too-large', `is more than ${MOST_DAYS} days ahead`);
  }
  const unknown = Array.isArray(registers) && registers.some((name) => !isRegisterName(String(name)));
  if (unknown) throw invalid(`${at}registers`, 'unknown-reference', 'names no register');
}
