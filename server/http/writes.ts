/** How every write of the API reaches the ledger: authorised, prepared, committed, followed up. */
import type { Role } from '../../core/register/role.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { ChangeRequest, Committed, Refusal } from '../changes/changes.ts';
import type { Parts } from '../parts.ts';
import { endsPairing } from '../screens/ends-pairing.ts';
import { problem, type Problem } from './problem.ts';
import { keepAnAdmin, preparedUser } from './user-writes.ts';

/** Where in the caller's body a request of the set stands; goes before the names of wrong members. */
type PathOf = (index: number) => string;

const refused = (refusal: Refusal, pathOf: PathOf): Problem => {
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
      return problem('in-use', { ...whole('is referred to'), members: { by: refusal.by } });
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

const checkMayWrite = (role: Role, requests: readonly ChangeRequest[]): void => {
  for (const { register } of requests) {
    if (!registerNamed(register).write.includes(role))
      throw problem('forbidden', { detail: `you may not write ${register}` });
  }
};

/**
 * Writes a set of changes for a person, all or nothing.
 * @param pathOf where the caller's body holds each request; empty for a single record.
 * @throws Problem with the refusal.
 */
export async function write(
  parts: Parts,
  who: Identity,
  requests: readonly ChangeRequest[],
  { reason, pathOf = () => '' }: { readonly reason?: string | undefined; readonly pathOf?: PathOf } = {},
): Promise<Committed> {
  checkMayWrite(who.role, requests);
  const prepared: ChangeRequest[] = [];
  for (const [index, request] of requests.entries()) {
    prepared.push(await preparedUser(parts, request, pathOf(index)));
  }
  // Hashing passwords takes time, in which the writer may have been disabled or given another role.
  const writer = parts.changes.ledger().tables.users.get(who.id);
  if (!writer || writer.disabled) throw problem('not-signed-in');
  checkMayWrite(writer.role, prepared);
  keepAnAdmin(parts.changes.ledger(), prepared);
  const outcome = parts.changes.commit({ id: who.id, name: who.name }, prepared, reason);
  if (!outcome.ok) throw refused(outcome.problem, pathOf);
  followUp(parts, outcome.value);
  return outcome.value;
}

/** Writes one change; returns the id of its record. */
export async function writeOne(parts: Parts, who: Identity, request: ChangeRequest): Promise<string> {
  const { records } = await write(parts, who, [request]);
  const [id] = records;
  if (id === undefined) throw new Error('a commit named no record');
  return id;
}
