import { rowsBy } from '../keyed-rows.ts';
import { showRate, type ShownRate } from '../exact.ts';
import { showYi } from '../money.ts';
import { byKey } from '../metrics/by-key.ts';
import { shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { sponsorCoverage } from '../metrics/leadership.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { showShare, unverifiedIn, type BoardContext } from './board.ts';
import { inYearTo, leadersInPost } from './lists.ts';
import { projectRate } from './project-row.ts';

const projectLine = (figures: ProjectFigures): { id: string; name: string; rate?: ShownRate } => {
  const rate = projectRate(figures);
  return {
    id: figures.project.id,
    name: figures.project.name,
    ...(rate ? { rate: showRate(rate) } : {}),
    ...unverifiedIn([figures]),
  };
};

/**
 * S1 县级领导分包: each leader in post, in protocol order and never by score, with the projects sponsored and their
 * figures; M21; and the projects without a sponsor. `visits` counts those led in the year.
 */
export function sponsorPortfolio({ ledger, asOf }: BoardContext) {
  const figures = shownFiguresAt(ledger, asOf);
  const visits = byKey(ledger.tables.visits, 'leader');
  const rows = leadersInPost(ledger, asOf).map(({ id, name, title }) => {
    const own = figures.filter(({ project }) => project.sponsorLeader === id);
    const rate = investmentCompletionRate(own);
    const row = {
      name,
      ...(title ? { title } : {}),
      projects: own.map(projectLine),
      plan: showYi(totalPlan(own)),
      completed: showYi(totalCompleted(own)),
      ...(rate ? { rate: showRate(rate) } : {}),
      visits: (visits.get(id) ?? []).filter(({ on }) => inYearTo(on, asOf)).length,
    };
    return [id, row] as const;
  });
  const sponsoring = rows.filter(([, { projects }]) => projects.length > 0).length;
  return {
    leaders: sponsoring,
    coverage: showShare(sponsorCoverage(figures.map(({ project }) => project)), 2),
    without: figures.filter(({ project }) => project.sponsorLeader === undefined).map(projectLine),
    rows: rowsBy(rows),
  };
}
