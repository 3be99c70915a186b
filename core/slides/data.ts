/** What each kind of slide shows: boards, reduced to what its element draws. */
import type { BoardContext } from '../boards/board.ts';
import { summary, type Summary } from '../boards/summary.ts';
import { unitRanking, type UnitRanking } from '../boards/unit-ranking.ts';
import { allProjects, projectRanking, type ProjectRows } from '../boards/project-ranking.ts';
import { projectBoard, type ProjectBoard } from '../boards/project.ts';
import type { ShownRate } from '../exact.ts';
import { showRate } from '../exact.ts';
import type { PlaylistEntry } from './entry.ts';
import type { SlideKind, SlideOptions } from './kinds.ts';

export interface CoverData {
  readonly subtitle?: string;
  readonly district: string;
  readonly office: string;
  readonly year: number;
}

export interface ProjectListData {
  /** Where every bar should be by now (M3). */
  readonly time: ShownRate;
  readonly rows: ProjectRows;
}

export interface SlideDataOf {
  cover: CoverData;
  summary: Summary;
  unitRanking: UnitRanking & { readonly time: ShownRate };
  projectRanking: ProjectListData;
  projects: ProjectListData;
  project: ProjectBoard & { readonly time: ShownRate };
  ticker: { readonly text: string };
}

/** One slide's kind and data; the kind says which data. */
export type SlideContent = {
  readonly [K in SlideKind]: { readonly kind: K; readonly data: SlideDataOf[K] };
}[SlideKind];

type Drawers = {
  readonly [K in SlideKind]: (context: BoardContext, options: SlideOptions<K>) => SlideDataOf[K] | null;
};

const DATA: Drawers = {
  cover: ({ settings }, { subtitle }) => ({
    ...(subtitle ? { subtitle } : {}),
    district: settings.district,
    office: settings.office,
    year: settings.year,
  }),
  summary: (context) => summary(context),
  unitRanking: (context, { group }) => ({ ...unitRanking(context, group), time: showRate(context.time) }),
  projectRanking: (context, { level, sector, top }) => ({
    time: showRate(context.time),
    rows: projectRanking(context, { ...(level && { level }), ...(sector && { sector }), ...(top && { top }) }),
  }),
  projects: (context) => ({ time: showRate(context.time), rows: allProjects(context) }),
  project: (context, { project }) => {
    const board = projectBoard(context, project);
    return board && { ...board, time: showRate(context.time) };
  },
  ticker: (_context, { text }) => ({ text }),
};

/** The content of a playlist entry; null when there is nothing to show (its project left the list). */
export function slideContent(context: BoardContext, entry: PlaylistEntry): SlideContent | null {
  const draw = DATA[entry.kind] as (context: BoardContext, options: unknown) => unknown;
  const data = draw(context, entry.options);
  return data === null ? null : ({ kind: entry.kind, data } as SlideContent);
}

/** The rows of a slide that lists, keyed by id; null for slides of a single page. */
export function rowsOf(content: SlideContent): Readonly<Record<string, { readonly order: number }>> | null {
  switch (content.kind) {
    case 'unitRanking':
    case 'projectRanking':
    case 'projects':
      return content.data.rows;
    default:
      return null;
  }
}

/** Rows with their ids, in display order. */
export function inOrder<T extends { readonly order: number }>(
  rows: Readonly<Record<string, T>>,
): readonly (T & { readonly id: string })[] {
  return Object.entries(rows)
    .map(([id, row]) => ({ ...row, id }))
    .sort((a, b) => a.order - b.order);
}
