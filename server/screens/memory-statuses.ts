import { duration, type Duration } from '../../core/time.ts';
import type { ScreenStatus, ScreenStatuses } from './status.ts';

/** How many save-to-pixels times the percentiles are taken of. */
const MOST_SAMPLES = 1000;

const unknown = (screen: string): ScreenStatus => ({
  screen,
  connections: 0,
  seenAt: null,
  paintedRevision: null,
  saveToPainted: null,
  slide: null,
  page: null,
  viewport: null,
  health: null,
  healthAt: null,
});

/** The nearest-rank percentile of sorted times; null of none. */
const percentile = (sorted: readonly Duration[], share: number): Duration | null =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;

/** What is known of the screens since the server started. */
export function createStatuses(): ScreenStatuses {
  const statuses = new Map<string, ScreenStatus>();
  const samples: Duration[] = [];
  const of = (screen: string): ScreenStatus => statuses.get(screen) ?? unknown(screen);
  const merge = (screen: string, news: Partial<ScreenStatus>): void => {
    statuses.set(screen, { ...of(screen), ...news });
  };
  return {
    connected: (screen, at) => merge(screen, { connections: of(screen).connections + 1, seenAt: at }),
    disconnected: (screen, at) => merge(screen, { connections: Math.max(0, of(screen).connections - 1), seenAt: at }),
    painted: (screen, revision, committedAt, at) => {
      if (committedAt === null) {
        const known = of(screen).paintedRevision === revision;
        merge(screen, { paintedRevision: revision, seenAt: at, ...(known ? {} : { saveToPainted: null }) });
        return;
      }
      const saveToPainted = duration(Math.max(0, at - committedAt));
      merge(screen, { paintedRevision: revision, seenAt: at, saveToPainted });
      samples.push(saveToPainted);
      if (samples.length > MOST_SAMPLES) samples.shift();
    },
    reported: (screen, { slide, page, viewport, health }, at) =>
      merge(screen, { slide, page, viewport, seenAt: at, ...(health ? { health, healthAt: at } : {}) }),
    of,
    all: () => [...statuses.values()],
    times: () => {
      const sorted = samples.toSorted((a, b) => a - b);
      return { count: sorted.length, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
    },
  };
}
