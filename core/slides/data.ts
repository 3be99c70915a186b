/** What each kind of slide shows: boards, reduced to what its element draws. */
import { canonicalJson } from '../canonical.ts';
import { boardContext, type BoardContext } from '../boards/board.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { summary, type Summary } from '../boards/summary.ts';
import { unitRanking, type UnitRanking } from '../boards/unit-ranking.ts';
import { allProjects, projectRanking, type ProjectRows } from '../boards/project-ranking.ts';
import { projectBoard, type ProjectBoard } from '../boards/project.ts';
import { showRate, type ShownRate } from '../exact.ts';
import type { IsoDate } from '../time.ts';
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

const compute = (context: BoardContext, kind: SlideKind, options: unknown): SlideContent | null => {
  const draw = DATA[kind] as (context: BoardContext, options: unknown) => unknown;
  const data = draw(context, options);
  return data === null ? null : ({ kind, data } as SlideContent);
};

/** The dates of a slide's figures, where they are not the office's own. */
export interface SlideDates {
  readonly asOf: IsoDate;
  /** What ranks are compared with; the end of the previous month unless given. */
  readonly baseline?: IsoDate;
}

const remembered = rememberPerLedger((ledger, key) => {
  const [kind, options, dates] = JSON.parse(key) as [SlideKind, unknown, SlideDates | undefined];
  const context = boardContext(ledger, dates?.asOf);
  const baseline = dates?.baseline;
  return context && compute({ ...context, ...(baseline && { baseline }) }, kind, options);
});

/**
 * The content of a playlist entry at the office's cut-off date unless others are given; null when there is nothing to show (its project
 * left the list) or the ledger has no settings. Computed once per ledger, however many groups show it.
 */
export const slideContent = (
  ledger: Ledger,
  { kind, options }: PlaylistEntry,
  dates?: SlideDates,
): SlideContent | null => remembered(ledger, canonicalJson(dates ? [kind, options, dates] : [kind, options]));
