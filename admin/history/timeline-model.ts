/** What of a project's time line is shown. */
import type { Posts, TimelineEntry } from '../../core/history/timeline.ts';
import type { Role } from '../../core/register/role.ts';
import { REGISTERS, type RegisterName } from '../../core/registers/index.ts';

const READERS: readonly Role[] = ['admin', 'editor', 'verifier', 'reviewer', 'signer', 'auditor'];

/** Who may see the time line of a project. */
export const mayReadTimeline = (role: Role): boolean => READERS.includes(role);

export interface TimelineFilter {
  /** Empty for all. */
  readonly register: RegisterName | '';
  readonly kind: 'all' | 'fact' | 'log' | 'missed';
  /** First and last day, both included; empty for open. */
  readonly from: string;
  readonly to: string;
}

export const WHOLE_TIMELINE: TimelineFilter = { register: '', kind: 'all', from: '', to: '' };

/** The entries that pass, newest first. */
export const filteredEntries = (
  entries: readonly TimelineEntry[],
  { register, kind, from, to }: TimelineFilter,
): readonly TimelineEntry[] =>
  entries
    .filter(
      (entry) =>
        (register === '' || entry.register === register) &&
        (kind === 'all' || (kind === 'missed' ? entry.missed === true : entry.source === kind)) &&
        (from === '' || entry.on >= from) &&
        (to === '' || entry.on <= to),
    )
    .reverse();

/** The registers that entries come from, in the order of the menu. */
export const registersIn = (entries: readonly TimelineEntry[]): readonly RegisterName[] => {
  const found = new Set(entries.map(({ register }) => register));
  return (Object.keys(REGISTERS) as readonly RegisterName[]).filter((name) => found.has(name));
};

/** Who held the posts, with the day from which the holders are the next ones; newest first. */
export const postSpans = (posts: readonly Posts[]): readonly (Posts & { readonly until?: string })[] =>
  posts
    .map((each, index) => {
      const until = posts[index + 1]?.from;
      return until === undefined ? each : { ...each, until };
    })
    .reverse();
