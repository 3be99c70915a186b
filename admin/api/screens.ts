import { healthIn, type ScreenHealth } from '../../core/protocol/health.ts';
import { instant, type Instant } from '../../core/time.ts';
import type { Screen } from '../../core/registers/index.ts';
import { numberOf, numberOrNull, objectOf, listOf, recordOf, textOf, textOrNull } from './parse.ts';
import { request } from './request.ts';

/** What is known of a screen's connection and picture right now. */
export interface ScreenStatus {
  readonly connections: number;
  readonly seenAt: Instant | null;
  readonly paintedRevision: number | null;
  readonly saveToPainted: number | null;
  readonly slide: string | null;
  readonly page: number | null;
  readonly viewport: string | null;
  /** What the screen last said of itself, and when. */
  readonly health: ScreenHealth | null;
  readonly healthAt: Instant | null;
}

export interface ScreenWithStatus {
  readonly screen: Screen;
  readonly status: ScreenStatus;
}

/** From the save to the pixels, in milliseconds, over the last samples of all screens. */
export interface PaintedTimes {
  readonly count: number;
  readonly p50: number | null;
  readonly p99: number | null;
}

export interface Fleet {
  readonly screens: readonly ScreenWithStatus[];
  readonly times: PaintedTimes;
  readonly revision: number | null;
}

/** The link that makes the browser that opens it the screen. */
export interface ScreenLink {
  readonly url: string;
  readonly expires: number | null;
}

const instantOrNull = (value: unknown): Instant | null => (typeof value === 'number' ? instant(value) : null);

const statusOf = (value: unknown): ScreenStatus => {
  const source = objectOf(value, 'status');
  return {
    connections: numberOf(source['connections'], 'status.connections'),
    seenAt: instantOrNull(source['seenAt']),
    paintedRevision: numberOrNull(source['paintedRevision']),
    saveToPainted: numberOrNull(source['saveToPainted']),
    slide: textOrNull(source['slide']),
    page: numberOrNull(source['page']),
    viewport: textOrNull(source['viewport']),
    health: healthIn(source['health']),
    healthAt: instantOrNull(source['healthAt']),
  };
};

export async function listScreens(): Promise<Fleet> {
  const answer = objectOf(await request('GET', '/api/screens'), 'screens');
  const times = objectOf(answer['times'], 'times');
  return {
    screens: listOf(answer['records'], 'screens', (each) => ({
      screen: recordOf('screens', each),
      status: statusOf(objectOf(each, 'screen')['status']),
    })),
    times: {
      count: numberOf(times['count'], 'times.count'),
      p50: numberOrNull(times['p50']),
      p99: numberOrNull(times['p99']),
    },
    revision: numberOrNull(answer['revision']),
  };
}

const linkOf = (answer: unknown): ScreenLink => {
  const { url, expires } = objectOf(answer, 'link');
  return { url: textOf(url, 'link.url'), expires: numberOrNull(expires) };
};

/** A new screen and the link that pairs its player. */
export async function createScreen(
  values: Readonly<Record<string, unknown>>,
): Promise<ScreenLink & { readonly id: string }> {
  const answer = await request('POST', '/api/screens', { body: values });
  return { ...linkOf(answer), id: textOf(objectOf(answer, 'screen')['id'], 'screen.id') };
}

const screenPath = (id: string): string => `/api/screens/${encodeURIComponent(id)}`;

export const newScreenLink = async (id: string): Promise<ScreenLink> =>
  linkOf(await request('POST', `${screenPath(id)}/link`));

/** Ends every pairing of a screen; its players show their code again. */
export async function revokeScreen(id: string): Promise<void> {
  await request('POST', `${screenPath(id)}/revoke`);
}

/** Gives the browser that shows a code to a screen. */
export async function claimCode(code: string, screen: string): Promise<void> {
  await request('POST', `/api/pairings/${encodeURIComponent(code)}`, { body: { screen } });
}
