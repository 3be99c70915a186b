/** What each kind of slide shows: boards, reduced to what its element draws. */
import { rowsWhere } from '../keyed-rows.ts';
import { canonicalJson } from '../canonical.ts';
import { boardContext, type BoardContext } from '../boards/board.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { rememberPerLedger } from '../ledger/remember.ts';
import { headToHead } from '../boards/head-to-head.ts';
import { publicBreakdown, type PublicBreakdown } from '../boards/public/breakdown.ts';
import { publicIssues, type PublicIssues } from '../boards/public/issues.ts';
import { publicLeaders, type PublicLeaders } from '../boards/public/leaders.ts';
import { publicMilestones, type PublicMilestones } from '../boards/public/milestones.ts';
import { publicPermits, type PublicPermits } from '../boards/public/permits.ts';
import { publicPipeline, type PublicPipeline } from '../boards/public/pipeline.ts';
import { publicTrend, type PublicTrend } from '../boards/public/trend.ts';
import { publicVisits, type PublicVisits } from '../boards/public/visits.ts';
import { summary, type Summary } from '../boards/summary.ts';
import { unitRanking, type UnitRanking } from '../boards/unit-ranking.ts';
import { allProjects, projectRanking, type ProjectRows } from '../boards/project-ranking.ts';
import { projectBoard, type ProjectBoard } from '../boards/project.ts';
import { showRate, type ShownRate } from '../exact.ts';
import type { IsoDate } from '../time.ts';
import { assessmentSlide, type AssessmentData } from './data/assessment.ts';
import { commencement, type CommencementData } from './data/commencement.ts';
import { mediumOf, type MediumData } from './data/media.ts';
import { beforeAfter, newestPhoto, photoWall, type BeforeAfterData, type PhotoWallData } from './data/pictures.ts';
import { redBlackSlide, type RedBlackData } from './data/red-black.ts';
import type { SlidePicture } from './media.ts';
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

/** Rates with where time says they should be. */
type Timed<T> = T & { readonly time: ShownRate };

export interface SlideDataOf {
  cover: CoverData;
  summary: Summary;
  unitRanking: Timed<UnitRanking>;
  projectRanking: ProjectListData;
  projects: ProjectListData;
  project: Timed<ProjectBoard & { readonly photo?: SlidePicture }>;
  redBlack: RedBlackData;
  assessment: AssessmentData;
  headToHead: NonNullable<ReturnType<typeof headToHead>>;
  milestones: PublicMilestones;
  leaders: Timed<PublicLeaders>;
  issues: PublicIssues;
  permits: PublicPermits;
  visits: PublicVisits;
  trend: PublicTrend;
  breakdown: Timed<PublicBreakdown>;
  pipeline: PublicPipeline;
  commencement: CommencementData;
  beforeAfter: BeforeAfterData;
  photoWall: PhotoWallData;
  notice: { readonly text: string };
  image: MediumData;
  video: MediumData;
  ticker: { readonly text: string };
  clock: { readonly until?: IsoDate; readonly event?: string };
  neutral: { readonly district: string; readonly office: string };
  testCard: Readonly<Record<string, never>>;
}

/** One slide's kind and data; the kind says which data. */
export type SlideContent = {
  readonly [K in SlideKind]: { readonly kind: K; readonly data: SlideDataOf[K] };
}[SlideKind];

/** The milestones of one state only; the shares above them stay those of all. */
function withOnly(all: PublicMilestones, only: 'overdue' | 'due' | undefined): PublicMilestones {
  return only === undefined ? all : { ...all, rows: rowsWhere(all.rows, ({ state }) => state === only) };
}

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
    const photo = newestPhoto(context, project);
    return board && { ...board, ...(photo ? { photo } : {}), time: showRate(context.time) };
  },
  redBlack: redBlackSlide,
  assessment: assessmentSlide,
  headToHead,
  milestones: (context, { only }) => withOnly(publicMilestones(context), only),
  leaders: (context) => ({ ...publicLeaders(context), time: showRate(context.time) }),
  issues: publicIssues,
  permits: publicPermits,
  visits: publicVisits,
  trend: publicTrend,
  breakdown: (context, options) => ({ ...publicBreakdown(context, options), time: showRate(context.time) }),
  pipeline: publicPipeline,
  commencement,
  beforeAfter,
  photoWall,
  notice: (_context, { text }) => ({ text }),
  image: mediumOf('image'),
  video: mediumOf('video'),
  ticker: (_context, { text }) => ({ text }),
  clock: (_context, { until, event }) => ({ ...(until ? { until } : {}), ...(event ? { event } : {}) }),
  neutral: ({ settings: { district, office } }) => ({ district, office }),
  testCard: () => ({}),
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
