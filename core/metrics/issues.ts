/** The issue ledger's rates (M14) at a date, from the dates of its records. */
import type { IsoDate } from '../time.ts';
import type { Issue } from '../registers/index.ts';
import { isSettled } from '../registers/issues.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';

/** Issues registered by a date. */
export const registeredBy = (issues: Iterable<Issue>, asOf: IsoDate): readonly Issue[] =>
  [...issues].filter(({ foundOn }) => foundOn <= asOf);

/** Whether an issue was settled (办结) by a date; one that was opened again is not. */
export const settledBy = ({ state, resolvedOn }: Issue, asOf: IsoDate): boolean =>
  isSettled(state) && resolvedOn !== undefined && resolvedOn <= asOf;

/** Whether an issue is open beyond its deadline at the end of `asOf`. */
export const issueOverdue = (issue: Issue, asOf: IsoDate): boolean =>
  issue.dueOn !== undefined && issue.dueOn < asOf && !settledBy(issue, asOf);

/** M14 问题办结率: issues settled, of those registered by `asOf`. */
export const issuesResolved = (issues: Iterable<Issue>, asOf: IsoDate): Selection<Issue> =>
  select(registeredBy(issues, asOf), (issue) => settledBy(issue, asOf));

/** M14 问题办结率, counted. */
export const issueResolutionRate = (issues: Iterable<Issue>, asOf: IsoDate): Share =>
  shareOf(issuesResolved(issues, asOf));

/** M14 问题按时办结率: issues settled by their deadline, of those whose deadline has come by `asOf`. */
export const issuesInTime = (issues: Iterable<Issue>, asOf: IsoDate): Selection<Issue> =>
  select(
    registeredBy(issues, asOf).filter(({ dueOn }) => dueOn !== undefined && dueOn <= asOf),
    (issue) => settledBy(issue, asOf) && (issue.resolvedOn ?? '') <= (issue.dueOn ?? ''),
  );

/** M14 问题按时办结率, counted. */
export const issueOnTimeRate = (issues: Iterable<Issue>, asOf: IsoDate): Share => shareOf(issuesInTime(issues, asOf));
