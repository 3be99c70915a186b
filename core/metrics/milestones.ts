/** Time nodes: where each stands, and how many of those due are done (M13). */
import { daysBetween, type IsoDate } from '../time.ts';
import type { Milestone } from '../registers/index.ts';
import { share, type Share } from './metrics.ts';

/** Where a milestone stands; never overdue before its date has passed. A waived one asks nothing any more. */
export type MilestoneState = 'notDue' | 'due' | 'done' | 'doneLate' | 'overdue' | 'waived';

/** A milestone is `due` in the 30 days before its date. */
export const DUE_DAYS = 30;

/** Where a milestone stands at the end of `asOf`, against its current date; the baseline says what was first meant. */
export function milestoneState(milestone: Milestone, asOf: IsoDate): MilestoneState {
  const { dueOn, doneOn, waivedOn } = milestone;
  if (doneOn !== undefined && doneOn <= asOf) return doneOn <= dueOn ? 'done' : 'doneLate';
  if (waivedOn !== undefined && waivedOn <= asOf) return 'waived';
  const left = daysBetween(asOf, dueOn);
  if (left < 0) return 'overdue';
  return left <= DUE_DAYS ? 'due' : 'notDue';
}

const dueBy = (milestones: readonly Milestone[], asOf: IsoDate): readonly Milestone[] =>
  milestones.filter((each) => each.dueOn <= asOf && milestoneState(each, asOf) !== 'waived');

/** M13 节点完成率: milestones due by `asOf` that are done ÷ those due; waived ones are not due. */
export function milestoneRate(milestones: readonly Milestone[], asOf: IsoDate): Share {
  const due = dueBy(milestones, asOf);
  return share(due.filter(({ doneOn }) => doneOn !== undefined && doneOn <= asOf).length, due.length);
}

/** M13 节点按期完成率: milestones due by `asOf` that were done by their date ÷ those due. */
export function milestoneOnTimeRate(milestones: readonly Milestone[], asOf: IsoDate): Share {
  const due = dueBy(milestones, asOf);
  return share(due.filter((each) => milestoneState(each, asOf) === 'done').length, due.length);
}
