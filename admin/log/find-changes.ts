/** The log by set, register, person and day. The server filters by set and register; the rest is looked for page by page. */
import { foldedText } from '../../core/folded-text.ts';
import type { Change } from '../../core/ledger/change.ts';
import type { RegisterName } from '../../core/registers/index.ts';
import { listChanges, type ChangesQuery } from '../api/changes.ts';
import { actorText } from '../common/change-words.ts';
import { dayOf } from '../common/format.ts';

export interface LogFilter {
  /** Changes that were written together; null for all. */
  readonly set: number | null;
  readonly register: RegisterName | '';
  /** A part of a name; empty for everybody. */
  readonly person: string;
  /** First and last day, both included; empty for open. */
  readonly from: string;
  readonly to: string;
}

export const WHOLE_LOG: LogFilter = { set: null, register: '', person: '', from: '', to: '' };

export interface FoundChanges {
  readonly changes: readonly Change[];
  /** Where the next search goes on; null at the end of the log. */
  readonly before: number | null;
}

export type ReadLog = (query: ChangesQuery) => Promise<readonly Change[]>;

const BATCH = 500;

const plain = (text: string): string => foldedText(text).trim();

const matches = (change: Change, { person, from, to }: LogFilter): boolean => {
  const day = dayOf(change.at);
  return (
    plain(actorText(change.actor)).includes(plain(person)) && (from === '' || day >= from) && (to === '' || day <= to)
  );
};

/** At least `wanted` changes that pass, newest first, or all there are. */
export async function findChanges(
  filter: LogFilter,
  wanted: number,
  start: number | null = null,
  read: ReadLog = listChanges,
): Promise<FoundChanges> {
  const isWhole = filter.person.trim() === '' && filter.from === '' && filter.to === '';
  const limit = isWhole ? wanted : BATCH;
  const found: Change[] = [];
  let before = start;
  for (;;) {
    const batch = await read({
      limit,
      ...(filter.set === null ? {} : { set: filter.set }),
      ...(filter.register ? { register: filter.register } : {}),
      ...(before === null ? {} : { before }),
    });
    found.push(...batch.filter((change) => matches(change, filter)));
    const oldest = batch.at(-1);
    before = oldest?.seq ?? before;
    // The log is in the order of time: before the first day there is nothing more to find.
    const isPast = oldest !== undefined && filter.from !== '' && dayOf(oldest.at) < filter.from;
    if (batch.length < limit || isPast) return { changes: found, before: null };
    if (found.length >= wanted) return { changes: found, before };
  }
}
