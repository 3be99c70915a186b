import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { compare, sumOf } from '../../../core/exact.ts';
import type { MeasureId } from '../../../core/measures/ids.ts';
import { checkScheme } from '../../../core/schemes/check-scheme.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import type { Formula, Gate, Item, Scheme } from '../../../core/schemes/scheme.ts';
import { score, showScore, type ScoreOptions, type SchemeScores } from '../../../core/schemes/score.ts';
import { endOfMonth, type IsoDate, type IsoMonth } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import type { RegisterName } from '../../../core/registers/index.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';
import { shown } from './hand-inputs.ts';

const M1 = 'investmentCompletionRate';
const MAY = '2017-05-31';

const create = (register: RegisterName, record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

const rate: Formula = { type: 'proportional', measure: M1, target: 100 };

const item = (id: string, formula: Formula, more: Partial<Item> = {}): Item => ({
  id,
  label: { zh: id, en: id },
  part: 'base',
  max: { all: 100 },
  formula,
  na: 'renormalise',
  ...more,
});

const scheme = (items: readonly Item[], more: Partial<Scheme> = {}): Scheme => ({
  profiles: { township: 'all' },
  items,
  gates: [],
  tieBreak: [],
  rankMethod: 'dense',
  rankOn: 'exact',
  decimals: 2,
  ...more,
});

/** Scores of the small office: 柳园乡 (u1) 3 of 7, 临河镇 (u2) 2 of 3, 东风路 (u3) without projects. */
function scored(
  body: Scheme,
  more: readonly ChangeRequest[] = [],
  options: ScoreOptions = { name: '方案' },
  asOf: string = MAY,
): SchemeScores {
  expect(checkScheme(body)).toMatchObject({ ok: true });
  const context = boardContext(ledgerWith([...OFFICE, ...more]), asOf as IsoDate);
  if (!context) throw new Error('the office has settings');
  return score(context, body, options);
}

const ranks = ({ lists }: SchemeScores) =>
  lists.map(({ rows }) => rows.map(({ unit, rank }) => `${rank ?? '–'}${unit.id}`));
const total = (scores: SchemeScores, unit: string) => shown(scores.byUnit.get(unit)?.total ?? null);

const entry = (id: string, itemId: string, unit: string, more: object = {}): ChangeRequest =>
  create('scoreEntries', id, {
    scheme: '方案',
    item: itemId,
    unit,
    on: '2017-03-15',
    reason: '事由',
    state: 'approved',
    approver: '领导小组',
    ...more,
  });

describe('a base with an item that does not apply', () => {
  const body = scheme([
    item('A1', rate, { max: { all: 60 } }),
    item('A2', { type: 'proportional', measure: 'completionRateOfPlan', target: 100 }, { max: { all: 25 } }),
    item(
      'A3',
      { type: 'countPoints', base: 'max', counts: [{ measure: 'criticisms', points: -1 }] },
      { max: { all: 15 } },
    ),
  ]);

  it('is scaled up to the profile’s full sum', () => {
    const row = scored(body).byUnit.get('u2');
    expect(row?.base.calculation).toBe('(40 + 15) × 100 ÷ 75 ≈ 73.3333');
    expect([shown(row?.base.full ?? null), shown(row?.base.left ?? null), shown(row?.total ?? null)]).toEqual([
      '100',
      '75',
      '220/3',
    ]);
  });

  it('has no score where nothing of it applies', () => {
    const onlyRate = scored(scheme([item('A1', rate)]));
    expect(ranks(onlyRate)).toEqual([['1u2', '2u1']]);
    expect(onlyRate.notAssessed.map(({ unit }) => unit.id)).toEqual(['u3']);
    expect(ranks(scored(scheme([item('A1', rate, { na: 'zero' })])))).toEqual([['1u2', '2u1', '3u3']]);
  });

  it('takes the mean of the other units of the group where the scheme says so', () => {
    const row = scored(scheme([item('A1', rate, { na: 'groupMean' })])).byUnit.get('u3');
    expect(row?.items[0]?.calculation).toBe('— ⇒ (42.8571 + 66.6667) ÷ 2 ≈ 54.7619');
    expect(shown(row?.total ?? null)).toBe('1150/21');
  });
});

describe('bonus and penalty', () => {
  it('have caps of their own', () => {
    const events = (id: string, part: Item['part'], points: number) =>
      item(id, { type: 'eventLedger', points }, { part, max: { all: 50 }, na: 'zero' });
    const body = scheme([item('A1', rate), events('B1', 'bonus', 4), events('P1', 'penalty', -7)], {
      bonusCap: 5,
      penaltyCap: 10,
    });
    const entries = ['B1', 'B1', 'P1', 'P1'].map((id, index) => entry(`e${index}`, id, 'u2'));
    const row = scored(body, entries).byUnit.get('u2');
    expect(row?.bonus.calculation).toBe('8; min(5, 8) = 5');
    expect(row?.penalty.calculation).toBe('−14; max(−10, −14) = −10');
    expect(row?.calculation).toBe('66.6667 + 5 − 10 ≈ 61.6667');
  });

  it('come from approved entries under the scheme’s name, up to the date, in the year', () => {
    const body = scheme([
      item('A1', rate),
      item('B1', { type: 'eventLedger', points: 1 }, { part: 'bonus', na: 'zero' }),
    ]);
    const counted = (more: object, options?: ScoreOptions) =>
      shown(scored(body, [entry('e1', 'B1', 'u2', more)], options).byUnit.get('u2')?.bonus.points ?? null);
    expect(counted({})).toBe('1');
    expect(counted({ pointsHundredths: 250 })).toBe('5/2');
    expect(counted({ state: 'proposed' })).toBe('0');
    expect(counted({ scheme: '别的方案' })).toBe('0');
    expect(counted({ on: '2017-06-01' })).toBe('0');
    expect(counted({ on: '2016-12-31' })).toBe('0');
    expect(counted({}, {})).toBe('0');
    expect(counted({}, { entries: [] })).toBe('0');
  });

  it('ask for evidence where the item does', () => {
    const events = item(
      'B1',
      { type: 'eventLedger', points: 1 },
      { part: 'bonus', na: 'zero', evidenceRequired: true },
    );
    const counted = (more: object) =>
      shown(
        scored(scheme([item('A1', rate), events]), [entry('e1', 'B1', 'u2', more)]).byUnit.get('u2')?.bonus.points ??
          null,
      );
    expect([counted({}), counted({ evidence: '文件' })]).toEqual(['0', '1']);
  });
});

const gate = (effect: Gate['effect'], when: Gate['when'] = 'entry'): Gate => ({
  id: 'G1',
  label: { zh: '否决', en: 'Veto' },
  when,
  effect,
});

const gated = (gates: readonly Gate[], entries: readonly ChangeRequest[] = [entry('e1', 'G1', 'u2')]) =>
  scored(scheme([item('A1', rate)], { gates }), entries);

describe('a gate', () => {
  it('caps the score', () => {
    const scores = gated([gate({ type: 'cap', points: 40 })]);
    expect(scores.byUnit.get('u2')?.calculation).toBe('66.6667 + 0 + 0 ≈ 66.6667; min(40, 66.6667) = 40');
    expect(ranks(scores)).toEqual([['1u1', '2u2']]);
    expect(total(gated([gate({ type: 'cap', points: 90 })]), 'u2')).toBe('200/3');
  });

  it('makes a unit drop places', () => {
    expect(ranks(gated([gate({ type: 'downgrade', places: 1 })]))).toEqual([['1u1', '2u2']]);
  });

  it('takes a unit off the ranking: it is listed without a rank', () => {
    expect(ranks(gated([gate({ type: 'veto' })]))).toEqual([['1u1', '–u2']]);
  });

  it('applies by approved entries only, or by a measure below a value', () => {
    expect(ranks(gated([gate({ type: 'veto' })], [entry('e1', 'G1', 'u2', { state: 'proposed' })]))).toEqual([
      ['1u2', '2u1'],
    ]);
    const low = gate({ type: 'veto' }, { measure: M1, below: 50 });
    const scores = gated([low], []);
    expect(ranks(scores)).toEqual([['1u2', '–u1']]);
    const atTheBound = gate({ type: 'veto' }, { measure: M1, below: '200/3' });
    expect(ranks(gated([atTheBound], []))).toEqual([['1u2', '–u1']]);
    expect(scores.byUnit.get('u1')?.gates[0]).toMatchObject({ applies: true, calculation: '42.8571 < 50' });
    expect(scores.byUnit.get('u2')?.gates[0]).toMatchObject({ applies: false, calculation: '66.6667 ≥ 50' });
  });
});

describe('equal scores', () => {
  const full = item('A1', { type: 'countPoints', base: 'max', counts: [{ measure: 'criticisms', points: -1 }] });
  const tie = (tieBreak: readonly MeasureId[]) => scored(scheme([full], { tieBreak }));

  it('share a rank, or are told apart by the chain', () => {
    expect(ranks(tie([]))).toEqual([['1u1', '1u2', '1u3']]);
    expect(tie([]).byUnit.get('u1')?.tied).toBe(true);
    expect(ranks(tie([M1]))).toEqual([['1u2', '2u1', '3u3']]);
  });

  it('go to the lower number where a measure is better lower', () => {
    expect(ranks(tie(['plannedInvestment']))[0]?.[2]).toBe('3u3');
    const late = create('criticisms', 'c1', {
      unit: 'u2',
      fact: '事实',
      rule: '办法',
      period: '5月',
      state: 'published',
      decidedOn: '2017-05-20',
    });
    const level = item('A1', { type: 'countPoints', base: 'max', counts: [{ measure: 'contestsWon', points: 1 }] });
    expect(ranks(scored(scheme([level], { tieBreak: ['criticisms'] }), [late]))).toEqual([['1u1', '1u3', '2u2']]);
  });

  it('can be those that print alike', () => {
    const close = item('A1', { ...rate, target: 1000 }, { max: { all: '1/100' } });
    expect(ranks(scored(scheme([close], { decimals: 2 })))).toEqual([['1u2', '2u1']]);
    expect(ranks(scored(scheme([close], { decimals: 2, rankOn: 'displayed' })))).toEqual([['1u1', '1u2']]);
  });
});

describe('lists', () => {
  const park = create('units', 'u9', { name: '园区', shortName: '园区', group: 'park', officialOrder: 9 });
  const flat = item('A1', rate, { max: { all: 100, park: 50 }, na: 'full' });
  const profiles = { park: 'park', township: 'all' } as const;

  it('are one for each group, in the office’s order, or one for all', () => {
    expect(ranks(scored(scheme([flat], { profiles }), [park]))).toEqual([['1u3', '2u2', '3u1'], ['1u9']]);
    expect(ranks(scored(scheme([flat], { profiles, together: true }), [park]))).toEqual([['1u3', '2u2', '3u9', '4u1']]);
  });

  it('give no place, though a score, to units without a base of what ranks need', () => {
    const rankNeeds = { measure: M1 } as const;
    const scores = scored(scheme([flat], { rankNeeds }));
    expect(ranks(scores)).toEqual([['1u2', '2u1', '–u3']]);
    expect(total(scores, 'u3')).toBe('100');
    expect(scores.notAssessed).toEqual([]);
  });

  it('have no units of groups that are not assessed, nor ones that have ended', () => {
    const ended = { kind: 'update', register: 'units', record: 'u2', values: { activeTo: '2017-05-30' } } as const;
    expect(ranks(scored(scheme([flat]), [park, ended]))).toEqual([['1u3', '2u1']]);
  });
});

describe('formulas that look beyond one unit or date', () => {
  it('rank units within their group by a measure', () => {
    const formula: Formula = {
      type: 'rankPoints',
      measure: M1,
      points: [100, 80],
      others: 50,
      ties: 'shared',
    };
    const scores = scored(scheme([item('A1', formula)]));
    expect([total(scores, 'u2'), total(scores, 'u1')]).toEqual(['100', '80']);
    expect(scores.byUnit.get('u1')?.items[0]?.calculation).toBe('#2/2 ⇒ 80');
  });

  it('give no place to units that lack what the item needs', () => {
    const formula: Formula = {
      type: 'rankPoints',
      measure: 'completedInvestment',
      points: [100],
      others: 50,
      ties: 'shared',
    };
    const placed = (more: Partial<Item>) =>
      scored(scheme([item('A1', formula, more)])).byUnit.get('u1')?.items[0]?.calculation;
    expect(placed({})).toBe('#1/3 ⇒ 100');
    expect(placed({ needs: { measure: M1 } })).toBe('#1/2 ⇒ 100');
  });

  it('take the mean of the months that have ended, and the year to date', () => {
    const april = create('reports', 'april2', {
      project: 'p2',
      asOf: '2017-04-30',
      completedYtdYuan: 10_000_000,
      state: 'verified',
    });
    const body = scheme([item('A1', { type: 'periodic', of: rate, monthlyShare: 40 })]);
    const row = scored(body, [april]).byUnit.get('u2');
    const months = row?.items[0]?.inputs.flatMap((each) =>
      each.kind === 'month' ? `${each.asOf} ${each.calculation}` : [],
    );
    expect(months?.[3]).toBe('2017-04-30 100 × min(1, 33.3333 ÷ 100) ≈ 33.3333');
    expect(months).toHaveLength(6);
    // Months: 0, 0, 0, 1/3, 2/3 → mean 1/5; 40 % of 20 and 60 % of 66.67.
    expect(shown(row?.total ?? null)).toBe('48');
  });

  it('inherit from an item wherever it stands in the scheme', () => {
    const body = scheme([
      item('A0', { type: 'inherit', share: 50, from: { item: 'A1' } }, { max: { all: 50 } }),
      item('A1', rate, { max: { all: 50 } }),
    ]);
    expect(scored(body).byUnit.get('u2')?.items[0]?.calculation).toBe('50% × 33.3333 ≈ 16.6667');
  });

  it('read what another mechanism gave, up to the date', () => {
    const given = (id: string, on: string, hundredths: number) =>
      create('externalScores', id, {
        mechanism: 'm1',
        unit: 'u2',
        entrant: '临河镇',
        period: id,
        scoreHundredths: hundredths,
        on,
      });
    const mechanism = create('mechanisms', 'm1', { name: '群众工作考核', mechanismOrder: 1, owner: '群工部' });
    const body = scheme([item('A1', { type: 'external', mechanism: 'm1', outOf: 100 }, { max: { all: 10 } })]);
    const scores = scored(body, [mechanism, given('s1', '2017-03-31', 9000), given('s2', '2017-06-30', 5000)]);
    expect(total(scores, 'u2')).toBe('9');
  });
});

const milestone = (id: string, dueOn: string, more: object = {}) =>
  create('milestones', id, { project: 'p1', name: id, baselineOn: dueOn, dueOn, weight: 10, ...more });

describe('an item’s period', () => {
  const done = [milestone('m0', '2016-06-30'), milestone('m1', '2017-03-31', { doneOn: '2017-03-31' })];
  const byMilestones: Formula = { type: 'proportional', measure: 'milestoneRate', target: 100 };
  const of = (more: Partial<Item>, rest: Partial<Scheme> = {}) =>
    scored(scheme([item('A1', byMilestones, more)], rest), done).byUnit.get('u1');

  it('is the year unless the scheme says otherwise', () => {
    expect(of({})?.items[0]?.calculation).toBe('100 × min(1, 100 ÷ 100) = 100');
    expect(of({ period: 'year' })?.items[0]?.calculation).toBe('100 × min(1, 100 ÷ 100) = 100');
    expect(of({ period: 'all' })?.items[0]?.calculation).toBe('100 × min(1, 50 ÷ 100) = 50');
  });

  it('holds for everything that the item reads, and not for what decides among equals', () => {
    const row = of(
      { period: 'all', zeroBelow: { measure: 'milestoneRate', value: 60 } },
      { tieBreak: ['milestoneRate'] },
    );
    expect(row?.items[0]?.calculation).toBe('50 < 60 ⇒ 0');
    expect(row?.tieBreak.map(({ value, period }) => [shown(value), period])).toEqual([['100', 'year']]);
  });
});

const department = (id: string) =>
  create('units', id, { name: id, shortName: id, group: 'department', officialOrder: 9 });

const permit = (id: string, of: string, more: object) =>
  create('permits', id, { project: 'p1', item: id, authority: 'district', limitDays: 1, department: of, ...more });

const decided = (on: string) => ({ state: 'done', acceptedOn: on, finishedOn: on });

describe('the profile of a unit', () => {
  const more = [
    ...['d1', 'd2', 'd3', 'd4', 'd5'].map(department),
    ...['a', 'b', 'c', 'd'].map((id) =>
      create('permitItems', id, { name: id, itemOrder: 1, limitDays: 1, authority: 'district' }),
    ),
    permit('a', 'd1', decided('2017-02-06')),
    permit('b', 'd2', decided('2016-12-06')),
    permit('c', 'd3', { state: 'missing' }),
    permit('d', 'd4', { state: 'notRequired' }),
  ];
  const entries: Formula = { type: 'countPoints', base: 'max', counts: [{ measure: 'criticisms', points: -1 }] };
  const body = scheme([item('A1', entries, { max: { permits: 100, general: 100 } })], {
    profiles: { department: { approving: 'permits', others: 'general' } },
  });

  const profilesIn = (asOf: string) =>
    [...scored(body, more, {}, asOf).byUnit.values()].map(({ unit, profile }) => `${unit.id} ${profile}`).sort();

  it('goes by whether a permit of the year names it as its department', () => {
    expect(profilesIn('2017-05-31')).toEqual(['d1 permits', 'd2 general', 'd3 permits', 'd4 general', 'd5 general']);
    expect(profilesIn('2016-12-31')).toEqual(['d1 permits', 'd2 permits', 'd3 permits', 'd4 general', 'd5 general']);
    expect(profilesIn('2018-05-31')).toEqual(['d1 general', 'd2 general', 'd3 permits', 'd4 general', 'd5 general']);
  });
});

describe('scheme A', () => {
  it('asks no pipeline, no declarations and no reports of a unit without a plan', () => {
    const row = scored(SCHEME_A).byUnit.get('u3');
    const leaving = row?.items.filter(({ leavesSum }) => leavesSum === true).map((each) => each.item.id);
    expect(leaving).toEqual(expect.arrayContaining(['A8', 'A10', 'A13']));
  });
});

describe('scores of the demo ledger by scheme A', () => {
  const ledger = demoLedger();
  const month = fc.integer({ min: 1, max: 12 });

  it('keep every base between 0 and the profile’s full sum, at any month’s end', () => {
    fc.assert(
      fc.property(month, (number) => {
        const context = boardContext(ledger, endOfMonth(`2017-${String(number).padStart(2, '0')}` as IsoMonth));
        if (!context) throw new Error('the demo has settings');
        for (const { base, items } of score(context, SCHEME_A).byUnit.values()) {
          expect(shown(base.full)).toBe('100');
          expect(compare(base.points, base.full)).toBeLessThanOrEqual(0);
          expect(base.points.numerator >= 0n).toBe(true);
          const sum = sumOf(items.filter(({ item: { part } }) => part === 'base').map(({ points }) => points));
          expect(shown(sum)).toBe(shown(base.sum));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('are printed once rounded, with the exact fraction beside', () => {
    expect(showScore({ numerator: 40872n, denominator: 125n }, 2)).toEqual({ text: '326.98', exact: '40872/125' });
  });
});
