/** How every write of the API reaches the ledger: authorised, prepared, confirmed, committed, followed up. */
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { RecordHead } from '../../core/register/declare.ts';
import { isRegisterName, registerNamed } from '../../core/registers/index.ts';
import { mayRead } from '../../core/rights/reading.ts';
import { officeDate } from '../../core/office-time.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { ChangeRequest, Committed, Refusal } from '../changes/changes.ts';
import type { Parts } from '../parts.ts';
import { endsPairing } from '../screens/ends-pairing.ts';
import { checkConfirmed, checkReason, type Confirmation } from './confirmation.ts';
import { problem, type Problem } from './problem.ts';
import { checkToken } from './token-writes.ts';
import { keepAnAdmin, preparedUser } from './user-writes.ts';
import { authorised, checkRegisters, type PathOf } from './write-rights.ts';

export interface WriteOptions extends Confirmation {
  /** Where the caller's body holds each request; empty for a single record. */
  readonly pathOf?: PathOf;
  /** Fields that the server fills in by itself, whatever the caller may write. */
  readonly byServer?: readonly string[];
  /** The set brings back what was: states may go back, and nothing is doubted. */
  readonly restores?: boolean;
}

/** Of the records (`register/id`) that refer to one, those that the caller may know of. */
const readableReferrers = (who: Identity, ledger: Ledger, by: readonly string[]): readonly string[] =>
  by.filter((name) => {
    const [register = '', id = ''] = name.split('/');
    const record: RecordHead | undefined = isRegisterName(register) ? ledger.tables[register].get(id) : undefined;
    return record && isRegisterName(register) && mayRead(who, registerNamed(register), record, ledger);
  });

const refused = (refusal: Refusal, pathOf: PathOf, readable: (by: readonly string[]) => readonly string[]): Problem => {
  const at = pathOf(refusal.index);
  const whole = (message: string) => (at ? { errors: [{ path: at.slice(0, -1), code: refusal.code, message }] } : {});
  switch (refusal.code) {
    case 'not-found':
      return problem('not-found', whole('is not there'));
    case 'exists':
      return problem('exists', whole('is there already'));
    case 'stale':
      return problem('stale', { ...whole('has changed'), members: { revision: refusal.revision } });
    case 'in-use':
      return problem('in-use', { ...whole('is referred to'), members: { by: readable(refusal.by) } });
    default:
      return problem('invalid', {
        errors: refusal.errors.map(({ path, code, message }) => ({
          path: `${at}${path}`.replace(/\/$/, ''),
          code,
          message,
        })),
      });
  }
};

/**
 * A revoked or deleted screen loses its browsers and links. (Accounts that are disabled or get a new password lose
 * their sessions by themselves: the accounts listen to the ledger.)
 */
const followUp = ({ pairing }: Parts, { changes }: Committed): void => {
  for (const { record } of changes.filter(endsPairing)) pairing.revoke(record);
};

/**
 * Writes a set of changes for a person or an API token, all or nothing.
 * @throws Problem with the refusal.
 */
export async function write(
  parts: Parts,
  who: Identity,
  requests: readonly ChangeRequest[],
  { reason, confirm, restores, byServer = [], pathOf = () => '' }: WriteOptions = {},
): Promise<Committed> {
  checkRegisters(who, requests, pathOf);
  checkReason(reason);
  const prepared: ChangeRequest[] = [];
  for (const [index, request] of requests.entries()) {
    checkToken(request, pathOf(index), byServer.includes('tokenHash'), officeDate(parts.now()));
    prepared.push(await preparedUser(parts, request, pathOf(index)));
  }
  // Hashing passwords takes time, in which the writer may have been disabled or given another role.
  const writer = parts.accounts.renewed(who);
  if (!writer) throw problem('not-signed-in');
  const ledger = parts.changes.ledger();
  const admitted = authorised(parts, writer, prepared, { pathOf, byServer, restores });
  keepAnAdmin(ledger, admitted);
  if (!restores) checkConfirmed(ledger, admitted, { confirm, reason }, pathOf);
  const outcome = parts.changes.commit({ id: who.id, name: who.name }, admitted, reason);
  if (!outcome.ok) throw refused(outcome.problem, pathOf, (by) => readableReferrers(writer, ledger, by));
  followUp(parts, outcome.value);
  return outcome.value;
}

/** Writes one change; returns the id of its record. */
export async function writeOne(
  parts: Parts,
  who: Identity,
  request: ChangeRequest,
  options: WriteOptions = {},
): Promise<string> {
  const { records } = await write(parts, who, [request], options);
  const [id] = records;
  if (id === undefined) throw new Error('a commit named no record');
  return id;
}
