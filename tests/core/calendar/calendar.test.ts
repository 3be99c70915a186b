import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatchDay, nextDispatchDay } from '../../../core/calendar/dispatch-day.ts';
import { elapsedWorkdays, permitClock } from '../../../core/calendar/permit-clock.ts';
import { addWorkdays, calendarOf, isWorkday, weekday, workdaysBetween } from '../../../core/calendar/workdays.ts';
import type { Permit } from '../../../core/registers/index.ts';
import { dateOfDay, dayNumber, daysBetween, instant, parseDate, type IsoDate } from '../../../core/time.ts';
import { holidayRequests } from '../../../server/demo/holidays.ts';
import { ledgerWith } from '../../support/ledger.ts';

const calendar = calendarOf(ledgerWith(holidayRequests()));

const day = (text: string): IsoDate => {
  const date = parseDate(text);
  if (!date) throw new Error(text);
  return date;
};

describe('working days', () => {
  it.each([
    ['2017-09-30', true],
    ['2017-10-01', false],
    ['2017-10-02', false],
    ['2017-10-08', false],
    ['2017-10-09', true],
    ['2017-01-02', false],
    ['2017-01-22', true],
    ['2017-02-04', true],
    ['2017-05-27', true],
    ['2017-05-30', false],
    ['2018-02-11', true],
    ['2018-02-15', false],
    ['2018-09-30', true],
    ['2018-12-29', true],
    ['2018-12-31', false],
    ['2025-02-08', true],
    ['2025-10-08', false],
    ['2025-10-11', true],
    ['2026-01-02', false],
    ['2026-01-04', true],
    ['2026-02-23', false],
    ['2026-02-28', true],
    ['2026-09-20', true],
    ['2017-06-16', true],
    ['2017-06-17', false],
  ])('are kept on %s: %s', (date, worked) => {
    expect(isWorkday(calendar, day(date))).toBe(worked);
  });

  it('know the day of the week before and after 1970', () => {
    expect(weekday(day('1970-01-01'))).toBe(4);
    expect(weekday(day('2017-10-06'))).toBe(5);
    expect(weekday(day('1969-12-28'))).toBe(7);
  });

  it('number 249 in 2017 and 250 in 2018, as the holiday schedules leave them', () => {
    expect(workdaysBetween(calendar, day('2016-12-31'), day('2017-12-31'))).toBe(249);
    expect(workdaysBetween(calendar, day('2017-12-31'), day('2018-12-31'))).toBe(250);
  });

  it('are counted across National Day in both directions', () => {
    expect(workdaysBetween(calendar, day('2017-09-29'), day('2017-10-09'))).toBe(2);
    expect(workdaysBetween(calendar, day('2017-10-09'), day('2017-09-29'))).toBe(-2);
    expect(workdaysBetween(calendar, day('2017-09-29'), day('2017-09-29'))).toBe(0);
    expect(addWorkdays(calendar, day('2017-09-29'), 2)).toBe('2017-10-09');
    expect(addWorkdays(calendar, day('2017-10-09'), -2)).toBe('2017-09-29');
    expect(addWorkdays(calendar, day('2017-10-05'), 0)).toBe('2017-10-05');
  });
});

const dates = fc.integer({ min: dayNumber(day('2015-12-01')), max: dayNumber(day('2019-02-01')) }).map(dateOfDay);

describe('days', () => {
  it('have numbers that go up by one, over every year that a date can have', () => {
    let date = day('1900-01-01');
    for (let number = dayNumber(date); date < '2199-12-31'; number += 1) {
      expect([dayNumber(date), dateOfDay(number)]).toEqual([number, date]);
      date = dateOfDay(number + 1);
      if (!parseDate(date)) throw new Error(date);
    }
    expect(dayNumber(day('1970-01-01'))).toBe(0);
    expect(daysBetween(day('1999-12-31'), day('2000-03-01'))).toBe(61);
  });

  it('of work between two dates are as many as one finds by looking at each', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        let count = 0;
        for (let number = dayNumber(from) + 1; number <= dayNumber(to); number += 1) {
          if (isWorkday(calendar, dateOfDay(number))) count += 1;
        }
        expect(workdaysBetween(calendar, from, to)).toBe(count);
        expect(elapsedWorkdays(calendar, from, to)).toBe(count);
        expect(elapsedWorkdays(calendar, from, to, [{ kind: 'correction', from: day('2020-01-01') }])).toBe(count);
      }),
    );
  });

  it('of work do not count backwards on the clock of a permit', () => {
    expect(elapsedWorkdays(calendar, day('2017-06-16'), day('2017-06-12'))).toBe(0);
  });
});

describe('the weekly dispatch meeting', () => {
  it('is on Friday, and on the working day before when Friday is off', () => {
    expect(dispatchDay(calendar, day('2017-06-12'))).toBe('2017-06-16');
    expect(dispatchDay(calendar, day('2017-06-18'))).toBe('2017-06-16');
    expect(dispatchDay(calendar, day('2017-01-27'))).toBe('2017-01-26');
    expect(dispatchDay(calendar, day('2018-04-06'))).toBe('2018-04-04');
  });

  it('is not held in a week without a working day', () => {
    expect(dispatchDay(calendar, day('2017-10-04'))).toBeNull();
    expect(nextDispatchDay(calendar, day('2017-09-29'))).toBe('2017-10-13');
    expect(nextDispatchDay(calendar, day('2017-12-29'))).toBe('2018-01-05');
  });
});

const permit = (values: Partial<Permit>): Permit => ({
  id: 'permit',
  revision: 1,
  changedAt: instant(0),
  project: 'project',
  item: 'item',
  state: 'inProgress',
  authority: 'district',
  limitDays: 1,
  ...values,
});

describe('the clock of a permit', () => {
  it('lets a district’s case run over the holiday and counts the next working day as the first', () => {
    const done = { state: 'done', acceptedOn: day('2017-09-30') } as const;
    expect(permitClock(calendar, permit({ ...done, finishedOn: day('2017-10-09') }), day('2017-12-31'))).toEqual({
      standing: 'onTime',
      elapsedDays: 1,
    });
    expect(permitClock(calendar, permit({ ...done, finishedOn: day('2017-10-10') }), day('2017-12-31'))).toEqual({
      standing: 'late',
      elapsedDays: 2,
    });
  });

  it('gives a case of a higher level three working days to be docked', () => {
    const docked = permit({
      state: 'done',
      authority: 'higher',
      limitDays: 3,
      acceptedOn: day('2017-06-15'),
      finishedOn: day('2017-06-20'),
    });
    expect(permitClock(calendar, docked, day('2017-12-31'))).toEqual({ standing: 'onTime', elapsedDays: 3 });
  });

  it('stands still while papers are completed', () => {
    const stopped = permit({
      acceptedOn: day('2017-06-12'),
      stops: [{ kind: 'correction', from: day('2017-06-13'), to: day('2017-06-19') }],
    });
    expect(permitClock(calendar, stopped, day('2017-06-19'))).toEqual({ standing: 'stopped', elapsedDays: 0 });
    expect(permitClock(calendar, stopped, day('2017-06-20'))).toEqual({ standing: 'running', elapsedDays: 1 });
    expect(permitClock(calendar, stopped, day('2017-06-21'))).toEqual({ standing: 'overdue', elapsedDays: 2 });
    const open = permit({ acceptedOn: day('2017-06-12'), stops: [{ kind: 'publicity', from: day('2017-06-13') }] });
    expect(permitClock(calendar, open, day('2017-12-31')).standing).toBe('stopped');
  });

  it('knows nothing of what happens after the date asked for', () => {
    const done = permit({ state: 'done', acceptedOn: day('2017-06-12'), finishedOn: day('2017-06-19') });
    expect(permitClock(calendar, done, day('2017-06-11')).standing).toBe('notAccepted');
    expect(permitClock(calendar, done, day('2017-06-13')).standing).toBe('running');
    expect(permitClock(calendar, done, day('2017-06-14')).standing).toBe('overdue');
    expect(permitClock(calendar, done, day('2017-06-19')).standing).toBe('late');
  });

  it('does not run for what is not accepted, not required, or done without dates', () => {
    expect(permitClock(calendar, permit({ state: 'missing' }), day('2017-06-12'))).toEqual({ standing: 'notAccepted' });
    expect(permitClock(calendar, permit({ state: 'notRequired' }), day('2017-06-12'))).toEqual({
      standing: 'notRequired',
    });
    expect(permitClock(calendar, permit({ state: 'done' }), day('2017-06-12'))).toEqual({ standing: 'untimed' });
  });
});
