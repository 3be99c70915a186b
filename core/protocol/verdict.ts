/** What a screen's reports mean: whether somebody has to look after it, and why. */
import type { Stage } from '../stage/stage.ts';
import type { Instant } from '../time.ts';
import { PAGE_FAULT, type ScreenFault, type ScreenHealth } from './health.ts';

/** `good`, `watch` (goes on, but look at it), `fault` (somebody sees it), `unknown` (never connected). */
export type ScreenState = 'good' | 'watch' | 'fault' | 'unknown';

/** One reason why a screen is not simply good; milliseconds, megabytes and counts as reported. */
export type Concern =
  | { readonly kind: 'away'; readonly since: Instant }
  | { readonly kind: 'silent' }
  | { readonly kind: 'slide'; readonly fault: ScreenFault }
  | { readonly kind: 'page'; readonly fault: ScreenFault }
  | { readonly kind: 'media'; readonly missing: number }
  | { readonly kind: 'flips'; readonly p95: number }
  | { readonly kind: 'clock'; readonly uncertainty: number }
  | { readonly kind: 'frames'; readonly fps: number }
  | { readonly kind: 'heap'; readonly megabytes: number }
  | { readonly kind: 'nodes'; readonly nodes: number }
  | { readonly kind: 'rescues'; readonly count: number }
  /** The browser's window does not hold the whole stage; its size in pixels. */
  | { readonly kind: 'cut'; readonly width: number; readonly height: number }
  /** The system enlarges: so many pixels of the output for one of the picture. */
  | { readonly kind: 'scaled'; readonly ratio: number };

export interface Verdict {
  readonly state: ScreenState;
  readonly concerns: readonly Concern[];
}

/** What a verdict rests on; null where nothing was reported. */
export interface Observed {
  readonly connections: number;
  /** The browser's window, `1920x1080@1`. */
  readonly viewport: string | null;
  readonly seenAt: Instant | null;
  readonly health: ScreenHealth | null;
  readonly healthAt: Instant | null;
}

/** Three frames at 60 Hz: beyond, two screens side by side are seen to turn one after the other. */
export const LATE_FLIP_MS = 50;
export const VAGUE_CLOCK_MS = 50;
/** Below half of the usual rate motion is seen to jerk. */
export const FEW_FRAMES = 30;
/** Well below what makes the page reload itself (`display/health/rules.ts`). */
export const MUCH_HEAP_MB = 300;
export const MANY_NODES = 15_000;
/** A page that restarts or a network that hiccups is back by then. */
export const AWAY_AFTER_MS = 60_000;
/** Health comes once a minute. */
export const SILENT_AFTER_MS = 3 * 60_000;

/** Whether somebody in front of the screen sees that something is wrong, or soon will. */
const isFault = (concern: Concern, now: Instant): boolean =>
  concern.kind === 'slide' || (concern.kind === 'away' && now - concern.since > AWAY_AFTER_MS);

function concernsOf(health: ScreenHealth): readonly Concern[] {
  const { faults, media, flips, clock, fps, heap, nodes, rescues } = health;
  const concerns: Concern[] = faults.map((fault) => ({ kind: fault.kind === PAGE_FAULT ? 'page' : 'slide', fault }));
  if (media.ready < media.wanted) concerns.push({ kind: 'media', missing: media.wanted - media.ready });
  if (flips && flips.p95 > LATE_FLIP_MS) concerns.push({ kind: 'flips', p95: flips.p95 });
  if (clock && clock.uncertainty > VAGUE_CLOCK_MS) concerns.push({ kind: 'clock', uncertainty: clock.uncertainty });
  if (fps !== undefined && fps < FEW_FRAMES) concerns.push({ kind: 'frames', fps });
  if (heap !== undefined && heap > MUCH_HEAP_MB) concerns.push({ kind: 'heap', megabytes: heap });
  if (nodes > MANY_NODES) concerns.push({ kind: 'nodes', nodes });
  if (rescues > 0) concerns.push({ kind: 'rescues', count: rescues });
  return concerns;
}

/** What keeps the pixels of the stage from being those of the output. */
function windowConcerns(viewport: string | null, { x, y, width, height }: Stage): readonly Concern[] {
  const [, ...numbers] = /^(\d+)x(\d+)@(\d+(?:\.\d+)?)$/.exec(viewport ?? '') ?? [];
  const [across = Infinity, down = Infinity, ratio = 1] = numbers.map(Number);
  const concerns: Concern[] = [];
  if (x + width > across || y + height > down) concerns.push({ kind: 'cut', width: across, height: down });
  if (ratio !== 1) concerns.push({ kind: 'scaled', ratio });
  return concerns;
}

function presence({ connections, seenAt, healthAt }: Observed, now: Instant): readonly Concern[] {
  if (connections === 0) return seenAt === null ? [] : [{ kind: 'away', since: seenAt }];
  return healthAt !== null && now - healthAt > SILENT_AFTER_MS ? [{ kind: 'silent' }] : [];
}

/**
 * How a screen of a stage is at `now`. What a screen that is away said last no longer counts; one that never connected since the server
 * started is unknown, and one that is there and has not yet said more is good.
 */
export function verdictOn(observed: Observed, now: Instant, stage: Stage): Verdict {
  const { connections, seenAt, health, viewport } = observed;
  if (seenAt === null) return { state: 'unknown', concerns: [] };
  const told = health ? concernsOf(health) : [];
  const present = connections > 0 ? [...told, ...windowConcerns(viewport, stage)] : [];
  const concerns = [...presence(observed, now), ...present];
  if (concerns.some((concern) => isFault(concern, now))) return { state: 'fault', concerns };
  return { state: concerns.length > 0 ? 'watch' : 'good', concerns };
}
