import { rowsBy } from '../keyed-rows.ts';
import { share } from '../metrics/metrics.ts';
import { byKey } from '../metrics/by-key.ts';
import type { Project } from '../registers/index.ts';
import { showShare, type BoardContext } from './board.ts';
import { countedProjects, unitName } from './lists.ts';

/** The four ones (四个一) of a project; the lead unit is always there, since a project without one is not accepted. */
export type SetupPart = 'leader' | 'leadUnit' | 'taskForce' | 'plan';

/** S4 四个一: per project which of leader, lead unit, task force and implementation plan it lacks. */
export function setupCompleteness({ ledger, asOf }: BoardContext) {
  const groups = byKey(ledger.tables.workGroups, 'project');
  const hasTaskForce = ({ id }: Project): boolean =>
    (groups.get(id) ?? []).some(({ kind, dissolvedOn }) => kind === 'taskForce' && (dissolvedOn ?? '9') > asOf);
  const projects = countedProjects(ledger, asOf).map((project) => {
    const missing: SetupPart[] = [];
    if (project.sponsorLeader === undefined) missing.push('leader');
    if (!ledger.tables.units.has(project.leadUnit)) missing.push('leadUnit');
    if (!hasTaskForce(project)) missing.push('taskForce');
    if (project.implementationPlan === undefined) missing.push('plan');
    return [project.id, { name: project.name, unit: unitName(ledger, project.leadUnit), missing }] as const;
  });
  const gaps = projects.filter(([, { missing }]) => missing.length > 0);
  const lacking = (part: SetupPart): number => gaps.filter(([, { missing }]) => missing.includes(part)).length;
  return {
    complete: showShare(share(projects.length - gaps.length, projects.length)),
    lacking: {
      leader: lacking('leader'),
      leadUnit: lacking('leadUnit'),
      taskForce: lacking('taskForce'),
      plan: lacking('plan'),
    },
    rows: rowsBy(gaps),
  };
}
