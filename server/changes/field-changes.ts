import { canonicalJson } from '../../core/canonical.ts';
import type { FieldChange } from '../../core/ledger/change.ts';
import type { Values } from '../../core/register/check-record.ts';
import type { Register } from '../../core/register/declare.ts';

const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b));

/**
 * What became of each field, as the log keeps it; empty when nothing changed.
 * @param asked the members that the writer sent: a secret that was sent counts as changed even when it is the
 * same, because the log must not tell whether two secrets are equal.
 */
export function fieldChanges(
  register: Register,
  before: Values,
  after: Values,
  asked: Values,
): Readonly<Record<string, FieldChange>> {
  const changes: Record<string, FieldChange> = {};
  for (const [name, field] of Object.entries(register.fields)) {
    const from = before[name];
    const to = after[name];
    if (field.secret) {
      if (asked[name] !== undefined && (from !== undefined || to !== undefined)) changes[name] = { secret: true };
    } else if (!same(from, to)) {
      changes[name] = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    }
  }
  return changes;
}
