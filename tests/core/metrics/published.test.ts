import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../../core/measures/ids.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import { showMeasure } from '../../../core/measures/show.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { showRate } from '../../../core/exact.ts';
import { share100MPlus } from '../../../core/metrics/size-bands.ts';
import { approvalCompletionRate, fullyPermittedShare, type TimedPermit } from '../../../core/metrics/permits.ts';
import { instant } from '../../../core/time.ts';
import { contextAt, create, ledgerOf, times, type Given } from '../../support/projects-ledger.ts';

/** 亿元 of at most four decimals in 元. */
const yi = (amount: number): number => Math.round(amount * 10_000) * 10_000;

const shown = (ledger: Ledger, id: MeasureId, date?: string, decimals?: number): string | undefined => {
  const { value } = MEASURES[id].of(contextAt(ledger, date), { kind: 'all' });
  return value ? showMeasure(MEASURES[id], value, decimals).text : undefined;
};

const parts = (ledger: Ledger, id: MeasureId, date?: string): readonly unknown[] => {
  const { above, below } = MEASURES[id].of(contextAt(ledger, date), { kind: 'all' });
  return [above, below];
};

const investment = (completed: number, plan: number, date: string): Ledger =>
  ledgerOf([{ plan: yi(plan), completed: { [date]: yi(completed) } }]);

const planned = (start: string, actual?: string): Given => ({
  values: { plannedStartInYear: true, plannedStart: start, ...(actual && { actualStart: actual }) },
});
const PREPARING: Given = { values: { lifecycle: 'preparatory' } };
const RESUMED: Given = { values: { carriedOver: true, resumedOn: '2017-02-20', actualStart: '2016-05' } };
const finished = (more: object = {}): Given => ({
  values: { carriedOver: true, lifecycle: 'completed', actualStart: '2016-05', actualFinish: '2017-05', ...more },
});

const permit = (project: number, item: number, done: boolean): TimedPermit => ({
  standing: done ? 'untimed' : 'notAccepted',
  permit: {
    id: `${project}-${item}`,
    revision: 1,
    changedAt: instant(0),
    project: `p${project}`,
    item: `i${item}`,
    state: done ? 'done' : 'missing',
    authority: 'district',
    limitDays: 1,
  },
});

describe('figures that real offices published', () => {
  it('江门: 629.0 of 647.4 is 97.2 %, and 13.8 points over ten months, not the 13.9 of the printed numbers', () => {
    const ledger = investment(629, 647.4, '2017-10-31');
    expect(shown(ledger, 'investmentCompletionRate', '2017-10-31')).toBe('97.2');
    expect(shown(ledger, 'timeProgress', '2017-10-31')).toBe('83.3');
    expect(shown(ledger, 'scheduleVariance', '2017-10-31')).toBe('+13.8');
  });

  it('江门, first quarter of 2021: 30.90 − 25.00 = 5.90 points; 129 of 270 starts are 47.8 %, published cut to 47', () => {
    const quarter = investment(30.9, 100, '2017-03-31');
    expect(shown(quarter, 'scheduleVariance', '2017-03-31', 2)).toBe('+5.90');
    const ledger = ledgerOf([...times(129, planned('2017-02', '2017-02')), ...times(141, planned('2017-11'))]);
    expect(parts(ledger, 'annualStartRate', '2017-03-31')).toEqual([129, 270]);
    expect(shown(ledger, 'annualStartRate', '2017-03-31')).toBe('47.8');
  });

  it('江门: of 140 due 107 started, 11 early and 33 missed: 84.3 % to date, 76.4 % in time', () => {
    const ledger = ledgerOf([
      ...times(107, planned('2017-05', '2017-05')),
      ...times(33, planned('2017-05')),
      ...times(11, planned('2017-09', '2017-04')),
    ]);
    expect(parts(ledger, 'phasedStartRate', '2017-05-31')).toEqual([118, 140]);
    expect(shown(ledger, 'phasedStartRate', '2017-05-31')).toBe('84.3');
    expect(parts(ledger, 'onTimeStartRate', '2017-05-31')).toEqual([107, 140]);
    expect(shown(ledger, 'onTimeStartRate', '2017-05-31')).toBe('76.4');
    expect(parts(ledger, 'lateStarts', '2017-05-31')).toEqual([undefined, undefined]);
    expect(shown(ledger, 'lateStarts', '2017-05-31')).toBe('33');
  });

  it('商丘: 260 against 238 due are 109.2 %; the published 108.8 is that of 259', () => {
    const of = (started: number): Ledger =>
      ledgerOf([...times(238, planned('2017-05', '2017-05')), ...times(started - 238, planned('2017-09', '2017-06'))]);
    expect(shown(of(260), 'phasedStartRate', '2017-06-30')).toBe('109.2');
    expect(shown(of(259), 'phasedStartRate', '2017-06-30')).toBe('108.8');
    const ledger = ledgerOf([...times(260, planned('2017-05', '2017-05')), ...times(11, planned('2017-11'))]);
    expect(shown(ledger, 'annualStartRate', '2017-06-30')).toBe('95.9');
  });

  it('商丘: 29 completed of 44 under construction are 65.9 %, another rate under the same name', () => {
    const ledger = ledgerOf([
      ...times(20, finished({ plannedCompletionInYear: true })),
      ...times(9, finished()),
      ...times(15, RESUMED),
      ...times(6, PREPARING),
    ]);
    expect(shown(ledger, 'completionRateOfStock')).toBe('65.9');
    expect(parts(ledger, 'completionRateOfPlan')).toEqual([29, 20]);
    expect(shown(ledger, 'completionRateOfPlan')).toBe('145.0');
  });

  it('滨州: 405 of 433 − 11 in preparation are 95.97 %, and 17 stand still', () => {
    const ledger = ledgerOf([
      ...times(205, planned('2017-03', '2017-03')),
      ...times(200, RESUMED),
      ...times(9, planned('2017-10')),
      ...times(8, { values: { carriedOver: true, actualStart: '2016-03' } }),
      ...times(11, PREPARING),
    ]);
    expect(parts(ledger, 'startResumeRate', '2017-06-30')).toEqual([405, 422]);
    expect(shown(ledger, 'startResumeRate', '2017-06-30', 2)).toBe('95.97');
    expect(shown(ledger, 'projectCount', '2017-06-30')).toBe('433');
  });

  it('灌南: 17.3 of 85.7, 18 of 23 starts, 20 of 37 completions', () => {
    expect(shown(investment(17.3, 85.7, '2017-03-31'), 'investmentCompletionRate', '2017-03-31')).toBe('20.2');
    const starts = ledgerOf([...times(18, planned('2017-03', '2017-03')), ...times(5, planned('2017-11'))]);
    expect(shown(starts, 'annualStartRate', '2017-03-31')).toBe('78.3');
    const completions = ledgerOf([
      ...times(20, finished({ plannedCompletionInYear: true })),
      ...times(17, { values: { carriedOver: true, plannedCompletionInYear: true } }),
    ]);
    expect(shown(completions, 'completionRateOfPlan')).toBe('54.1');
  });

  it('松阳: 21.01 is 21.3 % of the year and 132.1 % of the plan to April', () => {
    const april = yi(15.905);
    const monthly = [0, yi(5), yi(10), april, ...Array.from({ length: 7 }, () => april), yi(98.5)];
    const ledger = ledgerOf([{ plan: yi(98.5), monthly, completed: { '2017-04-30': yi(21.01) } }]);
    expect(shown(ledger, 'investmentCompletionRate', '2017-04-30')).toBe('21.3');
    expect(shown(ledger, 'phasePlanRate', '2017-04-30')).toBe('132.1');
    const starts = ledgerOf([...times(7, planned('2017-03', '2017-03')), ...times(8, planned('2017-11'))]);
    expect(shown(starts, 'annualStartRate', '2017-04-30')).toBe('46.7');
  });

  it('沁水: 77.57 of 63.27 and 28.78 of 19 are above 100 and are not clamped', () => {
    expect(shown(investment(77.57, 63.27, '2017-12-31'), 'investmentCompletionRate')).toBe('122.6');
    expect(shown(investment(28.78, 19, '2017-12-31'), 'investmentCompletionRate', '2017-12-31', 2)).toBe('151.47');
  });

  it('濮阳: 1878 of 283 × 7 permits, 244 of 283 projects with all of them', () => {
    const open = 283 * 7 - 1878;
    const permits = Array.from({ length: 283 }, (_, project) =>
      Array.from({ length: 7 }, (__, item) => {
        // 39 projects share the open permits.
        const own = project < 39 ? Math.floor(open / 39) + (project < open % 39 ? 1 : 0) : 0;
        return permit(project, item, item >= own);
      }),
    ).flat();
    const done = approvalCompletionRate(permits);
    expect([done.done, done.due, done.rate && showRate(done.rate).text]).toEqual([1878, 1981, '94.8']);
    const fully = fullyPermittedShare(permits);
    expect([fully.done, fully.due, fully.rate && showRate(fully.rate).text]).toEqual([244, 283, '86.2']);
  });

  it('南乐: 15 of 22 issues settled are 68.2 %', () => {
    const issues = Array.from({ length: 22 }, (_, index) =>
      create('issues', `i${index}`, {
        category: 'funds',
        description: `问题${index}`,
        foundOn: '2017-03-01',
        ownerUnit: 'u1',
        ...(index < 15
          ? { state: 'resolved', resolvedOn: '2017-04-01', measure: '协调', dueOn: '2017-05-01' }
          : { state: 'open' }),
      }),
    );
    expect(shown(ledgerOf([], {}, issues), 'issueResolutionRate')).toBe('68.2');
  });

  it('the district’s pipeline: 140 of 223 projects of 100 M¥ and more are 62.78 %, by count', () => {
    const { done, due, rate } = share100MPlus([...amounts(140, 100_000_000), ...amounts(83, 99_999_999)]);
    expect([done, due, rate && showRate(rate, 2).text]).toEqual([140, 223, '62.78']);
  });
});

function amounts(count: number, yuan: number): readonly number[] {
  return Array.from({ length: count }, () => yuan);
}
