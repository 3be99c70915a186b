import { showRate } from '../exact.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { rankByRate, rankChange, showRankedRates, type Rankable } from '../metrics/rank.ts';
import type { KeyLevel, Sector } from '../registers/project-choices.ts';
import { baselineOf, type BoardContext, type RankedRow } from './board.ts';
import { projectRate, publicProject, type PublicProject } from './project-row.ts';

export interface ProjectRow extends PublicProject, RankedRow {}

/** Lines by the project's id. */
export type ProjectRows = Readonly<Record<string, ProjectRow>>;

export interface ProjectFilter {
  readonly level?: KeyLevel;
  readonly sector?: Sector;
  /** Only ranks up to this one. */
  readonly top?: number;
}

interface ProjectEntry extends Rankable {
  readonly figures: ProjectFigures;
}

const ranked = (context: BoardContext, filter: ProjectFilter, asOf = context.asOf) =>
  rankByRate<ProjectEntry>(
    shownFiguresAt(context.ledger, asOf)
      .filter(({ project }) => !filter.level || project.keyLevel === filter.level)
      .filter(({ project }) => !filter.sector || project.sector === filter.sector)
      .map((figures) => ({
        id: figures.project.id,
        figures,
        rate: projectRate(figures),
        order: figures.project.listOrder,
      })),
  );

/** Projects ranked by M1 with the change against an earlier date of the same year. */
export function projectRanking(context: BoardContext, filter: ProjectFilter): ProjectRows {
  const baseline = baselineOf(context);
  const before = new Map(baseline ? ranked(context, filter, baseline).map(({ item, rank }) => [item.id, rank]) : []);
  const all = ranked(context, filter);
  const shown = filter.top ? all.filter(({ rank }) => rank !== null && rank <= (filter.top ?? 0)) : all;
  const rates = showRankedRates(shown.map(({ item }) => item.rate));
  const rows: Record<string, ProjectRow> = {};
  shown.forEach(({ item, rank }, order) => {
    const rate = rates[order];
    const change = baseline ? rankChange(before.get(item.id), rank) : null;
    rows[item.id] = {
      order,
      ...(rank === null ? {} : { rank }),
      ...(change ? { change } : {}),
      ...publicProject(context, item.figures),
      ...(rate ? { rate } : {}),
    };
  });
  return rows;
}

/** Every project on the list, in list order, without ranks. */
export function allProjects(context: BoardContext): ProjectRows {
  const rows: Record<string, ProjectRow> = {};
  shownFiguresAt(context.ledger, context.asOf).forEach((figures, order) => {
    const rate = projectRate(figures);
    rows[figures.project.id] = {
      order,
      ...publicProject(context, figures),
      ...(rate ? { rate: showRate(rate) } : {}),
    };
  });
  return rows;
}
