import { rowsBy } from '../keyed-rows.ts';
import { daysBetween, type IsoDate } from '../time.ts';
import { PROBLEM_CATEGORIES, type ProblemCategory } from '../registers/project-choices.ts';
import type { Issue } from '../registers/index.ts';
import { issueOnTimeRate, issueOverdue, issueResolutionRate, registeredBy, settledBy } from '../metrics/issues.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText, isOfList, projectPart, unitName } from './lists.ts';

const CATEGORIES = Object.keys(PROBLEM_CATEGORIES) as ProblemCategory[];

/** How long open issues have been open, in days. */
const ageing = (open: readonly Issue[], asOf: IsoDate) => {
  const older = (days: number): number => open.filter(({ foundOn }) => daysBetween(foundOn, asOf) > days).length;
  return {
    upTo7: open.length - older(7),
    upTo30: older(7) - older(30),
    upTo90: older(30) - older(90),
    over90: older(90),
  };
};

/**
 * S19 问题台账: issues registered by the date, those of projects that left the list apart, counted by category; how old the open ones are; M14, also by those
 * settled on time; the open ones, oldest first, with what is escalated and what is overdue.
 */
export function issues({ ledger, asOf }: BoardContext) {
  const registered = registeredBy(ledger.tables.issues.values(), asOf).filter(isOfList(ledger, asOf));
  const open = registered.filter((issue) => !settledBy(issue, asOf)).sort(byText(({ foundOn, id }) => foundOn + id));
  const byCategory = CATEGORIES.map((category) => {
    const own = registered.filter((issue) => issue.category === category);
    return [
      category,
      { ...showShare(issueResolutionRate(own, asOf)), open: own.filter((i) => !settledBy(i, asOf)).length },
    ];
  });
  const rows = open.map((issue) => {
    const row = {
      ...projectPart(ledger, issue.project),
      category: issue.category,
      description: issue.description,
      unit: unitName(ledger, issue.ownerUnit),
      state: issue.state,
      ...(issue.escalation ? { escalation: issue.escalation } : {}),
      foundOn: issue.foundOn,
      ...(issue.dueOn ? { dueOn: issue.dueOn } : {}),
      days: daysBetween(issue.foundOn, asOf),
      overdue: issueOverdue(issue, asOf),
    };
    return [issue.id, row] as const;
  });
  return {
    resolved: showShare(issueResolutionRate(registered, asOf)),
    onTime: showShare(issueOnTimeRate(registered, asOf)),
    open: open.length,
    escalated: open.filter(({ state }) => state === 'escalated').length,
    overdue: open.filter((issue) => issueOverdue(issue, asOf)).length,
    ageing: ageing(open, asOf),
    byCategory: Object.fromEntries(byCategory),
    rows: rowsBy(rows),
  };
}
