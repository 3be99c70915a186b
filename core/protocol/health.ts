/** How a screen is: what it tells the server with every beat, so that somebody sees a screen before it fails. */
import { isObject } from '../result.ts';

/** A slide that could not be drawn and was left out, or something else that went wrong in the page. */
export interface ScreenFault {
  /** Empty for what is no slide's. */
  readonly slide: string;
  /** The slide's kind, or `page`. */
  readonly kind: string;
  /** What the browser said, cut to `MOST_TEXT`. */
  readonly text: string;
  /** How often since the page was loaded. */
  readonly count: number;
}

/** How exactly pages turned since the report before. */
export interface FlipReport {
  readonly count: number;
  /** Milliseconds between the moment due and the frame that showed it, on the screen's estimate of the server's clock. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** How well the screen knows the server's time. */
export interface ClockReport {
  /** Half of the least round trip: the offset is off by at most this many milliseconds. */
  readonly uncertainty: number;
  /** How much faster the server's clock runs than the screen's, in millionths; absent until it is known. */
  readonly rate?: number;
  /** Seconds since the last sample. */
  readonly age: number;
}

/** Files of the programme: how many there are, and how many are on the screen. */
export interface MediaStatus {
  readonly wanted: number;
  readonly ready: number;
}

export interface ScreenHealth {
  /** Seconds since the page was loaded. */
  readonly up: number;
  /** Megabytes of JavaScript heap; absent where the browser does not tell. */
  readonly heap?: number;
  /** Elements in the document, shadow trees included. */
  readonly nodes: number;
  /** Frames a second while something moved; absent when nothing did. */
  readonly fps?: number;
  /** Frames that took longer than 50 ms since the report before. */
  readonly longFrames: number;
  readonly flips?: FlipReport;
  readonly clock?: ClockReport;
  readonly media: MediaStatus;
  /** Whether the page comes up without the server: by a service worker, or not at all. */
  readonly coldStart: boolean;
  /** How often in the last 24 hours the page reloaded itself because its memory ran away or it stood still. */
  readonly rescues: number;
  /** The newest last. */
  readonly faults: readonly ScreenFault[];
}

export const MOST_FAULTS = 5;
export const MOST_TEXT = 160;
/** No measure is larger: far beyond what a screen can have, and still exact when counted together. */
export const MOST = 1e12;
/** What marks a fault that no slide has made. */
export const PAGE_FAULT = 'page';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= MOST;
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_TEXT;

const numbersIn = <K extends string>(value: unknown, names: readonly K[]): Record<K, number> | null => {
  if (!isObject(value)) return null;
  const found = names.map((name) => [name, value[name]] as const);
  return found.every(([, each]) => isNumber(each)) ? (Object.fromEntries(found) as Record<K, number>) : null;
};

function faultIn(value: unknown): ScreenFault | null {
  if (!isObject(value)) return null;
  const { slide, kind, text, count } = value;
  return isText(slide) && isText(kind) && isText(text) && isNumber(count) ? { slide, kind, text, count } : null;
}

function clockIn(value: unknown): ClockReport | null {
  const known = numbersIn(value, ['uncertainty', 'age']);
  const rate = isObject(value) ? value['rate'] : undefined;
  return known && { ...known, ...(isNumber(rate) ? { rate } : {}) };
}

/** A report of a screen's health; null when it is malformed. */
export function healthIn(value: unknown): ScreenHealth | null {
  const known = numbersIn(value, ['up', 'nodes', 'longFrames', 'rescues']);
  if (!known || !isObject(value) || !Array.isArray(value['faults'])) return null;
  const { heap, fps, coldStart } = value;
  const media = numbersIn(value['media'], ['wanted', 'ready']);
  const faults = value['faults'].slice(0, MOST_FAULTS).map(faultIn);
  const flips = numbersIn(value['flips'], ['count', 'p50', 'p95', 'max']);
  const clock = clockIn(value['clock']);
  if (!media || typeof coldStart !== 'boolean' || faults.includes(null)) return null;
  return {
    ...known,
    ...(isNumber(heap) ? { heap } : {}),
    ...(isNumber(fps) ? { fps } : {}),
    ...(flips ? { flips } : {}),
    ...(clock ? { clock } : {}),
    media,
    coldStart,
    faults: faults.filter((fault) => fault !== null),
  };
}
