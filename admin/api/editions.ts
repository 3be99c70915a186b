/** Editions (期): the list, the desk of one, its content, and the steps. */
import type { Offer, Offers, StepName } from '../../core/editions/desk.ts';
import type { Differences } from '../../core/editions/differences.ts';
import type { Finding } from '../../core/editions/finding.ts';
import type { EditionPackage } from '../../core/editions/package.ts';
import type { Stale, StaleFigure } from '../../core/editions/stale.ts';
import type { EDITION_RHYTHMS, REVIEW_DECISIONS } from '../../core/registers/editions.ts';
import type { Edition, EditionReview } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { isSlideKind, type SlideKind } from '../../core/slides/kinds.ts';
import { listOf, numberOrNull, objectOf, recordOf, textOf, textOrNull, unfit } from './parse.ts';
import { request } from './request.ts';

/** A line of the list. */
export interface EditionLine {
  readonly edition: Edition;
  readonly reviews: readonly EditionReview[];
  /** How many figures of the edition on air were corrected since; 0 for others. */
  readonly staleFigures: number;
}

/** A page that can be taken down. */
export interface EditionPage {
  /** `playlist/slide`. */
  readonly page: string;
  readonly playlist: string;
  readonly slide: string;
  readonly kind: SlideKind;
  readonly title?: string;
  readonly hidden: boolean;
}

/** A corrected figure with the last change that corrected it. */
export interface CorrectedFigure extends StaleFigure {
  readonly by?: { readonly seq: number; readonly at: number; readonly name: string };
}

/** Everything about one edition, as one person may see and do it. */
export interface EditionDesk {
  readonly edition: Edition;
  readonly reviews: readonly EditionReview[];
  readonly steps: Offers;
  /** Null when its content is not to be had. */
  readonly checks: readonly Finding[] | null;
  /** Null when there is no edition before it. */
  readonly differences: Differences | null;
  readonly stale: { readonly figures: readonly CorrectedFigure[]; readonly dependents: Stale['dependents'] } | null;
  readonly pages: readonly EditionPage[];
  /** The hash of the content; of what a freeze would keep now while it collects. */
  readonly content: string | null;
}

const pathOf = (id: string, rest = ''): string => `/api/editions/${encodeURIComponent(id)}${rest}`;

const reviewsOf = (value: unknown): readonly EditionReview[] =>
  listOf(value, 'reviews', (each) => recordOf('editionReviews', each));

const lineOf = (value: unknown): EditionLine => {
  const line = objectOf(value, 'edition');
  return {
    edition: recordOf('editions', line),
    reviews: reviewsOf(line['reviews']),
    staleFigures: numberOrNull(line['staleFigures']) ?? 0,
  };
};

/** All editions, newest first. */
export const listEditions = async (): Promise<readonly EditionLine[]> =>
  listOf(objectOf(await request('GET', '/api/editions'), 'editions')['editions'], 'editions', lineOf);

const STEPS = [
  'freeze',
  'reopen',
  'review',
  'sign',
  'schedule',
  'air',
  'withdraw',
  'hide',
  'show',
  'correct',
] as const satisfies readonly StepName[];

const isOffer = (value: unknown): value is Offer => isObject(value) && typeof value['allowed'] === 'boolean';

const isOffers = (value: unknown): value is Offers => isObject(value) && STEPS.every((name) => isOffer(value[name]));

const isFinding = (value: unknown): value is Finding =>
  isObject(value) && typeof value['code'] === 'string' && isObject(value['message']);

const isDifferences = (value: unknown): value is Differences =>
  isObject(value) && ['units', 'projects', 'pages'].every((name) => Array.isArray(value[name]));

const isStale = (value: unknown): value is NonNullable<EditionDesk['stale']> =>
  isObject(value) && Array.isArray(value['figures']) && isObject(value['dependents']);

const pageOf = (value: unknown): EditionPage => {
  const { page, playlist, slide, kind, title, hidden } = objectOf(value, 'page');
  if (!isSlideKind(kind)) throw unfit('page.kind');
  return {
    page: textOf(page, 'page.page'),
    playlist: textOf(playlist, 'page.playlist'),
    slide: textOf(slide, 'page.slide'),
    kind,
    ...(typeof title === 'string' ? { title } : {}),
    hidden: hidden === true,
  };
};

/** A member that may be null, if it is what it should be. */
function orNull<T>(value: unknown, what: string, is: (value: unknown) => value is T): T | null {
  if (value === null || value === undefined) return null;
  if (!is(value)) throw unfit(what);
  return value;
}

const findingsOf = (value: unknown): readonly Finding[] =>
  listOf(value, 'checks', (each) => {
    if (!isFinding(each)) throw unfit('checks');
    return each;
  });

/** The desk of one edition. */
export async function readDesk(id: string): Promise<EditionDesk> {
  const answer = objectOf(await request('GET', pathOf(id)), 'edition');
  const { edition, reviews, steps, checks, differences, stale, pages, content } = answer;
  if (!isOffers(steps)) throw unfit('steps');
  return {
    edition: recordOf('editions', edition),
    reviews: reviewsOf(reviews),
    steps,
    checks: checks === null ? null : findingsOf(checks),
    differences: orNull(differences, 'differences', isDifferences),
    stale: orNull(stale, 'stale', isStale),
    pages: listOf(pages, 'pages', pageOf),
    content: textOrNull(content),
  };
}

const isPackage = (value: unknown): value is EditionPackage =>
  isObject(value) && value['format'] === 1 && isObject(value['playlists']) && isObject(value['groups']);

/** All that screens can show of an edition. */
export async function readPackage(id: string): Promise<EditionPackage> {
  const answer = await request('GET', pathOf(id, '/content'), { cache: 'no-cache' });
  if (!isPackage(answer)) throw unfit('content');
  return answer;
}

export interface NewEdition {
  readonly rhythm: keyof typeof EDITION_RHYTHMS;
  readonly asOf: string;
  readonly title?: string;
  readonly number?: number;
}

const editionOf = (answer: unknown): Edition => recordOf('editions', objectOf(answer, 'step')['edition']);

export const createEdition = async (body: NewEdition): Promise<Edition> =>
  editionOf(await request('POST', '/api/editions', { body }));

/** A step with everything that it needs. */
export type EditionStep =
  | { readonly step: 'freeze'; readonly body: Readonly<Record<string, never>> }
  | { readonly step: 'reopen'; readonly body: { readonly reason?: string } }
  | {
      readonly step: 'reviews';
      readonly body: {
        readonly content: string;
        readonly decision: keyof typeof REVIEW_DECISIONS;
        readonly comment?: string;
        readonly onBehalfOf?: string;
      };
    }
  | {
      readonly step: 'sign';
      readonly body: {
        readonly content: string;
        readonly onBehalfOf?: string;
        readonly acknowledged?: readonly string[];
        readonly reason?: string;
      };
    }
  | { readonly step: 'schedule'; readonly body: { readonly content: string; readonly airAt: number } }
  | { readonly step: 'air'; readonly body: { readonly content: string } }
  | { readonly step: 'withdraw'; readonly body: { readonly reason: string } }
  | { readonly step: 'hide'; readonly body: { readonly page: string; readonly reason: string } }
  | { readonly step: 'show'; readonly body: { readonly page: string; readonly reason?: string } }
  | { readonly step: 'correct'; readonly body: { readonly reason: string; readonly publicNote?: string } };

/** Takes a step; the edition as it is then, or the correction that was drawn up. */
export const takeStep = async (id: string, { step, body }: EditionStep): Promise<Edition> =>
  editionOf(await request('POST', pathOf(id, `/${step}`), { body }));
