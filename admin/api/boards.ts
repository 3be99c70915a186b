/** The public boards, for the phone page; no account is needed. */
import { isObject } from '../../core/result.ts';
import type { commencements } from '../../core/boards/commencements.ts';
import type { assessment } from '../../core/boards/assessment.ts';
import type { headToHead } from '../../core/boards/head-to-head.ts';
import type { ProjectRows } from '../../core/boards/project-ranking.ts';
import type { ProjectBoard } from '../../core/boards/project.ts';
import type { PublicBreakdown } from '../../core/boards/public/breakdown.ts';
import type { PublicDeclarations } from '../../core/boards/public/declarations.ts';
import type { PublicIssues } from '../../core/boards/public/issues.ts';
import type { PublicLeaders } from '../../core/boards/public/leaders.ts';
import type { PublicMechanisms } from '../../core/boards/public/mechanisms.ts';
import type { PublicMilestones } from '../../core/boards/public/milestones.ts';
import type { PublicNotices } from '../../core/boards/public/notices.ts';
import type { PublicPermits } from '../../core/boards/public/permits.ts';
import type { PublicPhotos } from '../../core/boards/public/photos.ts';
import type { PublicPipeline } from '../../core/boards/public/pipeline.ts';
import type { PublicStarts } from '../../core/boards/public/starts.ts';
import type { PublicTrend } from '../../core/boards/public/trend.ts';
import type { PublicVisits } from '../../core/boards/public/visits.ts';
import type { redBlack } from '../../core/boards/red-black.ts';
import type { Summary } from '../../core/boards/summary.ts';
import type { UnitRanking } from '../../core/boards/unit-ranking.ts';
import { ApiProblem } from './problem.ts';
import { numberOf, objectOf, textOf, textOrNull } from './parse.ts';
import { request } from './request.ts';

/** What each board holds. */
export interface PublicBoardData {
  readonly summary: Summary;
  readonly unitRanking: UnitRanking;
  readonly projects: { readonly rows: ProjectRows };
  readonly project: ProjectBoard;
  readonly commencements: ReturnType<typeof commencements>;
  readonly assessment: ReturnType<typeof assessment>;
  readonly redBlack: ReturnType<typeof redBlack>;
  readonly headToHead: NonNullable<ReturnType<typeof headToHead>>;
  readonly publicLeaders: PublicLeaders;
  readonly publicMilestones: PublicMilestones;
  readonly publicIssues: PublicIssues;
  readonly publicPermits: PublicPermits;
  readonly publicVisits: PublicVisits;
  readonly publicPipeline: PublicPipeline;
  readonly publicDeclarations: PublicDeclarations;
  readonly publicTrend: PublicTrend;
  readonly publicBreakdown: PublicBreakdown;
  readonly publicStarts: PublicStarts;
  readonly publicNotices: PublicNotices;
  readonly publicPhotos: PublicPhotos;
  readonly publicMechanisms: PublicMechanisms;
}

export type PublicBoardName = keyof PublicBoardData;

/** The members without which a board cannot be drawn. */
const MEMBERS: { readonly [K in PublicBoardName]: readonly (keyof PublicBoardData[K] & string)[] } = {
  summary: ['projects', 'completed', 'timeProgress', 'started', 'resumed', 'finished'],
  unitRanking: ['group', 'rows'],
  projects: ['rows'],
  project: ['name', 'total', 'milestones'],
  commencements: ['events', 'total', 'plan', 'rows'],
  assessment: ['rows'],
  redBlack: ['rows'],
  headToHead: ['rows'],
  publicLeaders: ['leaders', 'coverage', 'rows'],
  publicMilestones: ['done', 'onTime', 'rows'],
  publicIssues: ['resolved', 'byCategory', 'rows'],
  publicPermits: ['done', 'onTime', 'fully', 'rows'],
  publicVisits: ['visits', 'projects', 'rows'],
  publicPipeline: ['year', 'projects', 'total', 'plan', 'from100M', 'rows'],
  publicDeclarations: ['year', 'projects', 'rows'],
  publicTrend: ['all', 'rows'],
  publicBreakdown: ['by', 'rows'],
  publicStarts: ['year', 'rows'],
  publicNotices: ['issued', 'rows'],
  publicPhotos: ['photos', 'rows'],
  publicMechanisms: ['mechanisms', 'rows'],
};

const holds = <K extends PublicBoardName>(name: K, value: unknown): value is PublicBoardData[K] =>
  isObject(value) && MEMBERS[name].every((member) => value[member] !== undefined);

/** The edition that a board was computed from. */
export interface BoardEdition {
  readonly number: number;
  readonly correction: number;
  readonly title: string;
  /** What a correction says to everybody; empty when nothing. */
  readonly note: string;
}

/** What every board says of itself. */
export interface BoardHead {
  readonly asOf: string;
  readonly source: string;
  readonly office: string;
  readonly district: string;
  /** The figures are made up, and the page must say so. */
  readonly demo: boolean;
  /** Null where the figures are live. */
  readonly edition: BoardEdition | null;
}

export interface PublicBoard<K extends PublicBoardName> {
  readonly head: BoardHead;
  readonly data: PublicBoardData[K];
}

const editionOf = (value: unknown): BoardEdition | null => {
  if (value === undefined) return null;
  const { number, correction, title, note } = objectOf(value, 'edition');
  return {
    number: numberOf(number, 'edition.number'),
    correction: numberOf(correction, 'edition.correction'),
    title: textOf(title, 'edition.title'),
    note: textOrNull(note) ?? '',
  };
};

const headOf = (answer: Readonly<Record<string, unknown>>): BoardHead => {
  const { source, office, district, demo } = objectOf(answer['basis'], 'basis');
  return {
    asOf: textOf(answer['asOf'], 'asOf'),
    source: textOf(source, 'source'),
    office: textOf(office, 'office'),
    district: textOf(district, 'district'),
    demo: demo === true,
    edition: editionOf(answer['edition']),
  };
};

/** One board with its options; the browser asks only whether its copy is still current. */
export async function publicBoard<K extends PublicBoardName>(
  name: K,
  options: Readonly<Record<string, string>>,
): Promise<PublicBoard<K>> {
  const parameters = new URLSearchParams(options);
  const path = `/api/boards/${name}${parameters.size > 0 ? `?${parameters}` : ''}`;
  const answer = objectOf(await request('GET', path, { cache: 'no-cache' }), name);
  if (!holds(name, answer)) throw new ApiProblem(0, 'unexpected-answer', name);
  return { head: headOf(answer), data: answer };
}

/** The address of an accepted photo's picture. */
export const photoAddress = (id: string, size: 'small' | 'large'): string =>
  `/api/public/photos/${encodeURIComponent(id)}?size=${size}`;
