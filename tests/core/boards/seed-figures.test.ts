import { describe, expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { bulletins } from '../../../core/boards/bulletins.ts';
import { commencements } from '../../../core/boards/commencements.ts';
import { declarations } from '../../../core/boards/declarations.ts';
import { mechanisms } from '../../../core/boards/mechanisms.ts';
import { permits } from '../../../core/boards/permits.ts';
import { pipeline } from '../../../core/boards/pipeline.ts';
import { sponsorPortfolio } from '../../../core/boards/sponsor-portfolio.ts';
import { summary } from '../../../core/boards/summary.ts';
import { visits } from '../../../core/boards/visits.ts';
import { yearSummary } from '../../../core/boards/year-summary.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();
const found = boardContext(ledger);
if (!found) throw new Error('the demo ledger has settings');
const context = found;

const size = ({ projects, total, plan, intensity }: ReturnType<typeof commencements>): readonly unknown[] => [
  projects,
  total.text,
  plan.text,
  intensity?.text,
];

describe('the published figures of 2017, from the demo ledger', () => {
  it('F1: 42 provincial and municipal projects, 114亿 done, 140.1 % of the annual plan of 81.37亿', () => {
    const board = summary(context);
    expect(board.byLevel).toEqual({ provincial: 10, municipal: 32, district: 0 });
    expect([board.completedHeadline, board.plan?.text, board.rate?.text]).toEqual(['114', '81.37', '140.1']);
  });

  it('F2: 8 completed, 22 started', () => {
    const { started, finished } = summary(context);
    expect([finished.done, started.done]).toEqual([8, 22]);
  });

  it('F3: the rates of start, resumption and completion are all 100 %', () => {
    const { started, resumed, finished } = summary(context);
    expect([started, resumed, finished].map(({ rate }) => rate?.text)).toEqual(['100.0', '100.0', '100.0']);
  });

  it('F4: 20 leaders sponsor 39 projects, 92.86 % of the 42', () => {
    const board = sponsorPortfolio(context);
    expect([board.leaders, board.coverage.done, board.coverage.rate?.text]).toEqual([20, 39, '92.86']);
    expect(board.without.map(({ id }) => id)).toEqual(['KP2017-005', 'KP2017-027', 'KP2017-029']);
  });

  it('F5: 56 site visits, 11 bulletins, 3 analysis reports', () => {
    expect(visits(context)).toMatchObject({ visits: 56, projects: 42 });
    const { kinds } = bulletins(context);
    expect([kinds['bulletin']?.issued, kinds['analysis']?.issued]).toEqual([11, 3]);
    expect(kinds['bulletin']).toMatchObject({ nextNumber: 12, nextRunningNumber: 12 });
  });

  it('F6: 3 group commencements, 121 projects, 214.85亿 in all, 97.83亿 in the year, 45.53 %', () => {
    const board = commencements(context);
    expect(board.events).toBe(3);
    expect(size(board)).toEqual([121, '214.85', '97.83', '45.53']);
    const events = Object.values(board.rows).map(({ projects, total, plan }) => [projects, total.text, plan.text]);
    expect(events).toEqual([
      [52, '92.30', '41.50'],
      [38, '68.45', '31.20'],
      [31, '54.10', '25.13'],
    ]);
    expect(board.onTheList).toBe(22);
  });

  it('F7: the pipeline of 2018 holds 223 projects, 658.31亿 in all, 301.09亿 in the year, 45.74 %', () => {
    const { projects, total, plan, intensity } = pipeline(context, {});
    expect([projects, total.text, plan.text, intensity?.text]).toEqual([223, '658.31', '301.09', '45.74']);
  });

  it('F8: 19 of 10亿 and more (+6), 30 of 5 to 10 (+5), 91 of 1 to 5 (+25), 62.78 % of 1亿 and more', () => {
    const { bands, from100M } = pipeline(context, {});
    expect(Object.values(bands).slice(0, 3)).toMatchObject([
      { count: 19, before: 13, delta: 6, growth: { text: '46.2' } },
      { count: 30, before: 25, delta: 5, growth: { text: '20.0' } },
      { count: 91, before: 66, delta: 25, growth: { text: '37.9' } },
    ]);
    expect(bands['below1Yi']).toEqual({ order: 3, count: 83 });
    expect(from100M).toMatchObject({ done: 140, due: 223, rate: { text: '62.78' } });
  });

  it('F9: 63 projects are to be declared to the city or above, 346.84亿 and 129.51亿, 37.34 %', () => {
    const { intended, accepted, shareOfPipeline } = declarations(context, {});
    expect([intended.projects, intended.total.text, intended.plan.text, intended.intensity?.text]).toEqual([
      63,
      '346.84',
      '129.51',
      '37.34',
    ]);
    expect(accepted.projects).toBe(0);
    expect(Object.values(shareOfPipeline).map((share) => share?.text)).toEqual(['28.25', '52.69', '43.01']);
  });

  it('F10: 16 of these are provincial, 193.3亿 and 66.8亿, 34.56 %; the other 47 come to 153.54 and 62.71', () => {
    const { provincial, municipal } = declarations(context, {}).intended;
    expect([provincial.projects, provincial.total.text, provincial.plan.text, provincial.intensity?.text]).toEqual([
      16,
      '193.30',
      '66.80',
      '34.56',
    ]);
    expect([municipal.projects, municipal.total.text, municipal.plan.text, municipal.intensity?.text]).toEqual([
      47,
      '153.54',
      '62.71',
      '40.84',
    ]);
    const { district } = pipeline(context, {}).levels;
    expect([district?.projects, district?.total.text, district?.plan.text]).toEqual([160, '311.47', '171.58']);
  });

  it('F11: 9 rounds of the pipeline, with the notices of 20 September, 28 September and 30 October', () => {
    const rounds = Object.values(pipeline(context, {}).rounds);
    expect(rounds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rounds.filter(({ notice }) => notice).map(({ on }) => on)).toEqual([
      '2017-09-20',
      '2017-09-28',
      '2017-10-30',
    ]);
    expect(rounds.at(-1)).toMatchObject({ projects: 223, total: { text: '658.31' } });
  });

  it('F12: a district decides within 1 working day, a higher level’s case is docked within 3; 147 of 152 in time', () => {
    const limits = new Set([...ledger.tables.permits.values()].map((each) => `${each.authority} ${each.limitDays}`));
    expect(limits).toEqual(new Set(['district 1', 'higher 3']));
    expect(ledger.tables.permits.size).toBe(154);
    const { onTime, done } = permits(context);
    expect(onTime).toMatchObject({ done: 147, due: 152, rate: { text: '96.7' } });
    expect(done).toMatchObject({ done: 152, due: 154 });
  });

  it('F13: nine mechanisms', () => {
    expect(mechanisms(context).mechanisms).toBe(9);
  });

  it('F14: supervision on four holidays, each with all 20 sponsors on site', () => {
    const { campaigns, campaignVisits } = visits(context);
    expect(new Set(Object.values(campaigns).map(({ name }) => name))).toEqual(
      new Set(['五一', '端午', '中秋', '国庆']),
    );
    expect(Object.values(campaigns).map(({ coverage }) => [coverage.done, coverage.due])).toEqual(
      Array.from({ length: 4 }, () => [20, 20]),
    );
    expect(campaignVisits).toBe(80);
  });

  it('stand together in the summary of the year', () => {
    expect(yearSummary(context)).toMatchObject({
      summary: { projects: 42, completedHeadline: '114' },
      sponsors: { leaders: 20, coverage: { done: 39 } },
      visits: { visits: 56, campaigns: 4 },
      bulletins: 11,
      analyses: 3,
      commencements: { events: 3, projects: 121 },
      pipeline: { projects: 223, rounds: 9 },
      declarations: { intended: { projects: 63, provincial: { projects: 16 } } },
      permits: { onTime: { rate: { text: '96.7' } } },
      issues: { done: 19, due: 25, rate: { text: '76.0' } },
      notices: { issued: 6, closure: { done: 5, due: 6 } },
      mechanisms: 9,
    });
  });
});
