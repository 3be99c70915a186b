/** The imports that were confirmed, as the log tells of them: also those that were taken back. */
import type { Change } from '../../core/ledger/change.ts';
import type { Instant } from '../../core/time.ts';
import { actorText } from '../common/change-words.ts';

export interface PastImport {
  readonly id: string;
  readonly fileName: string;
  readonly at: Instant;
  readonly by: string;
  /** The set of changes that it wrote. */
  readonly set: number;
  readonly asOf: string | null;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly reason: string | null;
  readonly undone: { readonly at: Instant; readonly by: string; readonly reason: string | null } | null;
}

const toOf = (change: Change, field: string): unknown => {
  const each = change.fields[field];
  return each && !('secret' in each) ? each.to : undefined;
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function pastImport(made: Change, undone: Change | undefined): PastImport {
  const fileName = toOf(made, 'fileName');
  const asOf = toOf(made, 'asOf');
  return {
    id: made.record,
    fileName: typeof fileName === 'string' ? fileName : made.record,
    at: made.at,
    by: actorText(made.actor),
    set: made.set,
    asOf: typeof asOf === 'string' ? asOf : null,
    rows: numberOf(toOf(made, 'rows')),
    created: numberOf(toOf(made, 'created')),
    updated: numberOf(toOf(made, 'updated')),
    reason: made.reason ?? null,
    undone: undone ? { at: undone.at, by: actorText(undone.actor), reason: undone.reason ?? null } : null,
  };
}

/** From changes of the register `imports`, newest first. */
export const pastImports = (changes: readonly Change[]): readonly PastImport[] =>
  changes
    .filter(({ kind }) => kind === 'create')
    .map((made) =>
      pastImport(
        made,
        changes.find(({ kind, record, seq }) => kind === 'delete' && record === made.record && seq > made.seq),
      ),
    );
