/** Sums and counts of an edition's pages against the frozen ledger. */
import type { BoardContext } from '../boards/board.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { SECTORS } from '../registers/project-choices.ts';
import { UNIT_GROUPS, type UnitGroup } from '../registers/unit-groups.ts';
import type { Finding } from './finding.ts';
import type { EditionPackage } from './package.ts';

/** Everything that the checks of one edition look at. */
export interface Checked {
  readonly context: BoardContext;
  readonly content: EditionPackage;
  /** Of the projects on the list. */
  readonly listed: readonly ProjectFigures[];
  /** With what withdrawn projects had completed, where it stays in the totals. */
  readonly money: readonly ProjectFigures[];
}

/** The figures of projects that a unit leads. */
export const ofUnit = (figures: readonly ProjectFigures[], unit: string): readonly ProjectFigures[] =>
  figures.filter(({ project }) => project.leadUnit === unit);

/** The figures of one project; none when it is not among them. */
export const ofProject = (figures: readonly ProjectFigures[], id: string): readonly ProjectFigures[] =>
  figures.filter(({ project }) => project.id === id);

/** A finding that stands in the way of the signature. */
export const error = (code: Finding['code'], zh: string, en: string, more: Partial<Finding> = {}): Finding => ({
  code,
  level: 'error',
  message: { zh, en },
  ...more,
});

/** Sums of amounts in 元, and a count of projects. */
interface Amounts {
  readonly plan: number;
  readonly completed: number;
  readonly projects: number;
}

/** Sums of `money`, count of `listed`. */
export const amountsOf = (money: readonly ProjectFigures[], listed: readonly ProjectFigures[]): Amounts => ({
  plan: totalPlan(money),
  completed: totalCompleted(money),
  projects: listed.length,
});

type Row = { readonly plan?: { readonly yuan: number }; readonly completed: { readonly yuan: number } };

/** Sums of what rows print; an absent plan counts as 0. */
export const summed = (rows: readonly Row[], projects: number): Amounts => ({
  plan: rows.reduce((sum, { plan }) => sum + (plan?.yuan ?? 0), 0),
  completed: rows.reduce((sum, { completed }) => sum + completed.yuan, 0),
  projects,
});

const added = (all: readonly Amounts[]): Amounts => ({
  plan: all.reduce((sum, { plan }) => sum + plan, 0),
  completed: all.reduce((sum, { completed }) => sum + completed, 0),
  projects: all.reduce((sum, { projects }) => sum + projects, 0),
});

/** What is wrong with sums or counts of a page; none when they are as wanted. */
export function compared(
  page: string | undefined,
  what: { zh: string; en: string },
  is: Amounts,
  wanted: Amounts,
): readonly Finding[] {
  const more = page === undefined ? {} : { page };
  return [
    ...(is.plan === wanted.plan && is.completed === wanted.completed
      ? []
      : [error('total', `${what.zh}金额合计不符`, `amounts of ${what.en} do not add up`, more)]),
    ...(is.projects === wanted.projects
      ? []
      : [error('count', `${what.zh}项目数合计不符`, `counts of ${what.en} do not add up`, more)]),
  ];
}

/** Sums of a group's units; only of those with a project on the list where these are ranked. */
export function amountsOfGroup({ context, listed, money }: Checked, group: UnitGroup, ranked: boolean): Amounts {
  const units = [...context.ledger.tables.units.values()]
    .filter((unit) => unit.group === group)
    .map(({ id }) => ({ listed: ofUnit(listed, id), money: ofUnit(money, id) }))
    .filter((unit) => !ranked || unit.listed.length > 0);
  return added(units.map((unit) => amountsOf(unit.money, unit.listed)));
}

/** Groups and sectors come to the whole list, whether or not a page shows them. */
export function wholeFindings(checked: Checked): readonly Finding[] {
  const { listed, money } = checked;
  const whole = amountsOf(money, listed);
  const groups = (Object.keys(UNIT_GROUPS) as UnitGroup[]).map((group) => amountsOfGroup(checked, group, false));
  const sectors = Object.keys(SECTORS).map((sector) => {
    const ofSector = (figures: readonly ProjectFigures[]) => figures.filter(({ project }) => project.sector === sector);
    return amountsOf(ofSector(money), ofSector(listed));
  });
  return [
    ...compared(undefined, { zh: '各组', en: 'the groups' }, added(groups), whole),
    ...compared(undefined, { zh: '各类别', en: 'the sectors' }, added(sectors), whole),
  ];
}
