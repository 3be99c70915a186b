import { randomBytes } from 'node:crypto';
import type { ChangeKind, FieldChange } from '../../core/ledger/change.ts';
import { checkRecord, checkRestored, checkStep, overlay, type Values } from '../../core/register/check-record.ts';
import type { RecordProblem } from '../../core/register/declare.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { fail, isObject, ok, type Result } from '../../core/result.ts';
import type { ChangeRequest, Refusal } from './changes.ts';
import type { Draft, DraftRecord } from './draft.ts';
import { fieldChanges } from './field-changes.ts';

/** A change that has passed every check and waits to be written. */
export interface PlannedChange {
  readonly seq: number;
  readonly kind: ChangeKind;
  readonly register: RegisterName;
  readonly record: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
  /** The whole record afterwards, secrets included; empty when it is deleted. */
  readonly values: Values;
}

export interface PlannedSet {
  readonly changes: readonly PlannedChange[];
  readonly records: readonly string[];
}

type WithoutIndex<T> = T extends unknown ? Omit<T, 'index'> : never;
type Why = WithoutIndex<Refusal>;
/** A change, or null when the request changes nothing. */
type Planned = Result<{ readonly record: string; readonly change: PlannedChange | null }, Why>;

type Request<K extends ChangeKind> = Extract<ChangeRequest, { kind: K }>;

/** Boards are objects keyed by id, and there `__proto__` would be no key. */
const USABLE_ID = /^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/;

/** 72 random bits: short enough for an address, and never twice. */
const newId = (): string => randomBytes(9).toString('base64url');

const invalid = (path: string, code: RecordProblem['code'], message: string): Planned =>
  fail({ code: 'invalid', errors: [{ path, code, message }] });

function planCreate(draft: Draft, request: Request<'create'>, seq: number): Planned {
  const register = registerNamed(request.register);
  const record = register.single ? register.name : (request.record ?? newId());
  if (!USABLE_ID.test(record))
    return invalid('id', 'bad-format', 'must be 1 to 64 letters, digits, - or _, and not __proto__');
  if (draft.get(request.register, record)) return fail({ code: 'exists' });
  const checked = checkRecord(register, request.values, draft.surroundings(record));
  if (!checked.ok) return fail({ code: 'invalid', errors: checked.problem });
  const values = checked.value;
  const fields = fieldChanges(register, {}, values, values);
  draft.put(request.register, record, { revision: seq, values });
  return ok({ record, change: { seq, kind: 'create', register: request.register, record, fields, values } });
}

/** Members set to undefined count as absent: only null clears. */
const present = (update: Values): Values =>
  Object.fromEntries(Object.entries(update).filter(([, value]) => value !== undefined));

/** The record that a request is about, if it is still the one that the writer saw. */
function recordMeant(draft: Draft, request: Request<'update' | 'delete'>): Result<DraftRecord, Why> {
  const { register, record, ifRevision } = request;
  const before = draft.get(register, record);
  if (!before) return fail({ code: 'not-found' });
  const isStale = ifRevision !== undefined && ifRevision !== before.revision;
  return isStale ? fail({ code: 'stale', revision: before.revision }) : ok(before);
}

function planUpdate(draft: Draft, request: Request<'update'>, seq: number): Planned {
  const { record } = request;
  const register = registerNamed(request.register);
  const found = recordMeant(draft, request);
  if (!found.ok) return found;
  const before = found.value;
  if (!isObject(request.values)) return invalid('', 'wrong-type', 'must be an object');
  const asked = present(request.values);
  const checked = checkRecord(register, overlay(before.values, asked), draft.surroundings(record));
  if (!checked.ok) return fail({ code: 'invalid', errors: checked.problem });
  const values = checked.value;
  const missteps = (request.restores ? checkRestored : checkStep)(register, before.values, values);
  if (missteps.length > 0) return fail({ code: 'invalid', errors: missteps });
  const fields = fieldChanges(register, before.values, values, asked);
  if (Object.keys(fields).length === 0) return ok({ record, change: null });
  draft.put(request.register, record, { revision: seq, values });
  return ok({ record, change: { seq, kind: 'update', register: request.register, record, fields, values } });
}

function planDelete(draft: Draft, request: Request<'delete'>, seq: number): Planned {
  const { record } = request;
  const register = registerNamed(request.register);
  const found = recordMeant(draft, request);
  if (!found.ok) return found;
  const before = found.value;
  if (register.single) return invalid('', 'required', 'the only record of its register cannot be deleted');
  if (register.lasting?.(before.values)) return invalid('', 'frozen', 'was approved or signed: it stays on record');
  const by = draft.referrers(request.register, record);
  if (by.length > 0) return fail({ code: 'in-use', by });
  const fields = fieldChanges(register, before.values, {}, before.values);
  draft.put(request.register, record, undefined);
  return ok({ record, change: { seq, kind: 'delete', register: request.register, record, fields, values: {} } });
}

function planOne(draft: Draft, request: ChangeRequest, seq: number): Planned {
  if (request.kind === 'create') return planCreate(draft, request, seq);
  return request.kind === 'update' ? planUpdate(draft, request, seq) : planDelete(draft, request, seq);
}

/** Checks a set, each request against the ledger as the earlier ones would leave it. The draft follows. */
export function planSet(
  draft: Draft,
  requests: readonly ChangeRequest[],
  firstSeq: number,
): Result<PlannedSet, Refusal> {
  const changes: PlannedChange[] = [];
  const records: string[] = [];
  for (const [index, request] of requests.entries()) {
    const planned = planOne(draft, request, firstSeq + changes.length);
    if (!planned.ok) return fail({ index, ...planned.problem });
    records.push(planned.value.record);
    if (planned.value.change) changes.push(planned.value.change);
  }
  return ok({ changes, records });
}
