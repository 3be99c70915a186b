/** Which slides are on air at a moment: by the group's schedule, and without what may not be shown on that day. */
import { addDays, weekday } from '../calendar/workdays.ts';
import { officeDate, startOfOfficeDay } from '../office-time.ts';
import { instant, type Instant, type IsoDate } from '../time.ts';
import type { Programme, ProgrammeSlide, ProgrammeWindow } from './programme.ts';

type Slides = Readonly<Record<string, ProgrammeSlide>>;

export interface OnAir {
  readonly slides: Slides;
  /** The loop began with its first slide at this moment. */
  readonly since: Instant;
  /** The slides may be others from this moment on; Infinity when never. */
  readonly until: Instant;
  /** The schedule wants the screens dark. */
  readonly dark: boolean;
}

const MINUTE_MS = 60_000;
/** Windows come round every week; with first and last days this sees every border near enough. */
const DAYS_AROUND = 8;

const holdsOn = ({ days, firstDay, lastDay }: ProgrammeWindow, day: IsoDate): boolean =>
  days.includes(weekday(day)) && (firstDay ?? day) <= day && day <= (lastDay ?? day);

interface Span {
  readonly window: ProgrammeWindow;
  readonly from: number;
  readonly until: number;
}

/** The spans of all windows in the days around a moment; earlier windows of the schedule first. */
function spansAround(windows: readonly ProgrammeWindow[], now: Instant): readonly Span[] {
  const today = officeDate(now);
  return windows.flatMap((window) =>
    Array.from({ length: DAYS_AROUND * 2 + 1 }, (_, index) => addDays(today, index - DAYS_AROUND))
      .filter((day) => holdsOn(window, day))
      .map((day) => {
        const midnight = startOfOfficeDay(day);
        return { window, from: midnight + window.from * MINUTE_MS, until: midnight + window.until * MINUTE_MS };
      }),
  );
}

/** What may not be seen on a day: rows of red and black boards outside their dates, moving pictures at a road. */
function shownOn(slides: Slides, day: IsoDate, roadside: boolean): Slides {
  const shown = Object.entries(slides).flatMap(([id, slide]): (readonly [string, ProgrammeSlide])[] => {
    if (roadside && slide.kind === 'video') return [];
    if (slide.kind !== 'redBlack') return [[id, slide]];
    const rows = Object.entries(slide.data.rows)
      .filter(([, { from, until }]) => from <= day && day <= (until ?? day))
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([key, row], order) => [key, { ...row, order }] as const);
    return rows.length === 0 ? [] : [[id, { ...slide, data: { ...slide.data, rows: Object.fromEntries(rows) } }]];
  });
  return Object.fromEntries(shown);
}

const depends = (slides: Slides): boolean => Object.values(slides).some(({ kind }) => kind === 'redBlack');

function worked(programme: Programme, now: Instant): OnAir {
  const windows = Object.values(programme.windows ?? {}).sort((a, b) => a.order - b.order);
  const spans = spansAround(windows, now);
  const current = spans.find(({ from, until }) => from <= now && now < until)?.window;
  const slides = current ? (current.slides ?? {}) : programme.slides;
  const borders = spans.flatMap(({ from, until }) => [from, until]);
  const last = Math.max(programme.anchor, ...borders.filter((border) => border <= now));
  const today = officeDate(now);
  const midnight = startOfOfficeDay(addDays(today, 1));
  const next = Math.min(Infinity, ...borders.filter((border) => border > now));
  return {
    slides: shownOn(slides, today, programme.roadside === true),
    since: instant(last),
    until: instant(depends(slides) ? Math.min(next, midnight) : next),
    dark: current !== undefined && current.slides === undefined,
  };
}

/** The last answer for each programme that is still held by anybody. */
const remembered = new WeakMap<Programme, { readonly from: Instant; readonly onAir: OnAir }>();

/**
 * The slides of a programme at a moment: a pure function of both, so that windows begin and end on a screen that has
 * lost its server. Equal answers are the same object until the slides change.
 */
export function onAirAt(programme: Programme, now: Instant): OnAir {
  const known = remembered.get(programme);
  if (known && known.from <= now && now < known.onAir.until) return known.onAir;
  const onAir = worked(programme, now);
  remembered.set(programme, { from: now, onAir });
  return onAir;
}
