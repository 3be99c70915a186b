import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { SCHEME_A, SCHEME_A_NAME } from '../../../core/schemes/scheme-a.ts';
import type { Scheme } from '../../../core/schemes/scheme.ts';
import { changedPairs, sensitivityOf } from '../../../core/schemes/sensitivity.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';
import { finished } from '../../../core/stepwise.ts';

const at = (asOf: string, ledger: Ledger): BoardContext => {
  const context = boardContext(ledger, asOf as IsoDate);
  if (!context) throw new Error('no settings');
  return context;
};

/** One item: the completion rate, exactly. */
const PLAIN: Scheme = {
  profiles: { township: 'all' },
  items: [
    {
      id: 'R',
      label: { zh: '完成率', en: 'Rate' },
      part: 'base',
      max: { all: 100 },
      formula: { type: 'proportional', measure: 'investmentCompletionRate', target: 100 },
      na: 'zero',
    },
  ],
  gates: [],
  tieBreak: ['investmentCompletionRate', 'completedInvestment'],
  rankMethod: 'dense',
  rankOn: 'exact',
  decimals: 2,
};

/** 柳园乡 at 2,000.1 of 7,000, 临河镇 at 857.15 of 3,000 (万元): 28.5729 % and 28.5717 %. */
const close = ledgerWith([
  ...OFFICE,
  { kind: 'update', register: 'reports', record: 'report1', values: { completedYtdYuan: 20_001_000 } },
  { kind: 'update', register: 'reports', record: 'report2', values: { completedYtdYuan: 8_571_500 } },
]);

const variant = (scheme: Scheme, id: string, ledger = close) =>
  finished(sensitivityOf(at('2017-05-31', ledger), scheme, '试')).find((each) => each.id === id);

const ranks = (entries: Record<string, number>) => new Map(Object.entries(entries));

describe('pairs that change', () => {
  it('are those whose order differs, not those whose numbers alone do', () => {
    expect(changedPairs(ranks({ a: 1, b: 2, c: 2, d: 3 }), ranks({ a: 1, b: 2, c: 2, d: 4 }))).toEqual([]);
    expect(changedPairs(ranks({ a: 1, b: 2 }), ranks({ a: 2, b: 1 }))).toEqual([
      { kind: 'swap', first: 'a', second: 'b', before: [1, 2], after: [2, 1] },
    ]);
    expect(changedPairs(ranks({ a: 1, b: 2 }), ranks({ a: 1, b: 1 }))).toMatchObject([{ kind: 'merge' }]);
    expect(changedPairs(ranks({ a: 1, b: 1 }), ranks({ a: 2, b: 1 }))).toMatchObject([{ kind: 'split' }]);
  });
});

describe('the sensitivity of a ranking', () => {
  it('finds the pair that shares a rank when scores are compared as they are printed', () => {
    const untied = { ...PLAIN, tieBreak: [] };
    expect(variant(untied, 'rankOn:displayed:1')?.pairs).toEqual([
      { kind: 'merge', first: 'u1', second: 'u2', before: [1, 2], after: [1, 1] },
    ]);
    expect(variant(untied, 'rankOn:displayed:2')?.pairs).toMatchObject([{ kind: 'merge' }]);
    // 28.573 and 28.572.
    expect(variant(untied, 'rankOn:displayed:3')?.pairs).toEqual([]);
    expect(variant({ ...untied, rankOn: 'displayed', decimals: 1 }, 'rankOn:exact')?.pairs).toMatchObject([
      { kind: 'split', before: [1, 1], after: [1, 2] },
    ]);
  });

  it('finds the pair that the tie-break alone parts', () => {
    const displayed: Scheme = { ...PLAIN, rankOn: 'displayed', tieBreak: ['investmentCompletionRate'] };
    expect(variant(displayed, 'tieBreak:without:investmentCompletionRate')?.pairs).toMatchObject([{ kind: 'merge' }]);
    const projects: Scheme = { ...PLAIN, rankOn: 'displayed', tieBreak: ['investmentCompletionRate', 'lateReports'] };
    expect(variant(projects, 'tieBreak:first:lateReports')).toBeDefined();
  });

  it('says that a rule changes nothing, rather than nothing of the rule', () => {
    const all = finished(sensitivityOf(at('2017-12-31', demoLedger()), SCHEME_A, SCHEME_A_NAME));
    expect(all.map(({ id }) => id)).toEqual([
      'rankOn:displayed:1',
      'rankOn:displayed:2',
      'rankOn:displayed:3',
      'items:rounded',
      'tieBreak:first:completedInvestment',
      'tieBreak:first:milestoneRate',
      'tieBreak:first:issueResolutionRate',
      'tieBreak:without:investmentCompletionRate',
      'tieBreak:without:completedInvestment',
      'tieBreak:without:milestoneRate',
      'tieBreak:without:issueResolutionRate',
      'rankMethod:competition',
      'timeProgress:linearDay',
    ]);
    expect(all.find(({ id }) => id === 'rankMethod:competition')).toMatchObject({ pairs: [] });
  });

  it('tries the other time strategy only where the scheme depends on time', () => {
    expect(variant(PLAIN, 'timeProgress:linearDay')).toBeUndefined();
    const timed: Scheme = {
      ...PLAIN,
      items: [
        {
          id: 'V',
          label: { zh: '序时', en: 'Time' },
          part: 'base',
          max: { all: 100 },
          formula: { type: 'band', measure: 'scheduleVariance', bands: [{ from: -13, points: 50 }] },
          na: 'zero',
        },
      ],
    };
    // In mid May four twelfths have ended, and 135 of 365 days: 21.4 % is short of the band by day only, 24 % by neither.
    const ledger = ledgerWith(
      [
        {
          kind: 'update',
          register: 'reports',
          record: 'report1',
          values: { asOf: '2017-05-15', completedYtdYuan: 15_000_000 },
        },
        {
          kind: 'update',
          register: 'reports',
          record: 'report2',
          values: { asOf: '2017-05-15', completedYtdYuan: 7_200_000 },
        },
      ],
      ledgerWith(OFFICE),
    );
    const found = finished(sensitivityOf(at('2017-05-15', ledger), { ...timed, tieBreak: [] }, '试')).find(
      ({ id }) => id === 'timeProgress:linearDay',
    );
    expect(found?.pairs).toContainEqual({ kind: 'split', first: 'u1', second: 'u2', before: [1, 1], after: [2, 1] });
  });
});
