import { fraction, type Fraction } from '../exact.ts';
import { showYi } from '../money.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { projectPace, standingOf } from '../metrics/lights.ts';
import type { KeyLevel, Lifecycle, Sector } from '../registers/project-choices.ts';
import { shownVariance, unverifiedIn, type BoardContext, type Progress } from './board.ts';

/**
 * What the public may know of a project. There is no member for a person other than the sponsor leader, for a
 * phone number or for an internal note: what is not here cannot reach a screen.
 */
export interface PublicProject extends Progress {
  readonly name: string;
  readonly shortName?: string;
  readonly level: KeyLevel;
  readonly sector: Sector;
  readonly lifecycle: Lifecycle;
  readonly unit: string;
  readonly unitShortName: string;
  readonly physicalProgress?: string;
}

/** A project's own M1: null without a plan, and where plan and completed are both 0. */
export const projectRate = (figures: ProjectFigures): Fraction | null =>
  figures.planYuan === null ? null : fraction(figures.completedYuan, figures.planYuan);

export function publicProject(context: BoardContext, figures: ProjectFigures): PublicProject {
  const { project } = figures;
  const unit = context.ledger.tables.units.get(project.leadUnit);
  return {
    name: project.name,
    ...(project.shortName ? { shortName: project.shortName } : {}),
    level: project.keyLevel,
    sector: project.sector,
    lifecycle: project.lifecycle,
    unit: unit?.name ?? '',
    unitShortName: unit?.shortName ?? '',
    ...(figures.physicalProgress ? { physicalProgress: figures.physicalProgress } : {}),
    ...(figures.planYuan === null ? {} : { plan: showYi(figures.planYuan) }),
    completed: showYi(figures.completedYuan),
    ...shownVariance(standingOf(context, [figures]).variance),
    pace: projectPace(context, figures),
    ...unverifiedIn([figures]),
  };
}
