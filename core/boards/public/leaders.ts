import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { showRate, type ShownRate } from '../../exact.ts';
import { shownFiguresAt, type ProjectFigures } from '../../metrics/figures.ts';
import { sponsorCoverage } from '../../metrics/leadership.ts';
import { showShare, unverifiedIn, type BoardContext, type Progress, type ShownShare } from '../board.ts';
import { leadersInPost } from '../lists.ts';
import { projectRate } from '../project-row.ts';
import { shownLeader } from './leader-name.ts';
import { progressOf } from './progress.ts';

/** A sponsored project as a portfolio names it. */
export interface PortfolioProject {
  readonly id: string;
  readonly name: string;
  readonly rate?: ShownRate;
  readonly unverified?: true;
}

/** What the public may know of a leader: who, by name or by title, and how the sponsored projects stand. */
export interface PublicLeader extends Progress {
  readonly leader: string;
  readonly projects: readonly PortfolioProject[];
}

export interface PublicLeaders {
  /** How many leaders sponsor a project. */
  readonly leaders: number;
  /** M21 */
  readonly coverage: ShownShare;
  /** Empty where the settings name no leader. */
  readonly rows: Rows<PublicLeader>;
}

const lineOf = (figures: ProjectFigures): PortfolioProject => {
  const { id, name } = figures.project;
  const rate = projectRate(figures);
  return { id, name, ...(rate ? { rate: showRate(rate) } : {}), ...unverifiedIn([figures]) };
};

/**
 * S1 县级领导分包, for everybody: leaders with a portfolio in protocol order and never by score, named as the settings
 * say; who may not be named has no line.
 */
export function publicLeaders(context: BoardContext): PublicLeaders {
  const { ledger, asOf } = context;
  const figures = shownFiguresAt(ledger, asOf);
  const portfolios = leadersInPost(ledger, asOf)
    .map((leader) => ({ leader, own: figures.filter(({ project }) => project.sponsorLeader === leader.id) }))
    .filter(({ own }) => own.length > 0);
  const rows = portfolios.flatMap(({ leader, own }): readonly (readonly [string, PublicLeader])[] => {
    const shown = shownLeader(context, leader);
    return shown === null
      ? []
      : [[leader.id, { leader: shown, projects: own.map(lineOf), ...progressOf(context, own) }]];
  });
  return {
    leaders: portfolios.length,
    coverage: showShare(sponsorCoverage(figures.map(({ project }) => project)), 2),
    rows: rowsBy(rows),
  };
}
