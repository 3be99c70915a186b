import { describe, expect, it } from 'vitest';
import {
  currentPeriod,
  dueDate,
  isLate,
  monthAmount,
  periodEnds,
  reportablePeriods,
} from '../../../core/reporting/period.ts';
import type { IsoDate } from '../../../core/time.ts';

const day = (text: string): IsoDate => text as IsoDate;
const figure = (asOf: string, yuan: number) => ({ asOf: day(asOf), yuan });
const MONTHLY = { year: 2026 } as const;
const WEEKLY = { year: 2026, reportPeriod: 'week', reportDays: 1 } as const;

describe('the periods of a year', () => {
  it('end with its months, also in a leap year', () => {
    const ends = periodEnds(2024);
    expect(ends).toHaveLength(12);
    expect([ends[0], ends[1], ends[11]]).toEqual(['2024-01-31', '2024-02-29', '2024-12-31']);
  });

  it('end on Thursdays when units report weekly, and with the year', () => {
    const ends = periodEnds(2026, 'week');
    expect(ends.slice(0, 2)).toEqual(['2026-01-01', '2026-01-08']);
    expect(ends.slice(-2)).toEqual(['2026-12-24', '2026-12-31']);
    expect(periodEnds(2027, 'week').slice(-1)).toEqual(['2027-12-31']);
    expect(new Set(periodEnds(2027, 'week')).size).toBe(53);
  });
});

describe('the period that is open', () => {
  it.each([
    ['2026-05-30', '2026-04-30', -27],
    ['2026-05-31', '2026-05-31', 3],
    ['2026-06-03', '2026-05-31', 0],
    ['2026-06-04', '2026-05-31', -1],
  ])('on %s is that of %s, with %i days left', (today, asOf, daysLeft) => {
    expect(currentPeriod(day(today), MONTHLY)).toMatchObject({ asOf, daysLeft });
  });

  it('stays within the year of the ledger', () => {
    expect(currentPeriod(day('2027-01-15'), MONTHLY)).toEqual({ asOf: '2026-12-31', due: '2027-01-03', daysLeft: -12 });
    expect(currentPeriod(day('2026-01-15'), MONTHLY)).toMatchObject({ asOf: '2026-01-31', daysLeft: 19 });
    expect(reportablePeriods(day('2025-06-01'), MONTHLY)).toEqual(['2026-01-31']);
  });

  it('is a week where units report weekly', () => {
    expect(currentPeriod(day('2026-06-07'), WEEKLY)).toEqual({ asOf: '2026-06-04', due: '2026-06-05', daysLeft: -2 });
  });

  it('is due three days after its end unless the office says otherwise', () => {
    expect(dueDate(day('2026-02-28'), {})).toBe('2026-03-03');
    expect(dueDate(day('2026-12-31'), { reportDays: 0 })).toBe('2026-12-31');
    expect(isLate(day('2026-03-03'), day('2026-02-28'), {})).toBe(false);
    expect(isLate(day('2026-03-04'), day('2026-02-28'), {})).toBe(true);
  });
});

describe('the amount of a month', () => {
  it('is what the year to date grew since the end of the month before', () => {
    const earlier = [figure('2026-03-27', 700), figure('2026-04-03', 800), figure('2026-03-31', 750)];
    expect(monthAmount(day('2026-04-30'), 1000, earlier)).toBe(250);
  });

  it('is negative after a correction', () => {
    expect(monthAmount(day('2026-04-30'), 600, [figure('2026-03-31', 750)])).toBe(-150);
  });

  it('is the figure itself in January, and unknown after a gap', () => {
    expect(monthAmount(day('2026-01-31'), 40, [figure('2025-12-31', 9000)])).toBe(40);
    expect(monthAmount(day('2026-04-30'), 1000, [figure('2026-02-28', 750)])).toBeNull();
  });
});
