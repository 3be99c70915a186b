import { showRate } from '../exact.ts';
import { showYi, type ShownMoney } from '../money.ts';
import { daysBetween, type IsoDate, type IsoMonth } from '../time.ts';
import { byKey } from '../metrics/by-key.ts';
import { shownFiguresAt } from '../metrics/figures.ts';
import { milestoneState, type MilestoneState } from '../metrics/milestones.ts';
import type { Project } from '../registers/index.ts';
import type { BoardContext } from './board.ts';
import { shownLeader } from './public/leader-name.ts';
import { projectRate, publicProject, type PublicProject } from './project-row.ts';

export interface ShownMilestone {
  readonly order: number;
  readonly name: string;
  readonly dueOn: IsoDate;
  readonly doneOn?: IsoDate;
  readonly state: MilestoneState;
  /** Days to the date, negative after it; only for what is not done. */
  readonly daysLeft?: number;
}

export interface ProjectBoard extends PublicProject {
  readonly content?: string;
  readonly total: ShownMoney;
  readonly plannedFinish?: IsoMonth;
  readonly leader?: string;
  readonly milestones: Readonly<Record<string, ShownMilestone>>;
}

const leaderOf = (context: BoardContext, { sponsorLeader }: Project): { leader?: string } => {
  const leader = shownLeader(context, sponsorLeader ? context.ledger.tables.leaders.get(sponsorLeader) : undefined);
  return leader ? { leader } : {};
};

const milestonesOf = ({ ledger, asOf }: BoardContext, project: string): Record<string, ShownMilestone> => {
  const own = [...(byKey(ledger.tables.milestones, 'project').get(project) ?? [])].sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1,
  );
  const shown: Record<string, ShownMilestone> = {};
  own.forEach((each, order) => {
    const state = milestoneState(each, asOf);
    const waits = state !== 'done' && state !== 'doneLate' && state !== 'waived';
    shown[each.id] = {
      order,
      name: each.name,
      dueOn: each.dueOn,
      state,
      ...(waits ? { daysLeft: daysBetween(asOf, each.dueOn) } : {}),
      ...(state !== 'waived' && !waits && each.doneOn ? { doneOn: each.doneOn } : {}),
    };
  });
  return shown;
};

/** One project with its figures and milestones; null when it is not on the list. */
export function projectBoard(context: BoardContext, id: string): ProjectBoard | null {
  const figures = shownFiguresAt(context.ledger, context.asOf).find(({ project }) => project.id === id);
  if (!figures) return null;
  const { project } = figures;
  const rate = projectRate(figures);
  return {
    ...publicProject(context, figures),
    ...(rate ? { rate: showRate(rate) } : {}),
    ...(project.content ? { content: project.content } : {}),
    total: showYi(project.totalInvestmentYuan),
    ...(project.plannedFinish ? { plannedFinish: project.plannedFinish } : {}),
    ...leaderOf(context, project),
    milestones: milestonesOf(context, id),
  };
}
