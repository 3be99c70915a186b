import { describe, expect, it } from 'vitest';
import type { IsoMonth } from '../../../core/time.ts';
import { formulaPoints } from '../../../core/schemes/formulas.ts';
import type { Formula } from '../../../core/schemes/scheme.ts';
import { entry, exact, externalScore, handInputs, project, shown, type Hand } from './hand-inputs.ts';

const M1 = 'investmentCompletionRate';

/** Points and calculation of a formula. */
const tried = (formula: Formula, max: number | string, hand: Hand): readonly [string | null, string] => {
  const { points, calculation } = formulaPoints(formula, exact(max), handInputs(hand));
  return [shown(points), calculation];
};

describe('a proportional formula', () => {
  const formula: Formula = { type: 'proportional', measure: M1, target: 80 };

  it('gives the part of the target that was reached, at most all', () => {
    expect(tried(formula, 20, { values: { [M1]: 60 } })).toEqual(['15', '20 × min(1, 60 ÷ 80) = 15']);
    expect(tried(formula, 20, { values: { [M1]: 120 } })[0]).toBe('20');
  });

  it('says ≈ where a number is rounded in print, and stays exact', () => {
    expect(tried(formula, 20, { values: { [M1]: '200/3' } })).toEqual(['50/3', '20 × min(1, 66.6667 ÷ 80) ≈ 16.6667']);
  });

  it('gives nothing to judge without a base', () => {
    expect(tried(formula, 20, {})).toEqual([null, '—']);
  });
});

describe('a linear deduction', () => {
  const formula: Formula = { type: 'linearDeduct', measure: M1, target: 100, perUnit: 0.5 };

  it('takes off for each unit of the shortfall, not below 0', () => {
    expect(tried(formula, 25, { values: { [M1]: 78 } })).toEqual(['14', '25 − 0.5 × (100 − 78) = 14']);
    expect(tried(formula, 25, { values: { [M1]: 40 } })).toEqual(['0', 'max(0, 25 − 0.5 × (100 − 40)) = 0']);
    expect(formulaPoints(formula, exact(25), handInputs({ values: { [M1]: 40 } })).floored).toBe(true);
  });

  it('takes nothing off from the target on', () => {
    expect(tried(formula, 25, { values: { [M1]: 100 } })).toEqual(['25', '100 ≥ 100 ⇒ 25']);
  });
});

describe('a piecewise formula', () => {
  const beyond: Formula = {
    type: 'piecewise',
    measure: M1,
    pivot: 100,
    base: 0,
    slopes: [
      { to: 100, perUnit: 0.1 },
      { from: 100, to: 130, perUnit: 0.2 },
      { from: 130, perUnit: 0.1 },
    ],
  };

  it.each([
    [90, '-1', '0 − 0.1 × (100 − 90) = −1'],
    [100, '0', '100 ⇒ 0'],
    [110, '2', '0 + 0.2 × (110 − 100) = 2'],
    [130, '6', '0 + 0.2 × (130 − 100) = 6'],
    [150, '8', '0 + 0.2 × (130 − 100) + 0.1 × (150 − 130) = 8'],
  ])('at %i gives %s', (value, points, calculation) => {
    expect(tried(beyond, 10, { values: { [M1]: value } })).toEqual([points, calculation]);
  });

  it('is level where there is no slope, and falls along a negative one', () => {
    const formula: Formula = { ...beyond, base: 'max', slopes: [{ from: 110, to: 120, perUnit: -0.5 }] };
    expect(tried(formula, 10, { values: { [M1]: 105 } })).toEqual(['10', '105 ⇒ 10']);
    expect(tried(formula, 10, { values: { [M1]: 200 } })).toEqual(['5', '10 − 0.5 × (120 − 110) = 5']);
  });
});

describe('bands', () => {
  const formula: Formula = {
    type: 'band',
    measure: 'share100MPlus',
    bands: [
      { from: 40, share: '1/3' },
      { from: 50, share: '2/3' },
      { from: 60, points: 7 },
    ],
  };

  it.each([
    [39.999999, '0'],
    [40, '2'],
    [59, '4'],
    [60, '7'],
  ])('hold their lower bound: at %d they give %s', (value, points) => {
    expect(tried(formula, 6, { values: { share100MPlus: value } })[0]).toBe(points);
  });

  it('say which bound was reached or missed', () => {
    expect(tried(formula, 6, { values: { share100MPlus: 59 } })[1]).toBe('59 ≥ 50 ⇒ 6 × 2/3 = 4');
    expect(tried(formula, 6, { values: { share100MPlus: 12 } })[1]).toBe('12 < 40 ⇒ 0');
  });
});

describe('points by rank', () => {
  const formula: Formula = {
    type: 'rankPoints',
    measure: 'completedInvestment',
    points: [1, 0.8, 0.6],
    others: 0.4,
    share: true,
    ties: 'shared',
  };
  const values = { completedInvestment: 5 };

  it('go to the first places, and the same to all others', () => {
    const second = { rank: 2, first: 2, sharedBy: 1, of: 5 };
    expect(tried(formula, 5, { values, place: second })).toEqual(['4', '#2/5 ⇒ 5 × 0.8 = 4']);
    expect(tried(formula, 5, { values, place: { ...second, rank: 4, first: 4 } })[0]).toBe('2');
    expect(tried({ ...formula, share: false }, 5, { values, place: second })[0]).toBe('4/5');
  });

  it('are those of the rank, or the mean of the places taken, where units share it', () => {
    const shared = { rank: 2, first: 2, sharedBy: 3, of: 5 };
    expect(tried(formula, 5, { values, place: shared })[0]).toBe('4');
    expect(tried({ ...formula, ties: 'mean' }, 5, { values, place: shared })).toEqual([
      '3',
      '#2/5 ⇒ 5 × (0.8 + 0.6 + 0.4) ÷ 3 = 3',
    ]);
  });

  it('need a place', () => {
    expect(tried(formula, 5, {})).toEqual([null, '—']);
  });
});

describe('points for counts', () => {
  const formula: Formula = {
    type: 'countPoints',
    base: 'max',
    counts: [
      { measure: 'lateReports', points: -0.2 },
      { measure: 'missingReports', points: -0.5 },
    ],
  };

  it('are added to what there is at the beginning', () => {
    expect(tried(formula, 4, { values: { lateReports: 3, missingReports: 1 } })).toEqual([
      '29/10',
      '4 − 0.2 × 3 − 0.5 × 1 = 2.9',
    ]);
    const plain: Formula = { type: 'countPoints', counts: [{ measure: 'contestsWon', points: 0.3 }] };
    expect(tried(plain, 1, { values: { contestsWon: 2 } })).toEqual(['3/5', '0.3 × 2 = 0.6']);
  });

  it('take a count without a base as none, unless none has one', () => {
    expect(tried(formula, 4, { values: { lateReports: 1 } })[0]).toBe('19/5');
    expect(tried(formula, 4, {})).toEqual([null, '—']);
  });
});

describe('all or nothing', () => {
  it('is full from the target on', () => {
    const formula: Formula = { type: 'allOrNothing', measure: M1, target: 100 };
    expect(tried(formula, 5, { values: { [M1]: 100 } })).toEqual(['5', '100 ≥ 100 ⇒ 5']);
    expect(tried(formula, 5, { values: { [M1]: 99.999999 } })[0]).toBe('0');
  });
});

describe('a sum over projects', () => {
  const label = { zh: '行', en: 'Line' };
  const formula: Formula = {
    type: 'projectSum',
    combine: 'sum',
    lines: [
      { id: 'nature', label, type: 'choice', trait: 'plannedStartInYear', points: { true: 5, false: 2 } },
      {
        id: 'size',
        label,
        type: 'band',
        trait: 'annualPlanYuan',
        bands: [
          { from: 1, points: 3 },
          { from: 100, points: 6 },
        ],
      },
      { id: 'progress', label, type: 'times', trait: 'completionRate', points: 60, cap: 90 },
      { id: 'done', label, type: 'choice', trait: 'completionKind', points: { production: 20, use: 10 } },
    ],
  };
  const finished = { completionKind: 'use', actualFinish: '2017-07' as IsoMonth } as const;
  const projects = [
    project('p1', { plan: 100, completed: 150, more: finished }),
    project('p2', { plan: 50, completed: 100, more: { plannedStartInYear: true, carriedOver: false } }),
    project('p3', { plan: null, completed: 10 }),
  ];

  it('scores each project line by line', () => {
    const { points, calculation, inputs } = formulaPoints(formula, exact(0), handInputs({ projects }));
    expect([shown(points), calculation]).toEqual(['208', '108 + 98 + 2 = 208']);
    const [first] = inputs;
    expect(first?.kind === 'project' && first.lines.map((each) => [each.value, each.calculation])).toEqual([
      ['false', '2'],
      ['100', '100 ≥ 100 ⇒ 6'],
      ['1.5', 'min(90, 60 × 1.5) = 90'],
      ['use', '10'],
    ]);
  });

  it('is their mean where the scheme says so, and nothing to judge without projects', () => {
    expect(tried({ ...formula, combine: 'mean' }, 0, { projects })).toEqual(['208/3', '(108 + 98 + 2) ÷ 3 ≈ 69.3333']);
    expect(tried(formula, 0, {})).toEqual([null, '—']);
  });

  it('counts a completion from its month on, in its year', () => {
    expect(tried(formula, 0, { projects: projects.slice(0, 1), asOf: '2017-06-30' })[0]).toBe('98');
    expect(tried(formula, 0, { projects: projects.slice(0, 1), asOf: '2018-06-30' })[0]).toBe('98');
  });
});

describe('entries made by hand', () => {
  const formula: Formula = { type: 'eventLedger', points: 30, perQuarter: 1, perYear: 2 };

  it('give their own points or those of the scheme, within a quarter’s and the year’s limit', () => {
    const entries = [
      entry('e1', '2017-02-01'),
      entry('e2', '2017-03-31'),
      entry('e3', '2017-04-01', 1250),
      entry('e4', '2017-07-01'),
    ];
    const { points, calculation, inputs } = formulaPoints(formula, exact(120), handInputs({ entries }));
    expect([shown(points), calculation]).toEqual(['85/2', '30 + 12.5 = 42.5']);
    expect(inputs.map((each) => each.kind === 'entry' && each.leftOut)).toEqual([
      undefined,
      'perQuarter',
      undefined,
      'perYear',
    ]);
  });

  it('do not count without evidence where it is asked for, nor against the limits', () => {
    const entries = [entry('e1', '2017-02-01'), entry('e2', '2017-03-01')];
    expect(tried(formula, 120, { entries, unevidenced: ['e1'] })[0]).toBe('30');
  });

  it('give 0 where there are none: that is no want of a base', () => {
    expect(tried(formula, 120, {})).toEqual(['0', '0']);
  });
});

const marks = (...points: readonly number[]) =>
  points.map((each, index) => entry(`j${index}`, '2017-11-01', each * 100));

describe('judges’ marks', () => {
  const formula: Formula = { type: 'judges', outOf: 100 };
  it('leave one highest and one lowest out from three on', () => {
    expect(tried(formula, 10, { entries: marks(90, 70, 80, 90) })).toEqual(['17/2', '10 × (80 + 90) ÷ 2 ÷ 100 = 8.5']);
    expect(tried(formula, 10, { entries: marks(90, 70) })[0]).toBe('8');
  });

  it('are needed', () => {
    expect(tried(formula, 10, {})).toEqual([null, '—']);
  });
});

describe('scores that others give', () => {
  it('count by the mean of the year', () => {
    const formula: Formula = { type: 'external', mechanism: 'm1', outOf: 100 };
    const externals = [externalScore('一季度', 9400), externalScore('二季度', 9000)];
    expect(tried(formula, 10, { externals })).toEqual(['46/5', '10 × (94 + 90) ÷ 2 ÷ 100 = 9.2']);
    expect(tried({ ...formula, mechanism: 'm2' }, 10, { externals })).toEqual([null, '—']);
  });
});

describe('an inherited score', () => {
  it('is a share of another item', () => {
    const formula: Formula = { type: 'inherit', share: 70, from: { item: 'A1' } };
    expect(tried(formula, 10, { points: { A1: 20 } })).toEqual(['14', '70% × 20 = 14']);
    expect(tried(formula, 10, {})).toEqual([null, '—']);
  });

  it('is a share of what the unit’s projects score on average', () => {
    const label = { zh: '进度', en: 'Progress' };
    const lines = [{ id: 'p', label, type: 'times', trait: 'completionRate', points: 10 }] as const;
    const projects = [project('p1', { completed: 50 }), project('p2', { completed: 100 })];
    const formula: Formula = { type: 'inherit', share: 70, from: { projects: lines } };
    expect(tried(formula, 10, { projects })).toEqual(['21/4', '70% × (5 + 10) ÷ 2 = 5.25']);
  });
});

describe('a periodic formula', () => {
  const of: Formula = { type: 'proportional', measure: M1, target: 100 };
  const month = (asOf: string, value: number | null) => handInputs({ asOf, values: { [M1]: value } });
  const months = [month('2017-01-31', 50), month('2017-02-28', 80), month('2017-03-31', null)];

  it('is the mean of the months that have a base', () => {
    expect(tried({ type: 'periodic', of }, 10, { months })).toEqual(['13/2', '(5 + 8) ÷ 2 = 6.5']);
  });

  it('is a share of that mean and the rest of the year to date', () => {
    const formula: Formula = { type: 'periodic', of, monthlyShare: 40 };
    expect(tried(formula, 10, { months, values: { [M1]: 90 } })).toEqual(['8', '40% × (5 + 8) ÷ 2 + 60% × 9 = 8']);
  });

  it('leaves it to the other where one of the two has no base', () => {
    const formula: Formula = { type: 'periodic', of, monthlyShare: 40 };
    expect(tried(formula, 10, { months })[0]).toBe('13/2');
    expect(tried(formula, 10, { values: { [M1]: 90 } })[0]).toBe('9');
    expect(tried(formula, 10, {})).toEqual([null, '—']);
  });

  it('keeps each month within the item’s bounds', () => {
    const steep: Formula = {
      type: 'piecewise',
      measure: M1,
      pivot: 100,
      base: 'max',
      slopes: [{ to: 100, perUnit: 1 }],
    };
    const bounds = { low: exact(0), high: exact(10) };
    const bounded = [month('2017-01-31', 50), month('2017-02-28', 100)];
    expect(tried({ type: 'periodic', of: steep }, 10, { months: bounded })[0]).toBe('-15');
    const within = bounded.map((each) => ({ ...each, bounds }));
    expect(tried({ type: 'periodic', of: steep }, 10, { months: within })[0]).toBe('5');
  });
});
