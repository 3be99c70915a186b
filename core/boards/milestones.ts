import { rowsBy } from '../keyed-rows.ts';
import { daysBetween } from '../time.ts';
import { milestoneOnTimeRate, milestoneRate, milestoneState, type MilestoneState } from '../metrics/milestones.ts';
import { showShare, type BoardContext } from './board.ts';
import { byText, countBy, listedProjects, unitName } from './lists.ts';

const STATES: readonly MilestoneState[] = ['notDue', 'due', 'done', 'doneLate', 'overdue', 'waived'];

/**
 * S3 节点控制: the milestones that are overdue or due within 30 days, earliest first; how many stand where; M13, also
 * by those done on time. `moved` says by how many days the date is later than its frozen baseline.
 */
export function milestones({ ledger, asOf }: BoardContext) {
  const listed = new Map(listedProjects(ledger, asOf).map((project) => [project.id, project]));
  const all = [...ledger.tables.milestones.values()].filter(({ project }) => listed.has(project));
  const rows = all
    .map((each) => ({ each, state: milestoneState(each, asOf) }))
    .filter(({ state }) => state === 'overdue' || state === 'due')
    .sort(byText(({ each }) => `${each.dueOn} ${each.id}`))
    .map(({ each: { id, project, name, dueOn, baselineOn }, state }) => {
      const owner = listed.get(project);
      const row = {
        project,
        projectName: owner?.name ?? '',
        unit: owner ? unitName(ledger, owner.leadUnit) : '',
        name,
        dueOn,
        state,
        daysLeft: daysBetween(asOf, dueOn),
        ...(baselineOn < dueOn ? { moved: daysBetween(baselineOn, dueOn) } : {}),
      };
      return [id, row] as const;
    });
  return {
    counts: countBy(all, STATES, (each) => milestoneState(each, asOf)),
    done: showShare(milestoneRate(all, asOf)),
    onTime: showShare(milestoneOnTimeRate(all, asOf)),
    rows: rowsBy(rows),
  };
}
