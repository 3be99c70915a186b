import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { daysBetween, type IsoDate } from '../../time.ts';
import { milestoneOnTimeRate, milestoneRate, milestoneState } from '../../metrics/milestones.ts';
import { byKey } from '../../metrics/by-key.ts';
import { showShare, type BoardContext, type ShownShare } from '../board.ts';
import { byText, listedProjects, unitName } from '../lists.ts';

/** Where the next milestone of a project stands: `overdue` only after its date. */
export type NextState = 'notDue' | 'due' | 'overdue';

/** A project's next milestone. */
export interface PublicMilestone {
  readonly project: string;
  readonly projectName: string;
  readonly unit: string;
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly state: NextState;
  /** Days to the date, negative after it. */
  readonly daysLeft: number;
}

export interface PublicMilestones {
  /** M13 */
  readonly done: ShownShare;
  readonly onTime: ShownShare;
  /** Of the projects, how many wait for a milestone that is over its date. */
  readonly overdue: number;
  readonly rows: Rows<PublicMilestone>;
}

/**
 * S3 节点控制, for everybody: the next milestone of each project on the list (the earliest that is neither done nor
 * waived) with the days left or over, earliest first; M13, also by those done on time.
 */
export function publicMilestones({ ledger, asOf }: BoardContext): PublicMilestones {
  const of = byKey(ledger.tables.milestones, 'project');
  const listed = listedProjects(ledger, asOf);
  const rows = listed.flatMap(({ id, name, leadUnit }): readonly (readonly [string, PublicMilestone])[] => {
    const [next] = [...(of.get(id) ?? [])]
      .map((each) => ({ each, state: milestoneState(each, asOf) }))
      .filter(({ state }) => state === 'notDue' || state === 'due' || state === 'overdue')
      .sort(byText(({ each }) => `${each.dueOn} ${each.id}`));
    if (!next) return [];
    const { each } = next;
    const state: NextState = next.state === 'overdue' ? 'overdue' : next.state === 'due' ? 'due' : 'notDue';
    const daysLeft = daysBetween(asOf, each.dueOn);
    const unit = unitName(ledger, leadUnit);
    return [[each.id, { project: id, projectName: name, unit, name: each.name, dueOn: each.dueOn, state, daysLeft }]];
  });
  const all = listed.flatMap(({ id }) => of.get(id) ?? []);
  return {
    done: showShare(milestoneRate(all, asOf)),
    onTime: showShare(milestoneOnTimeRate(all, asOf)),
    overdue: rows.filter(([, { state }]) => state === 'overdue').length,
    rows: rowsBy([...rows].sort(byText(([id, { dueOn }]) => `${dueOn} ${id}`))),
  };
}
