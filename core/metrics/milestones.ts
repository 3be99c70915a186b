/** Time nodes: where each stands, and how many of those due are done (M13). */
import { daysBetween, type IsoDate } from '../time.ts';
import type { Milestone } from '../registers/index.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';

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

/** M13 节点完成率: milestones that are done, of those due by `asOf`; waived ones are not due. */
export const milestonesDone = (milestones: readonly Milestone[], asOf: IsoDate): Selection<Milestone> =>
  select(dueBy(milestones, asOf), ({ doneOn }) => doneOn !== undefined && doneOn <= asOf);

/** M13 节点完成率, counted. */
export const milestoneRate = (milestones: readonly Milestone[], asOf: IsoDate): Share =>
  shareOf(milestonesDone(milestones, asOf));

/** M13 节点按期完成率: milestones that were done by their date, of those due by `asOf`. */
export const milestonesInTime = (milestones: readonly Milestone[], asOf: IsoDate): Selection<Milestone> =>
  select(dueBy(milestones, asOf), (each) => milestoneState(each, asOf) === 'done');

/** M13 节点按期完成率, counted. */
export const milestoneOnTimeRate = (milestones: readonly Milestone[], asOf: IsoDate): Share =>
  shareOf(milestonesInTime(milestones, asOf));
