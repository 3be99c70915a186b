/** When a group's screens show what: windows by weekday and time of day, in the office's time. */
import { fail, isObject, ok, type Result } from '../result.ts';
import { parseDate, type IsoDate } from '../time.ts';

/** A window of time. Of those that hold a moment the first counts; outside of all, the group's own playlist is on. */
export interface ScheduleWindow {
  /** From 1, Monday, to 7, Sunday. */
  readonly days: readonly number[];
  /** Minutes since midnight; `until` is the first minute after, at most 1440. */
  readonly from: number;
  readonly until: number;
  /** The first and the last day on which it holds; always unless given. */
  readonly firstDay?: IsoDate;
  readonly lastDay?: IsoDate;
  /** A playlist's id; without one the screens are dark. */
  readonly playlist?: string;
}

export const MAX_WINDOWS = 20;
/** Minutes of a day. */
export const DAY_MINUTES = 24 * 60;

const isMinute = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= DAY_MINUTES;

const isDays = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  new Set(value).size === value.length &&
  value.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);

const dayIn = (value: unknown): IsoDate | null => (typeof value === 'string' ? parseDate(value) : null);

function checkWindow(value: unknown): Result<ScheduleWindow, string> {
  if (!isObject(value)) return fail('each window must be an object');
  const { days, from, until, firstDay, lastDay, playlist } = value;
  if (!isDays(days)) return fail('days must be a list of 1 (Monday) to 7, each once');
  if (!isMinute(from) || !isMinute(until) || from >= until)
    return fail('from must be before until, in minutes of a day');
  const [first, last] = [dayIn(firstDay), dayIn(lastDay)];
  if ((firstDay !== undefined && !first) || (lastDay !== undefined && !last))
    return fail('a day must be like 2017-12-31');
  if (first && last && first > last) return fail('firstDay must not be after lastDay');
  if (playlist !== undefined && (typeof playlist !== 'string' || playlist === ''))
    return fail('playlist must be an id');
  return ok({
    days: [...days].sort((a, b) => a - b),
    from,
    until,
    ...(first ? { firstDay: first } : {}),
    ...(last ? { lastDay: last } : {}),
    ...(playlist === undefined ? {} : { playlist }),
  });
}

/** A schedule from a form or the wire, or the first thing that is wrong with it. */
export function checkSchedule(value: unknown): Result<readonly ScheduleWindow[], string> {
  if (!Array.isArray(value)) return fail('must be a list of windows');
  if (value.length > MAX_WINDOWS) return fail(`may have at most ${MAX_WINDOWS} windows`);
  const windows: ScheduleWindow[] = [];
  for (const each of value) {
    const checked = checkWindow(each);
    if (!checked.ok) return checked;
    windows.push(checked.value);
  }
  return ok(windows);
}

/** The playlists that windows name, each once; windows that are over count too. */
export const playlistsIn = (windows: readonly ScheduleWindow[]): readonly string[] => [
  ...new Set(windows.flatMap(({ playlist }) => (playlist === undefined ? [] : [playlist]))),
];
