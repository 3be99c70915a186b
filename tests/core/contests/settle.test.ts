import { describe, expect, it } from 'vitest';
import { settle, type Verdict } from '../../../core/contests/settle.ts';
import { contestScore } from '../../../core/contests/score.ts';
import { MEASURES } from '../../../core/measures/index.ts';
import { CONTEST_METRICS } from '../../../core/registers/contests.ts';
import { isMeasureId } from '../../../core/measures/ids.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';

const MAY = '2017-05-31' as IsoDate;

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});
const update = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

const duel = (more: object = {}): ChangeRequest =>
  create('contests', 'duel', {
    season: '2017上半年',
    round: 1,
    kind: 'rival',
    firstUnit: 'u1',
    secondUnit: 'u2',
    asOf: MAY,
    metric: 'investmentCompletionRate',
    measure: '年度投资完成率',
    result: 'pending',
    ...more,
  });

const settled = (ledger: Ledger, verdict: Verdict = {}, frozen: (seq: number) => Ledger = () => ledger) => {
  const contest = ledger.tables.contests.get('duel');
  if (!contest) throw new Error('no contest');
  return settle(ledger, contest, verdict, frozen);
};

const refusal = (requests: readonly ChangeRequest[], verdict: Verdict = {}) => {
  const outcome = settled(ledgerWith([...OFFICE, ...requests]), verdict);
  return outcome.ok ? null : [outcome.problem.at, outcome.problem.words.en];
};

const edition = (id: string, asOf: string, state: string, more: object = {}): ChangeRequest =>
  create('editions', id, {
    year: 2017,
    number: 5,
    correction: 0,
    title: '第5期',
    rhythm: 'monthly',
    asOf,
    state,
    round: 1,
    stages: 2,
    ...more,
  });

describe('settling a contest', () => {
  it('scores both sides at the date of the contest, in hundredths of a percent, and gives the flag to the winner', () => {
    expect(settled(ledgerWith([...OFFICE, duel()]))).toEqual({
      ok: true,
      value: { result: 'second', firstHundredths: 4286, secondHundredths: 6667, flagHolder: 'u2' },
    });
  });

  it('takes no report of a later date', () => {
    const later = create('reports', 'june', {
      project: 'p1',
      asOf: '2017-06-30',
      completedYtdYuan: 70_000_000,
      state: 'verified',
    });
    expect(settled(ledgerWith([...OFFICE, later, duel()]))).toMatchObject({ value: { firstHundredths: 4286 } });
  });

  it('is a draw when the hundredths are equal, and leaves the flag where it was', () => {
    const equal = [
      update('reports', 'report1', { completedYtdYuan: 35_000_000 }),
      update('reports', 'report2', { completedYtdYuan: 15_000_000 }),
      duel(),
    ];
    expect(settled(ledgerWith([...OFFICE, ...equal]))).toEqual({
      ok: true,
      value: { result: 'draw', firstHundredths: 5000, secondHundredths: 5000 },
    });
    const held = create('contests', 'old', {
      season: '2016',
      round: 1,
      kind: 'rival',
      firstUnit: 'u2',
      secondUnit: 'u3',
      asOf: '2017-03-31',
      measure: '例',
      result: 'first',
      flagHolder: 'u2',
    });
    expect(settled(ledgerWith([...OFFICE, held, ...equal]))).toMatchObject({
      value: { result: 'draw', flagHolder: 'u2' },
    });
  });

  it('leaves it to the side that turned up, without scores', () => {
    expect(settled(ledgerWith([...OFFICE, duel()]), { absent: 'second' })).toEqual({
      ok: true,
      value: { result: 'walkover', flagHolder: 'u1' },
    });
  });

  it('takes the judges’ scores where there is no metric', () => {
    const judged = ledgerWith([...OFFICE, duel({ metric: undefined, measure: '现场展示' })]);
    expect(settled(judged, { firstHundredths: 9350, secondHundredths: 9120 })).toMatchObject({
      value: { result: 'first', firstHundredths: 9350, flagHolder: 'u1' },
    });
    expect(settled(judged, { firstHundredths: 9350 })).toMatchObject({
      ok: false,
      problem: { at: 'secondHundredths' },
    });
  });

  it('names the latest published edition of its date, and no other', () => {
    const editions = [
      edition('e1', MAY, 'superseded', { onAirAt: 1_496_300_000_000 }),
      edition('e2', MAY, 'onAir', { correction: 1, corrects: 'e1' }),
      edition('e3', MAY, 'signed', { number: 6 }),
      edition('e4', '2017-04-30', 'superseded', { number: 4, onAirAt: 1_493_600_000_000 }),
    ];
    expect(settled(ledgerWith([...OFFICE, ...editions, duel()]))).toMatchObject({ value: { edition: 'e2' } });
    expect(settled(ledgerWith([...OFFICE, ...editions, duel({ edition: 'e1' })]))).toMatchObject({
      value: { edition: 'e1' },
    });
    expect(refusal([...editions, duel({ edition: 'e4' })])).toEqual(['contest', 'its edition is of another date']);
    expect(refusal([...editions, duel({ edition: 'e3' })])).toEqual(['contest', 'its edition is not published']);
  });

  it('is scored by the edition of its date, whatever was corrected since', () => {
    const before = ledgerWith([...OFFICE, edition('e1', MAY, 'onAir', { position: 3 }), duel()]);
    const after = ledgerWith([update('reports', 'report1', { completedYtdYuan: 10_000 })], before);
    const asked: number[] = [];
    const frozen = (seq: number): Ledger => {
      asked.push(seq);
      return before;
    };
    const [original, corrected] = [settled(before), settled(after)];
    expect(corrected).not.toEqual(original);
    expect(settled(after, {}, frozen)).toEqual(original);
    expect(asked).toEqual([3]);
  });

  it('is refused when the figures of the sides are of different dates, or one has none', () => {
    const stale = update('reports', 'report2', { asOf: '2017-04-30' });
    expect(refusal([stale, duel()])?.[1]).toBe('the figures of the two sides are of different dates');
    expect(refusal([duel({ metric: 'milestoneRate' })])?.[1]).toBe('the first side has no figure');
  });

  it('is refused twice, and for a bye', () => {
    expect(refusal([duel({ result: 'draw' })])?.[1]).toBe('is settled already');
    expect(refusal([duel({ result: 'bye', secondUnit: undefined })])?.[1]).toBe('is settled already');
  });
});

describe('the metrics of contests', () => {
  it('are called as the measures are, or close to it, and count in rates or small numbers', () => {
    for (const name of Object.keys(CONTEST_METRICS)) {
      if (name === 'schemeScore') continue;
      expect(isMeasureId(name) && ['rate', 'count', 'months'].includes(MEASURES[name].unit)).toBe(true);
      expect(isMeasureId(name) && MEASURES[name].better).toBe('higher');
    }
  });

  it('include the score by the scheme in force', () => {
    expect(contestScore(demoLedger(), 'schemeScore', 'unit-03', '2017-12-31' as IsoDate)).toBe(8842);
    expect(contestScore(demoLedger(), 'monthsOnSchedule', 'unit-03', '2017-12-31' as IsoDate)).toBe(1000);
    expect(contestScore(ledgerWith(OFFICE), 'schemeScore', 'u1', MAY)).toBeNull();
  });
});
