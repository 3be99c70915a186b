import { showRate } from '../exact.ts';
import { showYi, type ShownMoney } from '../money.ts';
import { daysBetween, type IsoDate, type IsoMonth } from '../time.ts';
import { figuresAt } from '../metrics/figures.ts';
import type { Milestone } from '../registers/index.ts';
import type { BoardContext } from './board.ts';
import { projectRate, publicProject, type PublicProject } from './project-row.ts';

/** Where a milestone stands; never overdue before its date has passed. */
export type MilestoneState = 'notDue' | 'due' | 'done' | 'doneLate' | 'overdue';

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

/** A milestone is `due` in the 30 days before its date. */
const DUE_DAYS = 30;

export function milestoneState(milestone: Milestone, asOf: IsoDate): MilestoneState {
  const { dueOn, doneOn } = milestone;
  if (doneOn !== undefined && doneOn <= asOf) return doneOn <= dueOn ? 'done' : 'doneLate';
  const left = daysBetween(asOf, dueOn);
  if (left < 0) return 'overdue';
  return left <= DUE_DAYS ? 'due' : 'notDue';
}

const milestonesOf = ({ ledger, asOf }: BoardContext, project: string): Record<string, ShownMilestone> => {
  const own = [...ledger.tables.milestones.values()]
    .filter((each) => each.project === project)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1));
  const shown: Record<string, ShownMilestone> = {};
  own.forEach((each, order) => {
    const state = milestoneState(each, asOf);
    const done = state === 'done' || state === 'doneLate';
    shown[each.id] = {
      order,
      name: each.name,
      dueOn: each.dueOn,
      state,
      ...(done && each.doneOn ? { doneOn: each.doneOn } : { daysLeft: daysBetween(asOf, each.dueOn) }),
    };
  });
  return shown;
};

/** One project with its figures and milestones; null when it is not on the list. */
export function projectBoard(context: BoardContext, id: string): ProjectBoard | null {
  const figures = figuresAt(context.ledger, context.asOf).find(({ project }) => project.id === id);
  if (!figures) return null;
  const { project } = figures;
  const rate = projectRate(figures);
  const leader = project.sponsorLeader ? context.ledger.tables.leaders.get(project.sponsorLeader) : undefined;
  return {
    ...publicProject(context, figures),
    ...(rate ? { rate: showRate(rate) } : {}),
    ...(project.content ? { content: project.content } : {}),
    total: showYi(project.totalInvestmentYuan),
    ...(project.plannedFinish ? { plannedFinish: project.plannedFinish } : {}),
    ...(leader ? { leader: leader.name } : {}),
    milestones: milestonesOf(context, id),
  };
}
