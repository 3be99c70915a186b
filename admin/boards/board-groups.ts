/** The menu's groups of boards. */
import { msg } from '@lit/localize';
import type { BoardDescription } from '../api/office-boards.ts';

const GROUPS = {
  progress: [
    'summary',
    'yearSummary',
    'unitRanking',
    'projectRanking',
    'explore',
    'projects',
    'project',
    'series',
    'reporting',
    'assessment',
    'redBlack',
  ],
  delivery: ['milestones', 'issues', 'permits', 'feedConflicts'],
  supervision: ['visits', 'notices', 'decisions'],
  starts: ['pipeline', 'declarations', 'commencements', 'quarterStarts'],
  leadership: [
    'sponsorPortfolio',
    'setupCompleteness',
    'duties',
    'mechanisms',
    'contests',
    'headToHead',
    'leaderReports',
  ],
  papers: ['photos', 'bulletins'],
  public: [
    'publicLeaders',
    'publicMilestones',
    'publicIssues',
    'publicPermits',
    'publicVisits',
    'publicPipeline',
    'publicDeclarations',
    'publicTrend',
    'publicBreakdown',
    'publicStarts',
    'publicNotices',
    'publicPhotos',
    'publicMechanisms',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type GroupName = keyof typeof GROUPS | 'other';

export function groupText(group: GroupName): string {
  switch (group) {
    case 'progress':
      return msg('进度排名', { id: 'boards.progress' });
    case 'delivery':
      return msg('节点问题手续', { id: 'boards.delivery' });
    case 'supervision':
      return msg('督导督办会议', { id: 'boards.supervision' });
    case 'starts':
      return msg('谋划开工', { id: 'boards.starts' });
    case 'leadership':
      return msg('领导机制', { id: 'boards.leadership' });
    case 'papers':
      return msg('资料', { id: 'boards.papers' });
    case 'public':
      return msg('公开版', { id: 'boards.public' });
    case 'other':
      return msg('其他', { id: 'boards.other' });
  }
}

export interface BoardGroup {
  readonly name: GroupName;
  readonly boards: readonly BoardDescription[];
}

const NAMED = Object.entries(GROUPS) as readonly (readonly [keyof typeof GROUPS, readonly string[]])[];

/** The boards by group, in the menu's order; what no group names stands last. */
export function groupsOf(boards: readonly BoardDescription[]): readonly BoardGroup[] {
  const known = NAMED.map(([name, names]): BoardGroup => ({
    name,
    boards: names.flatMap((each) => boards.find((board) => board.name === each) ?? []),
  }));
  const placed = new Set(NAMED.flatMap(([, names]) => names));
  const other: BoardGroup = { name: 'other', boards: boards.filter(({ name }) => !placed.has(name)) };
  return [...known, other].filter((group) => group.boards.length > 0);
}
