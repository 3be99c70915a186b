import type { GroupProfile } from './scheme.ts';

/** A profile that a group names, with the member that names it; none where one profile holds for the whole group. */
export interface NamedProfile {
  readonly profile: string;
  readonly member?: 'approving' | 'others';
}

/** The profiles that a group's units may have. */
export const profilesOf = (given: GroupProfile): readonly NamedProfile[] =>
  typeof given === 'string'
    ? [{ profile: given }]
    : [
        { profile: given.approving, member: 'approving' },
        { profile: given.others, member: 'others' },
      ];
