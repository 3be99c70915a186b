import type { Actor, Change } from '../../core/ledger/change.ts';
import type { ChangeRequest } from '../../core/ledger/change-request.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { RecordProblem } from '../../core/register/declare.ts';
import type { Instant } from '../../core/time.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import type { Result } from '../../core/result.ts';

export type { ChangeRequest };

/** Why a set of changes was refused as a whole; nothing was written. */
export type Refusal = { /** Which request of the set, from 0. */ readonly index: number } & (
  | { readonly code: 'not-found' }
  | { readonly code: 'exists' }
  | { readonly code: 'stale'; readonly revision: number }
  | { readonly code: 'in-use'; readonly by: readonly string[] }
  | { readonly code: 'invalid'; readonly errors: readonly RecordProblem[] }
);

/** An accepted set: durable, folded into the ledger, about to be announced. */
export interface Committed {
  /** Empty when the requests changed nothing. */
  readonly changes: readonly Change[];
  /** The ids of the records that the requests touched, in their order. */
  readonly records: readonly string[];
  readonly before: Ledger;
  readonly ledger: Ledger;
}

export interface HistoryQuery {
  readonly register?: RegisterName;
  readonly record?: string;
  /** Only changes that were accepted together under this set number. */
  readonly set?: number;
  /** Only changes before this seq. */
  readonly before?: number;
  /** At most this many, newest first. */
  readonly limit: number;
}

/** The one write path. A set is accepted or refused whole, in one transaction with its log entries. */
export interface Changes {
  readonly ledger: () => Ledger;
  /**
   * The ledger as it was known after a change, or at a moment: the fold of the log up to there.
   * @param until a seq, or an instant whose changes are included.
   */
  readonly ledgerAt: (until: { readonly seq: number } | { readonly at: Instant }) => Ledger;
  /** The changes that were accepted together under one set number, in order; none for an unknown one. */
  readonly setOf: (set: number) => readonly Change[];
  /** Changes whenever history is replaced (a restored backup, a lost database). */
  readonly epoch: string;
  /**
   * Checks, writes and announces a set of changes.
   * @throws StorageError when the disk refuses (full, failing); nothing is then written or announced.
   */
  readonly commit: (actor: Actor, requests: readonly ChangeRequest[], reason?: string) => Result<Committed, Refusal>;
  readonly history: (query: HistoryQuery) => readonly Change[];
  /**
   * Every change of a record and of all records that ever named it, oldest first. Reads the whole log: for the rare
   * questions of accountability.
   */
  readonly about: (register: RegisterName, record: string) => readonly Change[];
  /** The value of a secret field, from the row; null when unset or unknown. */
  readonly secret: (register: RegisterName, record: string, field: string) => string | null;
  /** Calls back after every accepted set that changed something; returns how to stop. */
  readonly onCommit: (listener: (committed: Committed) => void) => () => void;
}
