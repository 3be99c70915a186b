import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestReport } from '../../../core/metrics/newest-report.ts';
import type { Report } from '../../../core/registers/index.ts';
import { dateOfDay, dayNumber, instant, parseDate } from '../../../core/time.ts';

const FIRST = dayNumber(parseDate('2016-12-25') ?? dateOfDay(0));
const dates = fc.integer({ min: 0, max: 30 }).map((days) => dateOfDay(FIRST + days));

const isWanted = ({ state }: Report): boolean => state === 'verified';

const reports = fc.array(
  fc
    .record({ asOf: dates, state: fc.constantFrom('submitted', 'verified', 'returned') })
    .map(({ asOf, state }): Report => ({ id: asOf, revision: 1, changedAt: instant(0), project: 'p', asOf, state })),
  { maxLength: 20 },
);

describe('the newest report', () => {
  it('is the one that looking at all of them finds, the first of those of one day', () => {
    fc.assert(
      fc.property(reports, dates, dates, (list, from, to) => {
        const fitting = list.filter((each) => isWanted(each) && each.asOf >= from && each.asOf <= to);
        const found = fitting.find(({ asOf }) => fitting.every((other) => other.asOf <= asOf));
        expect(newestReport(list, from, to, isWanted)).toBe(found);
        expect(newestReport(list, from, to, isWanted)).toBe(found);
      }),
    );
  });
});
