import type { Scene } from '../../scene.ts';
import type { ListView } from '../list-view.ts';
import { assessmentView } from './assessment.ts';
import { issuesView, permitsView, visitsView } from './handling.ts';
import { milestonesView } from './milestones.ts';
import { breakdownView, leadersView, projectRankingView, projectsView, unitRankingView } from './progress.ts';

export type ListKind =
  | 'unitRanking'
  | 'projectRanking'
  | 'projects'
  | 'leaders'
  | 'breakdown'
  | 'milestones'
  | 'issues'
  | 'permits'
  | 'visits'
  | 'assessment';

/** What a listing slide shows, whatever its kind. */
export function listViewOf({ slide, programme }: Scene<ListKind>): ListView {
  switch (slide.kind) {
    case 'unitRanking':
      return unitRankingView(slide.data);
    case 'projectRanking':
      return projectRankingView(slide.data);
    case 'projects':
      return projectsView(slide.data);
    case 'leaders':
      return leadersView(slide.data);
    case 'breakdown':
      return breakdownView(slide.data);
    case 'milestones':
      return milestonesView(slide.data, programme.asOf);
    case 'issues':
      return issuesView(slide.data);
    case 'permits':
      return permitsView(slide.data);
    case 'visits':
      return visitsView(slide.data);
    case 'assessment':
      return assessmentView(slide.data);
  }
}
