/** Starts, resumptions and completions of projects: M6 to M12, each by the projects that it counts. */
import { endOfMonth, yearOf, type IsoDate, type IsoMonth } from '../time.ts';
import type { Project } from '../registers/index.ts';
import { happenedBy, type ProjectFigures } from './figures.ts';
import { select, shareOf, type Selection, type Share } from './metrics.ts';

type Figures = readonly ProjectFigures[];
type Chosen = Selection<ProjectFigures>;

/** Whether a month has ended by a date. */
const endedBy = (month: IsoMonth, asOf: IsoDate): boolean => endOfMonth(month) <= asOf;

const inYearBy = (month: IsoMonth | undefined, asOf: IsoDate): boolean =>
  month !== undefined && happenedBy(month, asOf) && yearOf(month) === yearOf(asOf);

const startedBy = ({ project }: ProjectFigures, asOf: IsoDate): boolean => happenedBy(project.actualStart, asOf);

/** Whether a project's works stood still at a date: suspended, and not resumed since. */
export const suspendedAt = ({ suspendedOn, resumedOn }: Project, asOf: IsoDate): boolean =>
  suspendedOn !== undefined &&
  suspendedOn <= asOf &&
  !(resumedOn !== undefined && resumedOn >= suspendedOn && resumedOn <= asOf);

/**
 * Whether a project is still in preparation (前期, 预备): so by its life cycle, neither planned to start in the year nor
 * carried over, and not started. It is on the list but in no base of starts and resumptions, and without a plan of the
 * year it has no part in rates of money either.
 */
export const isPreparatory = ({ project }: ProjectFigures, asOf: IsoDate): boolean =>
  project.lifecycle === 'preparatory' &&
  !project.plannedStartInYear &&
  !project.carriedOver &&
  !happenedBy(project.actualStart, asOf);

/** M6 年度开工率: projects started, of those planned to start in the year. */
export const annualStarts = (figures: Figures, asOf: IsoDate): Chosen =>
  select(
    figures.filter(({ project }) => project.plannedStartInYear),
    (each) => startedBy(each, asOf),
  );

/** M6 年度开工率, counted. */
export const annualStartRate = (figures: Figures, asOf: IsoDate): Share => shareOf(annualStarts(figures, asOf));

/** A start is due when its planned month has ended; without a month, at the end of the year. */
const startDue = ({ project: { plannedStartInYear, plannedStart } }: ProjectFigures, asOf: IsoDate): boolean =>
  plannedStartInYear && (plannedStart === undefined ? asOf.endsWith('-12-31') : endedBy(plannedStart, asOf));

const startedOnTime = ({ project: { plannedStart, actualStart } }: ProjectFigures, asOf: IsoDate): boolean =>
  actualStart !== undefined &&
  happenedBy(actualStart, asOf) &&
  (plannedStart === undefined || actualStart <= plannedStart);

/** M7 时序开工率: projects started in the year to date, early and added ones too, against those that should have. */
export const phasedStarts = (figures: Figures, asOf: IsoDate): Chosen => ({
  done: figures.filter(
    (each) =>
      startedBy(each, asOf) &&
      (each.project.plannedStartInYear || (!each.project.carriedOver && inYearBy(each.project.actualStart, asOf))),
  ),
  due: figures.filter((each) => startDue(each, asOf)),
});

/** M8 按期开工率: of the starts due, those made by their planned month. */
export const onTimeStarts = (figures: Figures, asOf: IsoDate): Chosen =>
  select(
    figures.filter((each) => startDue(each, asOf)),
    (each) => startedOnTime(each, asOf),
  );

/** Starts due that were made after their planned month, or not at all yet. */
export const lateStarts = (figures: Figures, asOf: IsoDate): Figures =>
  figures.filter((each) => startDue(each, asOf) && !startedOnTime(each, asOf));

const resumedBy = ({ project }: ProjectFigures, asOf: IsoDate): boolean =>
  project.resumedOn !== undefined && project.resumedOn <= asOf && !suspendedAt(project, asOf);

/** M9 复工率: carried-over projects that have resumed, and do not stand still again, of all carried over. */
export const resumptions = (figures: Figures, asOf: IsoDate): Chosen =>
  select(
    figures.filter(({ project }) => project.carriedOver),
    (each) => resumedBy(each, asOf),
  );

/** M9 复工率, counted. */
export const resumptionRate = (figures: Figures, asOf: IsoDate): Share => shareOf(resumptions(figures, asOf));

/** M10 开复工率: projects started or resumed, of all but those still in preparation. */
export const startsAndResumptions = (figures: Figures, asOf: IsoDate): Chosen =>
  select(
    figures.filter((each) => !isPreparatory(each, asOf)),
    (each) => (each.project.carriedOver ? resumedBy(each, asOf) : startedBy(each, asOf)),
  );

const completedBy = ({ project }: ProjectFigures, asOf: IsoDate): boolean => inYearBy(project.actualFinish, asOf);

/** M11 竣工率(计划口径): projects completed in the year, planned or not, against the completions planned for it. */
export const completionsOfPlan = (figures: Figures, asOf: IsoDate): Chosen => ({
  done: figures.filter((each) => completedBy(each, asOf)),
  due: figures.filter(({ project }) => project.plannedCompletionInYear),
});

/** M11 竣工率(计划口径), counted. */
export const completionRateOfPlan = (figures: Figures, asOf: IsoDate): Share =>
  shareOf(completionsOfPlan(figures, asOf));

/** M12 竣工率(施工口径): projects completed in the year, of all that were under construction in it. */
export const completionsOfStock = (figures: Figures, asOf: IsoDate): Chosen =>
  select(
    figures.filter((each) => each.project.carriedOver || startedBy(each, asOf)),
    (each) => completedBy(each, asOf),
  );

/** Projects completed in the year before their planned month. */
export const earlyCompletions = (figures: Figures, asOf: IsoDate): Figures =>
  figures.filter(({ project: { plannedFinish, actualFinish } }) =>
    Boolean(plannedFinish && actualFinish && actualFinish < plannedFinish && inYearBy(actualFinish, asOf)),
  );
