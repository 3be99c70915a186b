/** Which slides are on air at a moment: by the group's schedule, and without what may not be shown on that day. */
import { inOrder, rowsWhere } from '../keyed-rows.ts';
import { addDays } from '../calendar/workdays.ts';
import { officeDate, startOfOfficeDay } from '../office-time.ts';
import { instant, type Instant, type IsoDate } from '../time.ts';
import type { Programme, ProgrammeSlide } from './programme.ts';
import { reignAt } from './timetable.ts';

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

/** What may not be seen on a day: rows of red and black boards outside their dates, moving pictures at a road. */
function shownOn(slides: Slides, day: IsoDate, roadside: boolean): Slides {
  const shown = Object.entries(slides).flatMap(([id, slide]): (readonly [string, ProgrammeSlide])[] => {
    if (roadside && slide.kind === 'video') return [];
    if (slide.kind !== 'redBlack') return [[id, slide]];
    const rows = rowsWhere(slide.data.rows, ({ from, until }) => from <= day && day <= (until ?? day));
    return Object.keys(rows).length === 0 ? [] : [[id, { ...slide, data: { ...slide.data, rows } }]];
  });
  return Object.fromEntries(shown);
}

/** Whether the day decides on what is shown of some slides. */
const dependsOnDay = (slides: Slides): boolean => Object.values(slides).some(({ kind }) => kind === 'redBlack');

function worked(programme: Programme, now: Instant): OnAir {
  const windows = inOrder(programme.windows ?? {});
  const reign = reignAt(windows, now);
  const current = reign.window === null ? undefined : windows[reign.window];
  const slides = current ? (current.slides ?? {}) : programme.slides;
  const today = officeDate(now);
  // Rows that leave or come at midnight make another loop: it begins then, and is not entered somewhere in between.
  const [midnight, next] = dependsOnDay(slides)
    ? [startOfOfficeDay(today), startOfOfficeDay(addDays(today, 1))]
    : [-Infinity, Infinity];
  return {
    slides: shownOn(slides, today, programme.roadside === true),
    since: instant(Math.max(programme.anchor, reign.from, midnight)),
    until: instant(Math.min(reign.until, next)),
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
