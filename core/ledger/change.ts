import { canonicalJson } from '../canonical.ts';
import type { Instant } from '../time.ts';
import type { RegisterName } from '../registers/index.ts';

/** Who made a change. */
export interface Actor {
  /** The account's id; `system` for what the product does by itself. */
  readonly id: string;
  readonly name: string;
}

/** What one change did to one field. Secret values are never here, only that they changed. */
export type FieldChange = { readonly from?: unknown; readonly to?: unknown } | { readonly secret: true };

export type ChangeKind = 'create' | 'update' | 'delete';

/** One accepted write, as the log keeps it. */
export interface Change {
  /** Position in the log, from 1, without gaps. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
  /** The seq of the first change of the set that was accepted together. */
  readonly set: number;
  readonly kind: ChangeKind;
  readonly register: RegisterName;
  readonly record: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly reason?: string;
  /** SHA-256 of the change before this one, in hexadecimal; 64 zeros for the first. */
  readonly previousHash: string;
  /** SHA-256 of `changeText`, in hexadecimal. */
  readonly hash: string;
}

export const FIRST_HASH = '0'.repeat(64);

/** What a change's hash covers: everything but the hash. */
export function changeText(change: Omit<Change, 'hash'>): string {
  const { seq, at, actor, set, kind, register, record, fields, reason, previousHash } = change;
  return canonicalJson({ seq, at, actor, set, kind, register, record, fields, reason, previousHash });
}
