/** Sets of changes, written whole or not at all, and the log of all of them. */
import { isObject } from '../../core/result.ts';
import { instant } from '../../core/time.ts';
import type { Change, ChangeKind, FieldChange } from '../../core/ledger/change.ts';
import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { ApiProblem } from './problem.ts';
import { listOf, numberOf, objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

export type ChangeRequest =
  | { readonly kind: 'create'; readonly register: RegisterName; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly kind: 'update';
      readonly register: RegisterName;
      readonly record: string;
      readonly values: Readonly<Record<string, unknown>>;
      readonly ifRevision: number;
    }
  | {
      readonly kind: 'delete';
      readonly register: RegisterName;
      readonly record: string;
      readonly ifRevision: number;
    };

export interface ChangesQuery {
  readonly register?: RegisterName;
  readonly record?: string;
  /** Only changes that were written together. */
  readonly set?: number;
  readonly before?: number;
  readonly limit?: number;
}

const KINDS: readonly string[] = ['create', 'update', 'delete'] satisfies readonly ChangeKind[];

const isKind = (value: unknown): value is ChangeKind => typeof value === 'string' && KINDS.includes(value);

const fieldChangeOf = (value: unknown): FieldChange => {
  if (!isObject(value)) return {};
  return value['secret'] === true ? { secret: true } : { from: value['from'], to: value['to'] };
};

/** One change of the log, as the server tells it. */
export function changeOf(value: unknown): Change {
  const { seq, at, actor, set, kind, register, record, fields, reason, previousHash, hash } = objectOf(value, 'change');
  const who = objectOf(actor, 'actor');
  if (!isKind(kind) || typeof register !== 'string' || !isRegisterName(register)) {
    throw new ApiProblem(0, 'unexpected-answer', 'change');
  }
  return {
    seq: numberOf(seq, 'seq'),
    at: instant(numberOf(at, 'at')),
    actor: { id: textOf(who['id'], 'actor.id'), name: textOf(who['name'], 'actor.name') },
    set: numberOf(set, 'set'),
    kind,
    register,
    record: textOf(record, 'record'),
    fields: Object.fromEntries(
      Object.entries(isObject(fields) ? fields : {}).map(([name, each]) => [name, fieldChangeOf(each)]),
    ),
    ...(typeof reason === 'string' ? { reason } : {}),
    previousHash: typeof previousHash === 'string' ? previousHash : '',
    hash: typeof hash === 'string' ? hash : '',
  };
}

/** Why a set is written, and which doubts about it the person has seen and overrules. */
export interface WriteOptions {
  readonly reason?: string;
  readonly confirm?: readonly string[];
}

/**
 * Writes a set of changes, all or none; a problem names the change (`changes/3/asOf`) that was refused.
 * @returns the ids of the records, in the order of the changes.
 */
export async function postChanges(
  changes: readonly ChangeRequest[],
  { reason = '', confirm = [] }: WriteOptions = {},
): Promise<readonly string[]> {
  const body = { changes, ...(reason ? { reason } : {}), ...(confirm.length > 0 ? { confirm } : {}) };
  const answer = objectOf(await request('POST', '/api/changes', { body }), 'changes');
  return listOf(answer['records'], 'records', (each) => textOf(objectOf(each, 'record')['id'], 'id'));
}

/** Takes a set of changes back, as a new set with its own reason. */
export async function undoSet(set: number, reason: string): Promise<void> {
  await request('POST', `/api/changes/${set}/undo`, { body: { reason } });
}

/** The newest changes that fit, newest first. */
export async function listChanges(query: ChangesQuery): Promise<readonly Change[]> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value));
  const answer = objectOf(await request('GET', `/api/changes?${params}`), 'changes');
  return listOf(answer['changes'], 'changes', changeOf);
}
