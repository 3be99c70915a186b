import { describe, expect, it } from 'vitest';
import { checkScheme } from '../../../core/schemes/check-scheme.ts';
import type { FormMember } from '../../../core/schemes/form-member.ts';
import { FRESH_ITEM, GATES_RULE, HONOURS_RULE, ITEM_RULES, SCHEME_RULES } from '../../../core/schemes/form.ts';
import { FORMULA_FORMS, MONTHLY_FORMULAS } from '../../../core/schemes/formula-forms.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B } from '../../../core/schemes/scheme-b.ts';
import type { Formula, Item, Scheme } from '../../../core/schemes/scheme.ts';

const TYPES = Object.keys(FORMULA_FORMS) as Formula['type'][];

/** Members that are empty until a person chooses. */
const TO_CHOOSE = ['items/0/formula/mechanism', 'items/0/formula/from/item'];

const withFormula = (formula: unknown): unknown => ({
  ...SCHEME_A,
  items: [{ id: 'A1', ...FRESH_ITEM, max: { main: 50, department: 50 }, formula }],
});

const problemsOf = (body: unknown): readonly string[] => {
  const checked = checkScheme(body);
  return checked.ok ? [] : checked.problem.map(({ path }) => path).filter((path) => !TO_CHOOSE.includes(path));
};

const names = (members: readonly FormMember[]): readonly string[] => members.map(({ name }) => name);

/** The formula with each value that a member of it can begin with. */
function startsOf(type: Formula['type'], member: FormMember): readonly object[] {
  const { fresh } = FORMULA_FORMS[type];
  const values =
    member.kind === 'list'
      ? [[member.fresh]]
      : member.kind === 'variant'
        ? Object.values(member.shapes).map((shape) => shape.fresh)
        : [];
  return values.map((value) => ({ ...(typeof fresh === 'object' ? fresh : {}), [member.name]: value }));
}

describe('the forms of a scheme', () => {
  it.each(TYPES)('begin a formula %s with what the check accepts', (type) => {
    expect(problemsOf(withFormula(FORMULA_FORMS[type].fresh))).toEqual([]);
  });

  it.each(MONTHLY_FORMULAS)('begin a monthly formula %s with what the check accepts', (type) => {
    const formula = { type: 'periodic', of: FORMULA_FORMS[type].fresh };
    expect(problemsOf(withFormula(formula))).toEqual([]);
  });

  it.each(TYPES)('begin the lists and shapes of %s with what the check accepts', (type) => {
    const begun = FORMULA_FORMS[type].of.flatMap((member) => startsOf(type, member));
    expect(begun.flatMap((formula) => problemsOf(withFormula(formula)))).toEqual([]);
  });

  it('begin vetoes, rules of boards and what an item may have besides with what the check accepts', () => {
    const gates = GATES_RULE.kind === 'list' ? [GATES_RULE.fresh] : [];
    const honours = HONOURS_RULE.kind === 'group' ? HONOURS_RULE.fresh : undefined;
    expect([gates.length, honours !== undefined]).toEqual([1, true]);
    expect(problemsOf({ ...SCHEME_A, gates, honours })).toEqual([]);
    const besides = ITEM_RULES.flatMap((member) => {
      if (member.kind === 'group') return [[member.name, member.fresh] as const];
      return member.kind === 'list' ? [[member.name, [member.fresh]] as const] : [];
    });
    const [item] = SCHEME_A.items;
    expect(
      problemsOf({
        ...SCHEME_A,
        items: [{ ...item, max: { main: 50, department: 50 }, ...Object.fromEntries(besides) }],
      }),
    ).toEqual([]);
  });

  it.each([
    ['A', SCHEME_A],
    ['B', SCHEME_B],
  ] as const)('have a control for every member of scheme %s', (_, scheme: Scheme) => {
    const head: readonly string[] = ['id', 'label', 'part', 'max', 'formula'];
    const ofItem = (item: Item) => Object.keys(item).filter((name) => !head.includes(name));
    expect(names(ITEM_RULES)).toEqual(expect.arrayContaining(scheme.items.flatMap(ofItem)));
    const own = Object.keys(scheme).filter((name) => !['items', 'profiles'].includes(name));
    expect(names([...SCHEME_RULES, GATES_RULE, HONOURS_RULE])).toEqual(expect.arrayContaining(own));
  });
});
