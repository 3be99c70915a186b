import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { BoardFeed } from './board-feed.ts';
import { honoursSection } from './sections/honours.ts';
import { issuesSection } from './sections/issues.ts';
import { leadersSection } from './sections/leaders.ts';
import { milestonesSection } from './sections/milestones.ts';
import { overview } from './sections/overview.ts';
import { permitsSection } from './sections/permits.ts';
import { photosSection } from './sections/photos.ts';
import { pipelineSection } from './sections/pipeline.ts';
import { projectSection } from './sections/project.ts';
import { projectsSection } from './sections/projects.ts';
import { startsSection } from './sections/starts.ts';
import { supervisionSection } from './sections/supervision.ts';
import { trendSection } from './sections/trend.ts';

/** A part of the public page; only what is on the page is asked for. */
export interface BoardSection {
  /** Its place in the address; empty for the first. */
  readonly id: string;
  /** In the menu; absent for what is reached from elsewhere. */
  readonly label?: () => string;
  readonly render: (feed: BoardFeed, rest: readonly string[]) => TemplateResult;
}

export const SECTIONS: readonly BoardSection[] = [
  { id: '', label: () => msg('总览', { id: 'board.menu-overview' }), render: overview },
  { id: 'projects', label: () => msg('项目', { id: 'board.menu-projects' }), render: projectsSection },
  { id: 'project', render: projectSection },
  { id: 'milestones', label: () => msg('节点', { id: 'board.menu-milestones' }), render: milestonesSection },
  { id: 'trend', label: () => msg('走势', { id: 'board.menu-trend' }), render: trendSection },
  { id: 'leaders', label: () => msg('分包', { id: 'board.menu-leaders' }), render: leadersSection },
  { id: 'issues', label: () => msg('问题', { id: 'board.menu-issues' }), render: issuesSection },
  { id: 'permits', label: () => msg('审批', { id: 'board.menu-permits' }), render: permitsSection },
  { id: 'starts', label: () => msg('开工', { id: 'board.menu-starts' }), render: startsSection },
  { id: 'pipeline', label: () => msg('谋划', { id: 'board.menu-pipeline' }), render: pipelineSection },
  { id: 'supervision', label: () => msg('督导', { id: 'board.menu-supervision' }), render: supervisionSection },
  { id: 'photos', label: () => msg('图片', { id: 'board.menu-photos' }), render: photosSection },
  { id: 'honours', label: () => msg('评比', { id: 'board.menu-honours' }), render: honoursSection },
];
