import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_IDS } from '../../../core/measures/ids.ts';
import { checkScheme, schemeWarnings } from '../../../core/schemes/check-scheme.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B } from '../../../core/schemes/scheme-b.ts';
import { checkSchemeShape } from '../../../core/schemes/shape.ts';

type Json = Record<string, unknown>;

const M1 = 'investmentCompletionRate';

const label = { zh: '项', en: 'Item' };
const rate = { type: 'proportional', measure: M1, target: 100 };
const item = (more: Json = {}): Json => ({
  id: 'A1',
  label,
  part: 'base',
  max: { all: 100 },
  formula: rate,
  na: 'renormalise',
  ...more,
});
const scheme = (more: Json = {}): Json => ({
  profiles: { township: 'all' },
  items: [item()],
  gates: [],
  tieBreak: [],
  rankMethod: 'dense',
  rankOn: 'exact',
  decimals: 2,
  ...more,
});

/** `path code` of everything that is wrong. */
const problems = (value: unknown): readonly string[] => {
  const checked = checkScheme(value);
  return checked.ok ? [] : checked.problem.map(({ path, code }) => `${path} ${code}`);
};
const ofItem = (more: Json) => problems(scheme({ items: [item(more)] }));
const ofFormula = (formula: Json) => ofItem({ formula });

const ofMonths = (measures: readonly string[]) =>
  problems(
    scheme({
      items: measures.map((measure, index) =>
        item({ id: `A${index}`, formula: { type: 'periodic', of: { type: 'proportional', measure, target: 100 } } }),
      ),
    }),
  );

describe('a scheme as data', () => {
  it('is accepted as it is when it is right', () => {
    for (const body of [SCHEME_A, SCHEME_B, scheme()]) {
      const json: unknown = JSON.parse(JSON.stringify(body));
      expect(checkScheme(json)).toEqual({ ok: true, value: json });
    }
  });

  it('is refused with every problem and its place', () => {
    expect(
      problems(scheme({ items: [item({ label: { zh: '' } }), item({ id: 'A 2', na: 'never' })], decimals: 7 })),
    ).toEqual([
      'decimals too-large',
      'items/0/label/zh required',
      'items/0/label/en required',
      'items/1/id bad-format',
      'items/1/na not-a-choice',
    ]);
    expect(problems(null)).toEqual([' wrong-type']);
    expect(problems({})).toHaveLength(7);
    expect(problems([])).toEqual([' wrong-type']);
  });

  it('is refused with the first problem in words where only one is asked for', () => {
    const wrong = scheme({ items: [item(), item({ id: 'A2', formula: { ...rate, target: 0 } })] });
    expect(checkSchemeShape(wrong)).toEqual({ ok: false, problem: 'items/1/formula/target: must be more than 0' });
    expect(checkSchemeShape('x')).toEqual({ ok: false, problem: 'must be an object' });
  });
});

describe('the period of an item', () => {
  it('is the year or everything', () => {
    expect(ofItem({ period: 'year' })).toEqual([]);
    expect(ofItem({ period: 'all' })).toEqual([]);
    expect(ofItem({ period: 'month' })).toEqual(['items/0/period not-a-choice']);
  });
});

describe('what is not known', () => {
  it('is refused: members, measures, kinds, groups', () => {
    expect(problems(scheme({ colour: 'red' }))).toEqual(['colour unknown-field']);
    expect(ofFormula({ ...rate, measure: 'luck' })).toContain('items/0/formula/measure unknown-reference');
    expect(ofFormula({ ...rate, goal: 1 })).toContain('items/0/formula/goal unknown-field');
    expect(ofFormula({ type: 'magic' })).toContain('items/0/formula/type not-a-choice');
    expect(problems(scheme({ profiles: { village: 'all' } }))).toContain('profiles/village not-a-choice');
    expect(problems(scheme({ tieBreak: ['luck'] }))).toEqual(['tieBreak/0 unknown-reference']);
    expect(problems(scheme({ tieBreak: ['lateStarts', 'lateStarts'] }))).toEqual(['tieBreak/1 duplicate']);
  });

  it('is refused when it is called like what objects have by themselves', () => {
    const parsed: unknown = JSON.parse(JSON.stringify(scheme()).replace('"gates"', '"__proto__":{"x":1},"gates"'));
    expect(problems(parsed)).toEqual(['__proto__ unknown-field']);
    const max: unknown = JSON.parse('{"__proto__":5,"all":100}');
    expect(ofItem({ max })).toContain('items/0/max/__proto__ not-a-choice');
    expect(ofFormula({ type: 'constructor' })).toContain('items/0/formula/type not-a-choice');
    expect(ofFormula({ type: '__proto__' })).toContain('items/0/formula/type not-a-choice');
    expect(problems(scheme({ profiles: { toString: 'all' } }))).toContain('profiles/toString not-a-choice');
  });
});

describe('numbers', () => {
  it.each([0.1234567, Number.NaN, Infinity, 1e-7, 1e21, '1/0', '1.5/2', '', '0x1', ' 1/2', true])(
    'such as %s are refused',
    (target) => {
      expect(ofFormula({ ...rate, target })).toContain('items/0/formula/target bad-format');
    },
  );

  it.each([0.123456, 100, '2/3', 10_000_000_000_000])('such as %s are exact', (target) => {
    expect(ofFormula({ ...rate, target })).toEqual([]);
  });
});

const piecewise = (...slopes: Json[]) => ofFormula({ type: 'piecewise', measure: M1, pivot: 100, base: 'max', slopes });

const bands = (...list: Json[]) => ofFormula({ type: 'band', measure: M1, bands: list });

const line = (more: Json) => ({ type: 'projectSum', combine: 'sum', lines: [{ id: 'l', label, ...more }] });

describe('a formula', () => {
  it('has slopes in order that do not overlap', () => {
    expect(piecewise({ to: 100, perUnit: 1 }, { from: 100, perUnit: 2 })).toEqual([]);
    expect(piecewise({ to: 101, perUnit: 1 }, { from: 100, perUnit: 2 })[0]).toBe(
      'items/0/formula/slopes/1 inconsistent',
    );
    expect(piecewise({ from: 100, perUnit: 1 }, { from: 130, perUnit: 2 })[0]).toBe(
      'items/0/formula/slopes/1 inconsistent',
    );
    expect(piecewise({ from: 130, to: 100, perUnit: 1 })[0]).toBe('items/0/formula/slopes/0 inconsistent');
    expect(piecewise()[0]).toBe('items/0/formula/slopes too-short');
  });

  it('has bands in rising order, each with points or a share', () => {
    expect(bands({ from: 40, points: 1 }, { from: 60, share: '2/3' })).toEqual([]);
    expect(bands({ from: 60, points: 1 }, { from: 60, points: 2 })[0]).toBe('items/0/formula/bands/1 inconsistent');
    expect(bands({ from: 60, points: 1, share: 1 })[0]).toBe('items/0/formula/bands/0 inconsistent');
    expect(bands({ from: 60 })[0]).toBe('items/0/formula/bands/0 inconsistent');
  });

  it('by rank has points for some place', () => {
    const formula = { type: 'rankPoints', measure: M1, points: [], others: 1, ties: 'shared' };
    expect(ofFormula(formula)).toContain('items/0/formula/points too-short');
  });

  it('over projects asks traits for what they can be', () => {
    expect(ofFormula(line({ type: 'choice', trait: 'sector', points: { industry: 1 } }))).toEqual([]);
    expect(ofFormula(line({ type: 'choice', trait: 'sector', points: { mining: 1 } }))).toContain(
      'items/0/formula/lines/0/points/mining not-a-choice',
    );
    expect(ofFormula(line({ type: 'times', trait: 'sector', points: 1 }))).toContain(
      'items/0/formula/lines/0/trait not-a-choice',
    );
    expect(ofFormula(line({ type: 'band', trait: 'completionRate', bands: [{ from: 1, share: 1 }] }))).toContain(
      'items/0/formula/lines/0/bands/0 inconsistent',
    );
  });

  it('of every month is one that can be asked for any date', () => {
    expect(ofFormula({ type: 'periodic', of: rate, monthlyShare: 40 })).toEqual([]);
    expect(ofFormula({ type: 'periodic', of: { type: 'periodic', of: rate } })).toContain(
      'items/0/formula/of/type not-a-choice',
    );
    expect(ofFormula({ type: 'periodic', of: rate, monthlyShare: 101 })).toContain(
      'items/0/formula/monthlyShare too-large',
    );
  });

  it('of every month reads few measures: each is worked out twelve times for each unit', () => {
    expect(ofMonths(MEASURE_IDS.slice(0, 12))).toEqual([]);
    expect(ofMonths(MEASURE_IDS.slice(0, 13))).toEqual(['items too-long']);
    expect(ofMonths(Array<string>(20).fill(M1))).toEqual([]);
  });

  it('is there for each profile that has the item, and for no other', () => {
    const max = { all: 60, office: 40 };
    expect(ofItem({ max, formula: { all: rate, office: rate } })).toEqual([]);
    expect(ofItem({ max, formula: { all: rate } })).toEqual(['items/0/formula/office required']);
    expect(ofItem({ formula: { all: rate, office: rate } })).toEqual(['items/0/formula/office inconsistent']);
  });
});

const gate = (more: Json) =>
  problems(scheme({ gates: [{ id: 'G1', label, when: 'entry', effect: { type: 'veto' }, ...more }] }));

describe('the parts of a scheme', () => {
  it('have ids of their own, gates too: entries go by them', () => {
    const gate = { id: 'A1', label, when: 'entry', effect: { type: 'veto' } };
    expect(problems(scheme({ items: [item(), item()] }))).toEqual(['items/1/id duplicate']);
    expect(problems(scheme({ gates: [gate] }))).toEqual(['gates/0/id duplicate']);
  });

  it('inherit from items that exist, and not in a circle', () => {
    const inherits = (id: string, from: string) =>
      item({ id, formula: { type: 'inherit', share: 50, from: { item: from } } });
    expect(problems(scheme({ items: [item(), inherits('A2', 'A1')] }))).toEqual([]);
    expect(problems(scheme({ items: [item(), inherits('A2', 'A9')] }))).toEqual([
      'items/1/formula/from/item unknown-reference',
    ]);
    expect(problems(scheme({ items: [inherits('A1', 'A2'), inherits('A2', 'A1')] }))).toEqual([
      'items/0/formula/from/item inconsistent',
      'items/1/formula/from/item inconsistent',
    ]);
    expect(problems(scheme({ items: [inherits('A1', 'A1')] }))).toEqual(['items/0/formula/from/item inconsistent']);
  });

  it('give points to every group’s profile', () => {
    expect(problems(scheme({ profiles: { township: 'all', park: 'parks' } }))).toEqual(['profiles/park inconsistent']);
    const split = (approving: unknown, others: unknown) =>
      problems(scheme({ profiles: { department: { approving, others } } }));
    expect(split('all', 'all')).toEqual([]);
    expect(split('all', 'none')).toEqual(['profiles/department/others inconsistent']);
    expect(split('none', 1)).toEqual(['profiles/department/others bad-format']);
    expect(split('all', undefined)).toEqual(['profiles/department/others required']);
    expect(problems(scheme({ profiles: { department: { approving: 'all', others: 'all', rest: 'all' } } }))).toEqual([
      'profiles/department/rest unknown-field',
    ]);
  });

  it('have gates that are complete', () => {
    expect(gate({})).toEqual([]);
    expect(gate({ when: { measure: 'investmentCompletionRate', below: 50 } })).toEqual([]);
    expect(gate({ when: { measure: 'investmentCompletionRate' } })).toEqual(['gates/0/when/below required']);
    expect(gate({ effect: { type: 'downgrade' } })).toEqual(['gates/0/effect/places required']);
    expect(gate({ effect: { type: 'praise' } })).toEqual(['gates/0/effect/type not-a-choice']);
    expect(gate({ effect: { type: 'veto', places: 2 } })).toEqual(['gates/0/effect/places unknown-field']);
  });

  it('have bounds that leave room', () => {
    expect(ofItem({ min: 101 })).toEqual(['items/0/min inconsistent']);
    expect(ofItem({ min: 7, cap: 5 })).toEqual(['items/0/min inconsistent']);
    expect(ofItem({ min: 7, cap: 'none' })).toEqual([]);
    const penalty = { part: 'penalty', max: { all: 10 } };
    expect(problems(scheme({ items: [item(), item({ id: 'P1', ...penalty, min: 1 })] }))).toEqual([
      'items/1/min inconsistent',
    ]);
  });
});

const warningsOf = (value: unknown): readonly string[] => {
  const checked = checkScheme(value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return schemeWarnings(checked.value).map(({ path }) => path);
};

describe('warnings', () => {
  it('tell where base maxima do not come to a hundred, except in open-ended schemes', () => {
    expect(warningsOf(scheme())).toEqual([]);
    expect(warningsOf(scheme({ items: [item({ max: { all: 99.5 } })] }))).toEqual(['profiles/township']);
    expect(warningsOf(scheme({ items: [item({ max: { all: 99.5 }, cap: 'none' })] }))).toEqual([]);
    expect([warningsOf(SCHEME_A), warningsOf(SCHEME_B)]).toEqual([[], []]);
  });

  it('tell of both profiles of a group that has two', () => {
    const profiles = { department: { approving: 'all', others: 'rest' } };
    const items = [item({ max: { all: 100, rest: 90 } })];
    expect(warningsOf(scheme({ profiles, items }))).toEqual(['profiles/department/others']);
  });

  it('tell of profiles that no group has, and of penalties that add points', () => {
    const penalty = item({ id: 'P1', part: 'penalty', formula: { type: 'eventLedger', points: 5 } });
    expect(warningsOf(scheme({ items: [item({ max: { all: 100, parks: 5 } }), penalty] }))).toEqual([
      'items/0/max/parks',
      'items/1/formula',
    ]);
  });
});

describe('any value at all', () => {
  it('is checked without an exception', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('items', 'gates', 'profiles', 'honours', 'tieBreak'),
        (value, key) => {
          expect(checkScheme(value).ok).toBe(false);
          const checked = checkScheme(scheme({ [key]: value }));
          expect(checked.ok || checked.problem.length > 0).toBe(true);
          const inside = checkScheme(scheme({ items: [item({ formula: value as Json })] }));
          expect(inside.ok).toBe(false);
        },
      ),
    );
  });
});
