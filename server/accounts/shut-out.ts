/** Which changes of accounts end their sessions. */
import type { Change } from '../../core/ledger/change.ts';
import type { Changes, Committed } from '../changes/changes.ts';
import type { Events } from '../events/events.ts';
import type { Sessions } from './sessions.ts';

/** A new password, disabling, enabling again and removal all end what was open before. */
const endsSessions = ({ register, kind, fields }: Change): boolean =>
  register === 'users' && kind !== 'create' && (kind === 'delete' || 'passwordHash' in fields || 'disabled' in fields);

function shutOut({ actor, record, kind, fields }: Change, sessions: Sessions, events: Events): void {
  const ended = sessions.closeAllOf(record);
  if (kind !== 'delete' && 'passwordHash' in fields) events.note({ actor, kind: 'password-changed', subject: record });
  if (ended > 0) events.note({ actor, kind: 'session-ended', subject: record, detail: { sessions: ended } });
}

/** Every change of an account; there are few. */
const MOST_CHANGES = 1_000_000;

/**
 * Ends sessions as accounts change from now on; and at once those that a crash, between a change and the end of the
 * sessions before it, may have left open.
 */
export function endSessionsWithAccounts(changes: Changes, sessions: Sessions, events: Events): void {
  const past = sessions.isEmpty() ? [] : changes.history({ register: 'users', limit: MOST_CHANGES });
  for (const { record, at } of past.filter(endsSessions)) sessions.closeOlder(record, at);
  changes.onCommit(({ changes: accepted }: Committed) => {
    for (const change of accepted.filter(endsSessions)) shutOut(change, sessions, events);
  });
}
