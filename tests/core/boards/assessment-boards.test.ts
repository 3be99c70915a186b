import { describe, expect, it } from 'vitest';
import { assessment } from '../../../core/boards/assessment.ts';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import { headToHead } from '../../../core/boards/head-to-head.ts';
import { redBlack } from '../../../core/boards/red-black.ts';
import { proposalsFor } from '../../../core/schemes/honours-at.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import type { BoardSignoff } from '../../../core/registers/index.ts';
import type { IsoDate } from '../../../core/time.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { demoRequests } from '../../../server/demo/demo-ledger.ts';
import { ledgerWith } from '../../support/ledger.ts';

/** The demo before any board was signed. */
const demo = ledgerWith(demoRequests().filter(({ register }) => register !== 'boardSignoffs'));

const at = (asOf: string, ledger: Ledger = demo, today?: string): BoardContext => {
  const context = boardContext(ledger, asOf as IsoDate);
  if (!context) throw new Error('no settings');
  return { ...context, ...(today === undefined ? {} : { today: today as IsoDate }) };
};

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

const signoff = (id: string, board: 'red' | 'black', state: string, more: object = {}): ChangeRequest =>
  create('boardSignoffs', id, {
    board,
    group: 'township',
    asOf: '2017-12-31',
    scheme: 'scheme-a',
    units: board === 'red' ? ['unit-04', 'unit-05'] : ['unit-01'],
    from: '2018-01-10',
    until: '2018-02-10',
    state,
    ...more,
  });

const shown = (ledger: Ledger, today?: string, asOf = '2017-12-31'): readonly string[] =>
  Object.keys(redBlack(at(asOf, ledger, today)).rows);

describe('the public red and black boards', () => {
  const ledger = ledgerWith(
    [signoff('b', 'black', 'signed'), signoff('r', 'red', 'signed', { until: undefined })],
    demo,
  );

  it('show what was signed, on its days only, whatever date of figures is asked for', () => {
    expect(shown(ledger, '2018-01-09')).toEqual([]);
    expect(shown(ledger, '2018-01-10')).toEqual(['r', 'b']);
    expect(shown(ledger, '2018-02-10')).toEqual(['r', 'b']);
    expect(shown(ledger, '2018-02-11')).toEqual(['r']);
    expect(shown(ledger, '2018-02-11', '2018-01-20')).toEqual(['r']);
    expect(shown(ledger, '2018-01-20', '2017-05-31')).toEqual(['r', 'b']);
  });

  it('show nothing where the day is not known', () => {
    expect(shown(ledger)).toEqual([]);
  });

  it('never show what is proposed or withdrawn', () => {
    const waiting = ledgerWith(
      [
        signoff('r', 'red', 'proposed'),
        signoff('b', 'black', 'proposed'),
        signoff('w', 'black', 'withdrawn', { withdrawalReason: '例' }),
      ],
      demo,
    );
    expect(shown(waiting, '2018-01-20')).toEqual([]);
    const onlyRed = ledgerWith([update('boardSignoffs', 'r', { state: 'signed' })], waiting);
    expect(shown(onlyRed, '2018-01-20')).toEqual(['r']);
  });

  it('name the units and what is said of them without a colour', () => {
    const { rows } = redBlack(at('2017-12-31', ledger, '2018-01-20'));
    expect(rows['b']).toEqual({
      order: 1,
      board: 'black',
      distinction: 'warning',
      group: 'township',
      asOf: '2017-12-31',
      scheme: '年度综合考核办法（百分制）',
      from: '2018-01-10',
      until: '2018-02-10',
      units: [{ id: 'unit-01', name: '柳园乡', shortName: '柳园乡' }],
    });
    expect(rows['r']?.distinction).toBe('honour');
  });
});

const rates = (asOf: string, unit: string) => {
  const board = headToHead(at(asOf), { first: unit, second: unit === 'unit-01' ? 'unit-02' : 'unit-01' });
  return board?.rows['investmentCompletionRate']?.first?.value;
};

describe('what the rules propose', () => {
  it('is never on both boards, and on the black one only who missed the target, at any month end and in any group', () => {
    let warned = 0;
    for (const asOf of ['2017-03-31', '2017-05-31', '2017-08-31', '2017-10-31', '2017-12-31']) {
      for (const group of ['township', 'park', 'department'] as const) {
        const { red = [], black = [] } = proposalsFor(demo, 'scheme-a', asOf as IsoDate, group) ?? {};
        expect(red.filter((unit) => black.includes(unit))).toEqual([]);
        for (const unit of black) expect(rates(asOf, unit)).toBeLessThan(100);
        for (const unit of red) expect(rates(asOf, unit)).toBeGreaterThanOrEqual(100);
        warned += black.length;
      }
    }
    expect(warned).toBeGreaterThan(3);
  });

  it('spares a unit with accepted force majeure on the day', () => {
    const asOf = '2017-05-31' as IsoDate;
    const [last = ''] = proposalsFor(demo, 'scheme-a', asOf, 'township')?.black ?? [];
    expect(last).not.toBe('');
    const exempt = (from: string, until: string) =>
      ledgerWith(
        [create('exemptions', 'x', { unit: last, from, until, reason: '汛期停工', document: '示范办〔2017〕9号' })],
        demo,
      );
    expect(proposalsFor(exempt('2017-05-01', '2017-05-31'), 'scheme-a', asOf, 'township')?.black).toEqual([]);
    expect(proposalsFor(exempt('2017-04-01', '2017-05-30'), 'scheme-a', asOf, 'township')?.black).toEqual([last]);
  });

  it('keeps a unit under a veto that says so off the red board', () => {
    const asOf = '2017-12-31' as IsoDate;
    const { red = [] } = proposalsFor(demo, 'scheme-a', asOf, 'township') ?? {};
    expect(red).toHaveLength(2);
    const gate = demo.tables.schemes.get('scheme-a')?.body.gates[0]?.id;
    const entry = create('scoreEntries', 'fatal', {
      scheme: '年度综合考核办法（百分制）',
      item: gate,
      unit: red[0],
      on: '2017-06-01',
      reason: '例',
      state: 'approved',
      approver: '例',
    });
    expect(proposalsFor(ledgerWith([entry], demo), 'scheme-a', asOf, 'township')?.red).not.toContain(red[0]);
  });

  it('is what the demo’s signed red boards hold', () => {
    const signed = demoRequests().flatMap((request) =>
      request.register === 'boardSignoffs' && request.kind === 'create' ? [request.values] : [],
    );
    expect(signed).toHaveLength(3);
    for (const values of signed) {
      const { group, units } = values as Pick<BoardSignoff, 'group' | 'units'>;
      expect(proposalsFor(demo, 'scheme-a', '2017-12-31' as IsoDate, group)?.red).toEqual(units);
    }
  });

  it('counts a group by those who take a place: four departments build, four only decide permits', () => {
    const { red } = proposalsFor(demo, 'scheme-a', '2017-12-31' as IsoDate, 'department') ?? { red: [] };
    expect(red).toEqual(['unit-11', 'unit-09']);
  });

  it('is nothing without rules', () => {
    const body = { ...demo.tables.schemes.get('scheme-a')?.body, honours: undefined };
    const ledger = ledgerWith(
      [create('schemes', 'plain', { name: '例', version: 1, body, state: 'draft', effectiveFrom: '2017-01-01' })],
      demo,
    );
    expect(proposalsFor(ledger, 'plain', '2017-12-31' as IsoDate, 'township')).toBeNull();
  });
});

const rowsOf = (context: BoardContext) => Object.values(assessment(context).rows);

describe('the assessment board', () => {
  it('has ranks and scores by group, with the rank of the month before', () => {
    const rows = rowsOf(at('2017-12-31'));
    const groups = rows.map(({ group }) => group);
    expect([groups.indexOf('township'), groups.indexOf('park'), groups.indexOf('department')]).toEqual([0, 5, 8]);
    expect(groups.lastIndexOf('township')).toBe(4);
    expect(rows.find(({ shortName }) => shortName === '文化路')).toMatchObject({ rank: 3, score: { text: '88.42' } });
    expect(assessment(at('2017-12-31'))).toMatchObject({ scheme: { version: 1 }, baseline: '2017-11-30' });
    const before = rowsOf(at('2017-11-30'));
    for (const row of rows) expect(row.rankBefore).toBe(before.find(({ name }) => name === row.name)?.rank);
    expect(rowsOf(at('2017-01-31')).every((row) => row.change === undefined)).toBe(true);
  });

  it('is empty unless the scheme is approved and in force at the date', () => {
    expect(assessment(at('2016-12-31'))).toEqual({ rows: {} });
    const draft = ledgerWith([update('settings', 'settings', { scheme: 'scheme-b' })], demo);
    expect(demo.tables.schemes.get('scheme-b')?.state).toBe('draft');
    expect(assessment(at('2017-12-31', draft))).toEqual({ rows: {} });
    const none = ledgerWith([update('settings', 'settings', { scheme: null })], demo);
    expect(assessment(at('2017-12-31', none))).toEqual({ rows: {} });
  });

  it('shows no more than rankings may show', () => {
    const top = ledgerWith([update('settings', 'settings', { boardMode: 'topOnly', boardTop: 1 })], demo);
    expect(rowsOf(at('2017-12-31', top)).map(({ rank }) => rank)).toEqual([1, 1, 1]);
    const both = ledgerWith([update('settings', 'settings', { boardMode: 'topAndBottom', boardTop: 1 })], demo);
    expect(rowsOf(at('2017-12-31', both)).map(({ rank }) => rank)).toEqual([1, 5, 1, 3, 1, 4]);
  });
});

describe('two units head to head', () => {
  it('stand side by side at one date, each measure with who leads', () => {
    const board = headToHead(at('2017-12-31'), { first: 'unit-03', second: 'unit-04' });
    expect(board).toMatchObject({
      figuresAsOf: '2017-12-31',
      first: { shortName: '文化路' },
      second: { shortName: '东风路' },
      rows: { investmentCompletionRate: { order: 0, first: { text: '160.0' }, leads: 'first' } },
    });
    const turned = headToHead(at('2017-12-31'), { first: 'unit-04', second: 'unit-03' });
    expect(turned?.rows['investmentCompletionRate']).toMatchObject({ leads: 'second', second: { text: '160.0' } });
    expect([turned?.first.leads, turned?.second.leads]).toEqual([board?.second.leads, board?.first.leads]);
  });

  it('of a contest take its date, its metric first, and its result', () => {
    const board = headToHead(at('2017-12-31'), { contest: 'contest-1' });
    expect(board).toMatchObject({
      figuresAsOf: '2017-09-30',
      first: { id: 'unit-03' },
      second: { id: 'unit-04' },
      contest: { season: '2017下半年', result: 'first', firstHundredths: 9350, flagHolder: 'unit-03' },
    });
    const ledger = ledgerWith([update('contests', 'contest-1', { metric: 'issueResolutionRate' })], demo);
    expect(Object.keys(headToHead(at('2017-12-31', ledger), { contest: 'contest-1' })?.rows ?? {})[0]).toBe(
      'issueResolutionRate',
    );
  });

  it('are those of the latest contest where nobody is named, or the first two', () => {
    expect(headToHead(at('2017-12-31'), {})).toMatchObject({ contest: { season: '2017下半年', round: 2 } });
    expect(headToHead(at('2017-11-30'), {})).toMatchObject({ figuresAsOf: '2017-09-30', first: { id: 'unit-03' } });
    expect(headToHead(at('2017-05-31'), {})).toMatchObject({ figuresAsOf: '2017-05-31', second: { id: 'unit-02' } });
  });

  it('are not shown of a later date than the board’s, of a bye, or of one unit', () => {
    expect(headToHead(at('2017-09-29'), { contest: 'contest-1' })).toBeNull();
    expect(headToHead(at('2017-12-31'), { contest: 'contest-3' })).toBeNull();
    expect(headToHead(at('2017-12-31'), { contest: 'none' })).toBeNull();
    expect(headToHead(at('2017-12-31'), { first: 'unit-01', second: 'unit-01' })).toBeNull();
    expect(headToHead(at('2017-12-31'), { first: 'unit-01', second: 'nobody' })).toBeNull();
    expect(headToHead(at('2017-12-31'), { first: 'unit-01' })).toBeNull();
  });
});
