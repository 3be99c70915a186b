import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  doubtOf,
  dueAt,
  lineOf,
  minuteOf,
  moved,
  newLine,
  problemOf,
  weekOf,
  windowOf,
  windowsOf,
  withFriday,
  withNights,
  type Line,
} from '../../admin/screens/schedule-edits.ts';
import { checkSchedule, type ScheduleWindow } from '../../core/programme/schedule.ts';
import type { Playlist } from '../../core/registers/index.ts';
import { dateOfDay, instant, parseDate, type IsoDate } from '../../core/time.ts';

const day = (text: string): IsoDate => {
  const date = parseDate(text);
  if (!date) throw new Error(text);
  return date;
};

/** A Wednesday. */
const TODAY = day('2017-12-27');
const at = (text: string) => instant(Date.parse(`${text}+08:00`));

const playlist = (id: string, enabled = true): Playlist => ({
  id,
  name: id,
  revision: 1,
  changedAt: instant(0),
  entries: [{ id: 'cover', kind: 'cover', options: {}, seconds: 0, enabled }],
});
const PLAYLISTS = [playlist('all'), playlist('meeting'), playlist('off', false)];

const line = (changed: Partial<Line> = {}): Line => ({ ...newLine('meeting'), ...changed });
const doubts = (...lines: readonly Line[]) => lines.map((_, index) => doubtOf(lines, index, PLAYLISTS, TODAY));

const dates = fc.option(fc.integer({ min: 17_000, max: 18_000 }).map(dateOfDay), { nil: undefined });
const windows = fc
  .record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 1, max: 1440 }),
    firstDay: dates,
    lastDay: dates,
    playlist: fc.constantFrom(undefined, 'all', 'meeting'),
  })
  .filter(({ firstDay, lastDay }) => !firstDay || !lastDay || firstDay <= lastDay)
  .map(({ days, from, length, firstDay, lastDay, playlist: id }): ScheduleWindow => ({
    days,
    from,
    until: Math.min(1440, from + length),
    ...(firstDay ? { firstDay } : {}),
    ...(lastDay ? { lastDay } : {}),
    ...(id ? { playlist: id } : {}),
  }));

describe('a line of the schedule', () => {
  it('stands for the window that it was made of, and the server takes it', () => {
    fc.assert(
      fc.property(windows, (window) => {
        expect(windowOf(lineOf(window))).toEqual(window);
        expect(checkSchedule([window]).ok).toBe(true);
      }),
    );
  });

  it.each([
    ['7', 420],
    ['7:05', 425],
    ['0730', 450],
    ['７：３０', 450],
    ['24:00', 1440],
    ['24:01', null],
    ['12:60', null],
    ['', null],
    ['noon', null],
  ])('reads %j as a time of day', (text, minute) => expect(minuteOf(text)).toBe(minute));

  it('says what is wrong with it', () => {
    expect(problemOf(line())).toBeNull();
    expect(problemOf(line({ days: [] }))).toBe('no-days');
    expect(problemOf(line({ from: '7.x' }))).toBe('bad-time');
    expect(problemOf(line({ from: '22:00', until: '6:00' }))).toBe('not-after');
    expect(problemOf(line({ firstDay: '2017-02-30' }))).toBe('bad-day');
    expect(problemOf(line({ firstDay: '2017-03-02', lastDay: '2017-03-01' }))).toBe('days-swapped');
  });
});

describe('a line that will not be seen', () => {
  it('is over, covered, or names a playlist that is gone or empty', () => {
    expect(doubts(line({ lastDay: '2017-12-26' }))).toEqual(['over']);
    expect(doubts(line(), line({ from: '9:00', until: '17:00' }))).toEqual([null, 'covered']);
    expect(doubts(line({ playlist: 'gone' }), line({ playlist: 'off', from: '18:00', until: '19:00' }))).toEqual([
      'gone',
      'empty',
    ]);
  });

  it('is one whose dates hold none of its weekdays', () => {
    expect(doubts(line({ days: [1], firstDay: '2017-12-28', lastDay: '2017-12-30' }))).toEqual(['covered']);
  });

  it('is not one that counts again when the line before it is over, however late', () => {
    expect(doubts(line({ lastDay: '2018-06-01' }), line())).toEqual([null, null]);
    expect(doubts(line({ firstDay: '2018-06-01' }))).toEqual([null]);
  });
});

describe('the week', () => {
  it('starts on Monday, fills every day to its last minute and knows dark days', () => {
    fc.assert(
      fc.property(fc.array(windows, { maxLength: 5 }), (list) => {
        for (const { stretches } of weekOf(list, TODAY)) {
          expect(stretches[0]?.from).toBe(0);
          expect(stretches.at(-1)?.until).toBe(1440);
          expect(stretches.slice(1).map(({ from }) => from)).toEqual(stretches.slice(0, -1).map(({ until }) => until));
        }
      }),
    );
    const dark = windowsOf([line({ playlist: '', from: '0:00', until: '24:00', days: [7] })]);
    const week = weekOf(dark, TODAY);
    expect(week.map((each) => each.day)).toEqual([25, 26, 27, 28, 29, 30, 31].map((each) => `2017-12-${each}`));
    expect(week.map((each) => each.dark)).toEqual([false, false, false, false, false, false, true]);
  });
});

describe('what should show now', () => {
  const lines = withFriday(withNights([]), 'meeting');
  const schedule = windowsOf(lines);

  it('is the playlist of the first window, dark at night, and else the own one', () => {
    expect(dueAt(schedule, 'all', at('2017-12-29T09:00:00'))).toEqual({
      playlist: 'meeting',
      until: at('2017-12-29T12:00:00'),
    });
    expect(dueAt(schedule, 'all', at('2017-12-29T23:00:00'))).toEqual({
      playlist: null,
      until: at('2017-12-30T07:00:00'),
    });
    expect(dueAt(schedule, 'all', at('2017-12-28T12:00:00')).playlist).toBe('all');
    expect(dueAt([], 'all', at('2017-12-28T12:00:00'))).toEqual({ playlist: 'all', until: Infinity });
  });

  it('follows the order of the lines', () => {
    const both = [line({ playlist: 'all' }), line()];
    const now = at('2017-12-28T12:00:00');
    expect(dueAt(windowsOf(both), 'off', now).playlist).toBe('all');
    expect(dueAt(windowsOf(moved(both, 1, -1)), 'off', now).playlist).toBe('meeting');
    expect(moved(both, 0, -1)).toBe(both);
  });
});
