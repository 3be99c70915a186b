import { canonicalJson } from '../canonical.ts';
import { fail, ok, type Result } from '../result.ts';
import type { RegisterName } from '../registers/index.ts';
import type { ChangeRequest } from './change-request.ts';
import type { Change, FieldChange } from './change.ts';
import { recordIn, type Ledger } from './ledger.ts';

/** Why a change can't be taken back: somebody built on it since, or it only touched what the log does not keep. */
export interface UndoConflict {
  readonly seq: number;
  readonly register: RegisterName;
  readonly record: string;
  readonly code: 'changed-since' | 'secret';
  /** The fields that stand in the way. */
  readonly fields: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

const fromOf = (field: FieldChange): unknown => ('secret' in field ? undefined : field.from);
const toOf = (field: FieldChange): unknown => ('secret' in field ? undefined : field.to);

type Known = Readonly<Record<string, unknown>>;

/** The record as the steps so far leave it; its revision is known until the first step touches it. */
type Working = Map<string, Known | undefined>;

const before = (fields: Change['fields']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => !('secret' in field))
      .map(([name, field]) => [name, fromOf(field) ?? null]),
  );

const differing = (change: Change, record: Known | undefined): readonly string[] =>
  Object.entries(change.fields)
    .filter(([name, field]) => !('secret' in field) && !same(record?.[name], toOf(field)))
    .map(([name]) => name);

const secretsOf = (change: Change): readonly string[] =>
  Object.entries(change.fields)
    .filter(([, field]) => 'secret' in field)
    .map(([name]) => name);

/** The write that takes one change back; null when it only touched secrets, which stay as they are. */
function stepBack(change: Change, working: Working): Result<ChangeRequest | null, UndoConflict> {
  const { seq, register, record, kind, fields } = change;
  const key = `${register}/${record}`;
  const now = working.get(key);
  const conflict = (code: UndoConflict['code'], names: readonly string[]): Result<never, UndoConflict> =>
    fail({ seq, register, record, code, fields: names });
  if (kind === 'delete') {
    if (now) return conflict('changed-since', []);
    const values = before(fields);
    working.set(key, values);
    return ok({ kind: 'create', register, record, values });
  }
  const moved = now ? differing(change, now) : Object.keys(fields);
  if (!now || moved.length > 0) return conflict('changed-since', moved);
  const guard = typeof now['revision'] === 'number' ? { ifRevision: now['revision'] } : {};
  if (kind === 'create') {
    working.set(key, undefined);
    return ok({ kind: 'delete', register, record, ...guard });
  }
  const values = before(fields);
  if (Object.keys(values).length === 0) return ok(null);
  working.set(key, { ...now, ...values, revision: undefined });
  return ok({ kind: 'update', register, record, values, ...guard, restores: true });
}

const onlySecret = (change: Change): UndoConflict => ({
  seq: change.seq,
  register: change.register,
  record: change.record,
  code: 'secret',
  fields: secretsOf(change),
});

/**
 * The writes that take changes back, newest first; refused when a later change stands in the way. What the changes
 * did to secret values stays, because the log does not keep what they were; a set that did nothing else is refused.
 * @param changes in the order of the log.
 */
export function undoOf(
  ledger: Ledger,
  changes: readonly Change[],
): Result<readonly ChangeRequest[], readonly UndoConflict[]> {
  const working: Working = new Map();
  for (const { register, record } of changes) {
    const known = recordIn(ledger, register, record);
    working.set(`${register}/${record}`, known && { ...known });
  }
  const steps: ChangeRequest[] = [];
  const conflicts: UndoConflict[] = [];
  for (const change of [...changes].reverse()) {
    const step = stepBack(change, working);
    if (!step.ok) conflicts.push(step.problem);
    else if (step.value) steps.push(step.value);
  }
  if (steps.length === 0 && conflicts.length === 0) conflicts.push(...changes.map(onlySecret));
  return conflicts.length > 0 ? fail(conflicts) : ok(steps);
}
