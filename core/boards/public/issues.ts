import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { issueResolutionRate, registeredBy, settledBy } from '../../metrics/issues.ts';
import { PROBLEM_CATEGORIES, type ProblemCategory } from '../../registers/project-choices.ts';
import type { Issue } from '../../registers/index.ts';
import { showShare, type BoardContext, type ShownShare } from '../board.ts';
import { isOfList, listedProjects } from '../lists.ts';

const CATEGORIES = Object.keys(PROBLEM_CATEGORIES) as ProblemCategory[];

export interface PublicCategory extends ShownShare {
  readonly open: number;
}

/** What the public may read of a project's open issues: the wordings that a reviewer wrote for it. */
export interface PublicIssues {
  /** M14 */
  readonly resolved: ShownShare;
  readonly open: number;
  /** Only categories in which anything was registered. */
  readonly byCategory: Rows<PublicCategory>;
  /** By project. */
  readonly rows: Rows<{ readonly name: string; readonly labels: readonly string[] }>;
}

/** The reviewed wordings of issues, each once, in the order of their dates. */
const labelsOf = (issues: readonly Issue[]): readonly string[] => [
  ...new Set(
    [...issues]
      .sort((a, b) => (a.foundOn < b.foundOn ? -1 : a.foundOn > b.foundOn ? 1 : a.id < b.id ? -1 : 1))
      .flatMap(({ label }) => (label === undefined ? [] : [label])),
  ),
];

/**
 * S19 问题台账, for everybody: how many issues were registered and settled, in all (M14) and by category, and per project
 * on the list the neutral wordings that were reviewed. Never what an issue says, who owns it or by when.
 */
export function publicIssues({ ledger, asOf }: BoardContext): PublicIssues {
  const registered = registeredBy(ledger.tables.issues.values(), asOf).filter(isOfList(ledger, asOf));
  const open = registered.filter((issue) => !settledBy(issue, asOf));
  const categories = CATEGORIES.flatMap((category) => {
    const own = registered.filter((issue) => issue.category === category);
    const waiting = own.filter((issue) => !settledBy(issue, asOf)).length;
    return own.length === 0
      ? []
      : [[category, { ...showShare(issueResolutionRate(own, asOf)), open: waiting }] as const];
  });
  const rows = listedProjects(ledger, asOf).flatMap(({ id, name }) => {
    const labels = labelsOf(open.filter(({ project }) => project === id));
    return labels.length === 0 ? [] : [[id, { name, labels }] as const];
  });
  return {
    resolved: showShare(issueResolutionRate(registered, asOf)),
    open: open.length,
    byCategory: rowsBy(categories),
    rows: rowsBy(rows),
  };
}
