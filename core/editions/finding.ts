import type { Label } from '../register/label.ts';

/** What the checks of an edition look at. */
export type FindingCode =
  | 'total'
  | 'count'
  | 'exact-rate'
  | 'shown-rate'
  | 'variance'
  | 'rank'
  | 'rounded-up'
  | 'unverified'
  | 'no-plan'
  | 'no-milestones'
  | 'other-year';

/** Something that a check found; errors stand in the way of the signature, warnings until they are acknowledged. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: Label;
  /** The page, as `playlist/slide`. */
  readonly page?: string;
  /** The ids of the units or projects whose lines it is about. */
  readonly rows?: readonly string[];
}
