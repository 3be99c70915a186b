/**
 * How the rows of a list move: a plan of tracks in time, sampled every frame. Nothing here knows the page, so
 * that a plan can be tested, and broken off at any moment: the sample is where the next plan starts.
 */
import { between, easeInOut, easeOut, passed } from './ease.ts';

/** How far a row has told its new story: figures, then words about them, its place, and how it changed. */
export type Chapter = 'counting' | 'counted' | 'moved' | 'settled';

export interface RowState {
  /** Pixels from the top left of the list. */
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
  /** The rate that bar and digits show, in percent. */
  readonly value: number;
  /** How strongly the row is lifted out of the others, from 0 to 1. */
  readonly glow: number;
  readonly chapter: Chapter;
}

export interface RowTarget {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** The row stands higher than before. */
  readonly climbs?: boolean;
  /** The row goes off the page and is forgotten when it has arrived. */
  readonly leaves?: boolean;
  /** Where a row that was not on the page comes from. */
  readonly from?: { readonly x: number; readonly y: number };
}

interface Track {
  readonly start: RowState;
  readonly end: RowTarget;
  readonly moveAt: number;
  readonly moveFor: number;
  readonly countAt: number;
  readonly countFor: number;
  readonly fadeAt: number;
  readonly opacity: number;
  readonly settleAt: number;
}

export interface RowPlan {
  readonly tracks: ReadonlyMap<string, Track>;
  readonly scaleFrom: number;
  readonly scaleTo: number;
  /** Milliseconds from the start after which nothing moves. */
  readonly length: number;
}

export interface Sample {
  readonly rows: ReadonlyMap<string, RowState>;
  /** The rate at the end of every bar's track, in percent. */
  readonly scale: number;
}

export const COUNT_MS = 1200;
export const MOVE_MS = 1000;
export const TURN_MS = 1200;
export const WHOLE_MS = 8000;
const PAUSE_MS = 250;
const STAGGER_MS = 260;
const ENTER_STAGGER_MS = 90;
const FADE_MS = 420;
const GLOW_MS = 3000;
const GLOW_EDGE_MS = 350;

const ended = (tracks: ReadonlyMap<string, Track>): number => {
  let end = 0;
  for (const { end: target, moveAt, moveFor, countAt, countFor, settleAt, fadeAt } of tracks.values()) {
    const glowEnd = target.climbs ? moveAt + GLOW_MS + GLOW_EDGE_MS : 0;
    end = Math.max(end, moveAt + moveFor, countAt + countFor, settleAt, fadeAt + FADE_MS, glowEnd);
  }
  return end;
};

const planOf = (tracks: ReadonlyMap<string, Track>, scaleFrom: number, scaleTo: number): RowPlan => ({
  tracks,
  scaleFrom,
  scaleTo,
  length: ended(tracks),
});

const still = ({ x, y, value }: RowTarget): RowState => ({ x, y, value, opacity: 1, glow: 0, chapter: 'settled' });

/** A list coming on: rows rise one after the other, bars grow, digits count up from nothing. */
export function enterPlan(targets: readonly RowTarget[], scale: number, rise: number): RowPlan {
  const tracks = new Map<string, Track>();
  targets.forEach((end, index) => {
    const at = 120 + index * Math.min(ENTER_STAGGER_MS, 900 / targets.length);
    tracks.set(end.id, {
      start: { ...still(end), y: end.y + rise, value: 0, opacity: 0 },
      end,
      moveAt: at,
      moveFor: 700,
      countAt: at + 150,
      countFor: COUNT_MS,
      fadeAt: at,
      opacity: 1,
      settleAt: 0,
    });
  });
  return planOf(tracks, scale, scale);
}

/** A page turning: rows of the old page glide out as those of the new one glide in. */
export function turnPlan(present: Sample, targets: readonly RowTarget[], scale: number): RowPlan {
  const tracks = new Map<string, Track>();
  for (const end of targets) {
    const start = present.rows.get(end.id) ?? { ...still(end), ...end.from };
    tracks.set(end.id, {
      start: { ...start, chapter: 'settled' },
      end: { ...end, climbs: false },
      moveAt: 0,
      moveFor: TURN_MS,
      countAt: 0,
      countFor: 0,
      fadeAt: 0,
      // A row that fades away while the page turns does not come back.
      opacity: end.leaves ? start.opacity : 1,
      settleAt: 0,
    });
  }
  return planOf(tracks, present.scale, scale);
}

/**
 * Figures that changed while they are on screen: digits count to their new values, then rows move to their new
 * places, the lowest first, then the words about the change follow. The whole takes at most 8 s.
 */
export function updatePlan(present: Sample, targets: readonly RowTarget[], scale: number): RowPlan {
  const tracks = new Map<string, Track>();
  const movers = targets
    .filter(({ id, x, y }) => {
      const now = present.rows.get(id);
      return !now || now.x !== x || now.y !== y;
    })
    .sort((a, b) => {
      const [first, second] = [present.rows.get(a.id), present.rows.get(b.id)];
      return (second?.x ?? 0) - (first?.x ?? 0) || (second?.y ?? 0) - (first?.y ?? 0);
    });
  const counts = targets.some(({ id, value }) => present.rows.get(id)?.value !== value);
  const countFor = counts ? COUNT_MS : 0;
  const firstMove = countFor + (counts ? PAUSE_MS : 0);
  const stagger = Math.min(STAGGER_MS, (WHOLE_MS - firstMove - MOVE_MS - GLOW_EDGE_MS) / Math.max(1, movers.length));
  const order = new Map(movers.map(({ id }, index) => [id, index]));
  const settleAt = movers.length > 0 ? firstMove + stagger * (movers.length - 1) + MOVE_MS : countFor;
  for (const end of targets) {
    const known = present.rows.get(end.id);
    const place = order.get(end.id);
    tracks.set(end.id, {
      start: known ? { ...known, chapter: 'counting' } : { ...still(end), ...end.from, opacity: 0, value: 0 },
      end,
      moveAt: firstMove + stagger * (place ?? 0),
      moveFor: place === undefined ? 0 : MOVE_MS,
      countAt: known ? 0 : firstMove,
      countFor: COUNT_MS,
      fadeAt: known ? 0 : firstMove,
      opacity: 1,
      settleAt: known ? settleAt : 0,
    });
  }
  for (const [id, start] of present.rows) {
    if (tracks.has(id)) continue;
    const end: RowTarget = { id, x: start.x, y: start.y, value: start.value, leaves: true };
    const gone = {
      start,
      end,
      moveAt: 0,
      moveFor: 0,
      countAt: 0,
      countFor: 0,
      fadeAt: countFor,
      opacity: 0,
      settleAt: 0,
    };
    tracks.set(id, gone);
  }
  return planOf(tracks, present.scale, scale);
}

const chapterAt = ({ end, moveAt, moveFor, countAt, countFor, settleAt }: Track, time: number): Chapter => {
  if (time >= settleAt) return 'settled';
  if (end.climbs || moveFor > 0) {
    if (time >= moveAt + moveFor / 2) return 'moved';
  }
  return time >= countAt + countFor ? 'counted' : 'counting';
};

const glowAt = (track: Track, time: number): number => {
  if (!track.end.climbs) return track.start.glow * (1 - passed(time, 0, GLOW_EDGE_MS));
  const on = passed(time, track.moveAt - GLOW_EDGE_MS, GLOW_EDGE_MS);
  const off = passed(time, track.moveAt + GLOW_MS, GLOW_EDGE_MS);
  return Math.max(track.start.glow * (1 - off), on * (1 - off));
};

/** Where everything stands `time` milliseconds after the plan began. */
export function sample(plan: RowPlan, time: number): Sample {
  const rows = new Map<string, RowState>();
  for (const [id, track] of plan.tracks) {
    const { start, end } = track;
    if (end.leaves && time >= plan.length) continue;
    const moved = easeInOut(passed(time, track.moveAt, track.moveFor));
    const counted = easeOut(passed(time, track.countAt, track.countFor));
    rows.set(id, {
      x: between(start.x, end.x, moved),
      y: between(start.y, end.y, moved),
      value: between(start.value, end.value, counted),
      opacity: between(start.opacity, track.opacity, passed(time, track.fadeAt, FADE_MS)),
      glow: glowAt(track, time),
      chapter: chapterAt(track, time),
    });
  }
  const scale = between(plan.scaleFrom, plan.scaleTo, easeInOut(passed(time, 0, COUNT_MS)));
  return { rows, scale };
}

export const EMPTY_SAMPLE: Sample = { rows: new Map(), scale: 100 };
