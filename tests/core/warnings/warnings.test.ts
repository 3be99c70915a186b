import { describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../core/ledger/change-request.ts';
import { warningsOfSet } from '../../../core/warnings/set-warnings.ts';
import { OFFICE } from '../../support/parts.ts';
import { ledgerWith } from '../../support/ledger.ts';

const WAN = 10_000;
/** 第1项目: total 9000, plan 7000, 3000 completed by the end of May. */
const ledger = ledgerWith(OFFICE);

const codes = (...writes: readonly ChangeRequest[]): readonly string[] =>
  warningsOfSet(ledger, writes).map(({ index, path, code }) => `${index} ${path} ${code}`);

const report = (asOf: string, completedWan: number, more: object = {}): ChangeRequest => ({
  kind: 'create',
  register: 'reports',
  values: { project: 'p1', asOf, completedYtdYuan: completedWan * WAN, state: 'verified', ...more },
});

describe('a figure', () => {
  it('that goes on as expected raises nothing', () => {
    expect(codes(report('2017-06-30', 3500))).toEqual([]);
  });

  it('beyond what the total investment leaves is doubtful', () => {
    const project = { kind: 'update', register: 'projects', record: 'p1', values: { investedBeforeYuan: 4000 * WAN } };
    expect(codes(project as ChangeRequest, report('2017-06-30', 5001))).toEqual([
      '0 totalInvestmentYuan total-below-done',
      '1 completedYtdYuan over-total',
    ]);
    expect(codes(project as ChangeRequest, report('2017-06-30', 5000))).toEqual([]);
  });

  it('below an earlier or above a later one of the year is doubtful, of another year not', () => {
    expect(codes(report('2017-06-30', 2999))).toEqual(['0 completedYtdYuan lower-than-before']);
    expect(codes(report('2017-04-30', 3001))).toEqual(['0 completedYtdYuan higher-than-later']);
    expect(codes(report('2018-01-31', 0))).toEqual([]);
  });

  it('over three times the plan, or grown by more than half of it, is doubtful', () => {
    const plan = { kind: 'update', register: 'plans', record: 'plan1', values: { amountYuan: 1000 * WAN } } as const;
    expect(codes(plan, report('2017-06-30', 3001))).toEqual(['1 completedYtdYuan rate-over-300']);
    expect(codes(report('2017-06-30', 6500))).toEqual([]);
    expect(codes(report('2017-06-30', 6501))).toEqual(['0 completedYtdYuan jump']);
  });

  it('without a plan for the year is doubtful', () => {
    const gone = { kind: 'delete', register: 'plans', record: 'plan1' } as const;
    expect(codes(gone, report('2017-06-30', 3100))).toEqual(['1 completedYtdYuan without-plan']);
  });

  it('is compared with the month that the unit gives', () => {
    expect(codes(report('2017-06-30', 3500, { completedMonthYuan: 500 * WAN }))).toEqual([]);
    expect(codes(report('2017-06-30', 3500, { completedMonthYuan: 400 * WAN }))).toEqual([
      '0 completedMonthYuan month-mismatch',
    ]);
    expect(codes(report('2017-07-31', 3500, { completedMonthYuan: 400 * WAN }))).toEqual([]);
  });

  it('is looked at together with the rest of its set', () => {
    expect(codes(report('2017-06-30', 4000), report('2017-07-31', 3500))).toEqual([
      '0 completedYtdYuan higher-than-later',
      '1 completedYtdYuan lower-than-before',
    ]);
  });

  it('names what it is compared with', () => {
    expect(warningsOfSet(ledger, [report('2017-06-30', 2999)])).toEqual([
      { index: 0, path: 'completedYtdYuan', code: 'lower-than-before', comparedYuan: 3000 * WAN },
    ]);
  });
});

const update = (register: 'plans' | 'projects', record: string, values: object): ChangeRequest => ({
  kind: 'update',
  register,
  record,
  values,
});

describe('other records', () => {
  it('raise doubts about plans and totals that do not fit', () => {
    expect(codes(update('plans', 'plan1', { amountYuan: 9001 * WAN }))).toEqual(['0 amountYuan plan-over-total']);
    expect(codes(update('projects', 'p1', { totalInvestmentYuan: 2999 * WAN }))).toEqual([
      '0 totalInvestmentYuan total-below-done',
    ]);
  });

  it('do not count twice what joins the years before when the year ends', () => {
    const carried = update('projects', 'p1', { investedBeforeYuan: 7000 * WAN });
    expect(codes(carried)).toEqual(['0 totalInvestmentYuan total-below-done']);
    const year = { kind: 'update', register: 'settings', record: 'settings' } as const;
    expect(codes({ ...year, values: { year: 2018, asOf: '2018-01-31' } }, carried)).toEqual([]);
  });

  it('raise nothing when what is doubtful stays as it was', () => {
    const doubtful = ledgerWith(
      [{ kind: 'update', register: 'projects', record: 'p1', values: { totalInvestmentYuan: 1000 * WAN } }],
      ledger,
    );
    const note = { kind: 'update', register: 'reports', record: 'report1', values: { note: '说明' } } as const;
    expect(warningsOfSet(doubtful, [note])).toEqual([]);
  });
});
