/** How every write of the API reaches the ledger: authorised, prepared, committed, followed up. */
import type { Change } from '../../core/ledger/change.ts';
import { registerNamed } from '../../core/registers/index.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { ChangeRequest, Committed, Refusal } from '../changes/changes.ts';
import type { Parts } from '../parts.ts';
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

const isOn = (change: Change, field: string): boolean => {
  const member = change.fields[field];
  return member !== undefined && 'to' in member && member.to === true;
};

/**
 * A revoked or deleted screen loses its browsers and links. (Accounts that are disabled or get a new password lose
 * their sessions by themselves: the accounts listen to the ledger.)
 */
const followUp = ({ pairing }: Parts, { changes }: Committed): void => {
  for (const change of changes) {
    const gone = change.kind === 'delete' || isOn(change, 'revoked');
    if (change.register === 'screens' && gone) pairing.revoke(change.record);
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
  for (const { register } of requests) {
    if (!registerNamed(register).write.includes(who.role))
      throw problem('forbidden', { detail: `you may not write ${register}` });
  }
  const prepared: ChangeRequest[] = [];
  for (const [index, request] of requests.entries()) {
    prepared.push(await preparedUser(parts, request, pathOf(index)));
  }
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
