import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { nowShowing } from '../../../core/programme/now-showing.ts';
import { onAirAt } from '../../../core/programme/on-air.ts';
import { programmeOf } from '../../../core/programme/build.ts';
import type { Programme, ProgrammeSlide, ProgrammeWindow } from '../../../core/programme/programme.ts';
import { DEFAULT_STAGE } from '../../../core/stage/stage.ts';
import { instant, type Instant, type IsoDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const EIGHT_HOURS = 480 * MINUTE;

const cover = (title: string, order = 0, seconds = 20): ProgrammeSlide => ({
  kind: 'cover',
  title,
  order,
  seconds,
  data: { subtitle: '', district: '示范区', office: '区重点项目办', year: 2017 },
});

const own = { first: cover('一', 0), second: cover('二', 1) };

const found = programmeOf(demoLedger(), 'demo-group');
if (!found) throw new Error('no programme');
const ANCHOR = instant(Date.UTC(2017, 0, 1));
const base: Programme = { ...found, anchor: ANCHOR, slides: own };

/** A moment in the office's time. */
const at = (text: string): Instant => instant(Date.parse(`${text}+08:00`));
const day = (text: string): IsoDate => text as IsoDate;

const withWindows = (...windows: readonly Omit<ProgrammeWindow, 'order'>[]): Programme => ({
  ...base,
  windows: Object.fromEntries(windows.map((window, order) => [`window-${order}`, { ...window, order }])),
});

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The place of the window that counts in a minute, found by asking each; -1 for none. */
function slowly(programme: Programme, now: number): number {
  const local = new Date(now + EIGHT_HOURS);
  const today = local.toISOString().slice(0, 10);
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  return Object.values(programme.windows ?? {}).findIndex(
    ({ days, from, until, firstDay = today, lastDay = today }) =>
      days.includes(local.getUTCDay() || 7) &&
      firstDay <= today &&
      today <= lastDay &&
      from <= minute &&
      minute < until,
  );
}

/** The start of the first minute after (step 1) or before (-1) one in which another window counts; null within 40 days. */
function slowBorder(programme: Programme, now: number, step: 1 | -1): number | null {
  const first = Math.floor(now / MINUTE) * MINUTE;
  const current = slowly(programme, first);
  for (let minute = first; Math.abs(minute - first) < 40 * DAY; minute += step * MINUTE)
    if (slowly(programme, minute) !== current) return step === 1 ? minute : minute + MINUTE;
  return null;
}

const START = Date.UTC(2017, 11, 25) - EIGHT_HOURS;
const date = fc
  .integer({ min: -25, max: 25 })
  .map((days) => day(new Date(START + days * DAY + EIGHT_HOURS).toISOString().slice(0, 10)));
const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 480, 720, 1080, 1440));
const window = fc
  .record({
    days: fc.oneof(fc.subarray(EVERY_DAY, { minLength: 1 }), fc.constant(EVERY_DAY)),
    borders: fc.uniqueArray(minuteOfDay, { minLength: 2, maxLength: 2 }),
    limits: fc.tuple(fc.option(date), fc.option(date)),
    dark: fc.boolean(),
    name: fc.constantFrom('甲', '乙', '丙'),
  })
  .map(({ days, borders, limits: [one, other], dark, name }) => {
    const [from = 0, until = 1440] = [...borders].sort((a, b) => a - b);
    const [firstDay, lastDay] = one && other && one > other ? [other, one] : [one, other];
    const limits = { ...(firstDay ? { firstDay } : {}), ...(lastDay ? { lastDay } : {}) };
    return { days, from, until, ...limits, ...(dark ? {} : { slides: { [name]: cover(name) } }) };
  });
const programmes = fc.array(window, { maxLength: 6 }).map((windows) => withWindows(...windows));
const moments = fc
  .oneof(
    fc.integer({ min: -20 * DAY, max: 20 * DAY }),
    fc.integer({ min: -20 * 1440, max: 20 * 1440 }).map((minutes) => minutes * MINUTE),
  )
  .map((offset) => instant(START + offset));

describe('what is on air', () => {
  it('is what asking every minute finds, from the border before to the border after', () => {
    fc.assert(
      fc.property(programmes, moments, (programme, now) => {
        const current = Object.values(programme.windows ?? {})[slowly(programme, now)];
        const onAir = onAirAt(programme, now);
        expect(onAir.slides).toEqual(current ? (current.slides ?? {}) : own);
        expect(onAir.dark).toBe(current !== undefined && current.slides === undefined);
        expect(onAir.since).toBe(
          Math.max(ANCHOR, slowBorder(programme, now, -1) ?? Math.min(onAir.since, now - 40 * DAY)),
        );
        const end = slowBorder(programme, now, 1);
        expect(onAir.until).toBe(end ?? Math.max(onAir.until, now + 39 * DAY));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same whatever was asked before, forwards and backwards', () => {
    fc.assert(
      fc.property(programmes, fc.array(moments, { minLength: 2, maxLength: 8 }), (programme, asked) => {
        for (const now of asked) expect(onAirAt(programme, now)).toEqual(onAirAt({ ...programme }, now));
      }),
    );
  });

  it('is the same object until it changes', () => {
    const programme = withWindows({ days: [5], from: 540, until: 720, slides: { meeting: cover('周五') } });
    const before = onAirAt(programme, at('2017-12-29T08:00:00'));
    expect(onAirAt(programme, at('2017-12-29T08:59:59.999'))).toBe(before);
    expect(onAirAt(programme, at('2017-12-29T09:00:00'))).not.toBe(before);
  });
});

describe('a window', () => {
  it('that begins months ahead begins, and one that ended stays over', () => {
    const programme = withWindows({
      days: EVERY_DAY,
      from: 0,
      until: 1440,
      firstDay: day('2018-03-01'),
      lastDay: day('2018-03-02'),
      slides: { march: cover('三月') },
    });
    const now = at('2017-12-01T10:00:00');
    expect(onAirAt(programme, now).until).toBe(at('2018-03-01T00:00:00'));
    expect(onAirAt(programme, at('2018-03-02T23:59:59.999')).slides).toHaveProperty('march');
    expect(onAirAt(programme, at('2018-03-03T00:00:00'))).toMatchObject({ slides: own, until: Infinity });
    expect(onAirAt(programme, at('2019-01-01T00:00:00')).since).toBe(at('2018-03-03T00:00:00'));
  });

  it('of all days and all hours goes on over midnight', () => {
    const programme = withWindows({ days: EVERY_DAY, from: 0, until: 1440, slides: { all: cover('全天') } });
    expect(onAirAt(programme, at('2017-12-29T23:59:00'))).toMatchObject({ since: ANCHOR, until: Infinity });
  });

  it('that another covers leaves the loop alone when it begins and ends', () => {
    const programme = withWindows(
      { days: EVERY_DAY, from: 480, until: 1080, slides: own },
      { days: EVERY_DAY, from: 600, until: 660 },
    );
    expect(onAirAt(programme, at('2017-12-29T10:30:00'))).toMatchObject({
      since: at('2017-12-29T08:00:00'),
      until: at('2017-12-29T18:00:00'),
      dark: false,
    });
  });

  it('begins with its first slide and cuts the page that is on when it ends', () => {
    const meeting = { opening: cover('开场', 0, 50), table: cover('排行', 1, 50) };
    const programme = withWindows({ days: [5], from: 541, until: 544, slides: meeting });
    const shown = (text: string) => nowShowing(programme, at(text), DEFAULT_STAGE);
    expect(shown('2017-12-29T09:01:00')).toMatchObject({ slide: 'opening', from: at('2017-12-29T09:01:00') });
    expect(shown('2017-12-29T09:00:59.999')?.until).toBe(at('2017-12-29T09:01:00'));
    expect(shown('2017-12-29T09:03:45')).toMatchObject({ slide: 'table', until: at('2017-12-29T09:04:00') });
    expect(shown('2017-12-29T09:04:00')).toMatchObject({ slide: 'first', from: at('2017-12-29T09:04:00') });
  });

  it('without slides is dark: nothing shows, a spotlight neither', () => {
    const ranking = found.slides['townships'];
    if (ranking?.kind !== 'unitRanking') throw new Error('the demo has no ranking');
    const row = Object.keys(ranking.data.rows)[0] ?? '';
    const spotlight = { slide: 'townships', row, from: at('2017-12-29T21:59:50'), until: at('2017-12-29T22:00:04') };
    const night = withWindows({ days: EVERY_DAY, from: 1320, until: 1440 });
    const programme = { ...night, slides: { ...own, townships: ranking }, spotlight };
    expect(nowShowing(programme, at('2017-12-29T21:59:55'), DEFAULT_STAGE)).toMatchObject({
      because: 'spotlight',
      until: at('2017-12-29T22:00:00'),
    });
    expect(nowShowing(programme, at('2017-12-29T22:00:00'), DEFAULT_STAGE)).toBeNull();
    const atRoad = { ...programme, roadside: true } as const;
    expect(nowShowing(atRoad, at('2017-12-29T21:59:55'), DEFAULT_STAGE)?.because).toBe('loop');
  });
});

const board = (rows: readonly (readonly [from: string, until?: string | null])[], order = 0): ProgrammeSlide => ({
  kind: 'redBlack',
  order,
  seconds: 20,
  data: {
    board: 'red',
    rows: Object.fromEntries(
      rows.map(([from, until], index) => {
        const name = `单位${index}`;
        const unit = { unit: name, name, shortName: name, group: 'park', asOf: day('2017-12-01') } as const;
        return [`unit-${index}`, { ...unit, order: index, from: day(from), ...(until ? { until: day(until) } : {}) }];
      }),
    ),
  },
});

describe('rows of red and black boards', () => {
  const slides = { ...own, board: board([['2017-12-20', '2017-12-28'], ['2017-12-29']], 2) };
  const programme = { ...base, slides };
  const rowsAt = (text: string): readonly string[] => {
    const slide = onAirAt(programme, at(text)).slides['board'];
    return slide?.kind === 'redBlack' ? Object.keys(slide.data.rows) : [];
  };

  it('are there from midnight of their first day to midnight of their last', () => {
    expect(rowsAt('2017-12-19T23:59:59.999')).toEqual([]);
    expect(rowsAt('2017-12-20T00:00:00')).toEqual(['unit-0']);
    expect(rowsAt('2017-12-28T23:59:59.999')).toEqual(['unit-0']);
    expect(rowsAt('2017-12-29T00:00:00')).toEqual(['unit-1']);
  });

  it('count their places anew, and change at midnight without a word of the server', () => {
    const slide = onAirAt(programme, at('2017-12-29T12:00:00')).slides['board'];
    expect(slide?.kind === 'redBlack' && Object.values(slide.data.rows).map(({ order }) => order)).toEqual([0]);
    expect(onAirAt(programme, at('2017-12-28T12:00:00')).until).toBe(at('2017-12-29T00:00:00'));
    expect(onAirAt(programme, at('2017-12-29T00:00:00')).since).toBe(at('2017-12-29T00:00:00'));
  });

  it('take their slide with them when none is left', () => {
    expect(Object.keys(onAirAt(programme, at('2017-12-01T12:00:00')).slides)).toEqual(['first', 'second']);
  });

  it('are never seen outside their dates, in windows neither', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(date, fc.option(date)), { maxLength: 5 }), moments, (rows, now) => {
        const content = board(rows);
        const scheduled = withWindows({ days: EVERY_DAY, from: 300, until: 1300, slides: { content } });
        const today = new Date(now + EIGHT_HOURS).toISOString().slice(0, 10);
        const slides = Object.values(onAirAt(scheduled, now).slides);
        const shown = slides.flatMap((slide) => (slide.kind === 'redBlack' ? Object.values(slide.data.rows) : []));
        return shown.every(({ from, until }) => from <= today && today <= (until ?? today));
      }),
    );
    expect(rowsAt('2017-12-24T12:00:00')).toEqual(['unit-0']);
  });
});

describe('a screen at a road', () => {
  const video: ProgrammeSlide = {
    kind: 'video',
    order: 1,
    seconds: 30,
    data: { medium: { file: 'a'.repeat(64), type: 'video/mp4', width: 1, height: 1 }, fit: 'contain' },
  };
  const slides = { first: cover('一', 0, 5), video };

  it('shows no video and keeps every page for 15 s', () => {
    const programme: Programme = { ...base, slides, roadside: true };
    expect(Object.keys(onAirAt(programme, ANCHOR).slides)).toEqual(['first']);
    const showing = nowShowing(programme, ANCHOR, DEFAULT_STAGE);
    expect(showing && showing.until - showing.from).toBe(15_000);
    expect(nowShowing({ ...base, slides }, ANCHOR, DEFAULT_STAGE)?.until).toBe(ANCHOR + 5_000);
  });
});
