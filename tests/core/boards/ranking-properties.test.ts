/** What holds of every ranking, whatever the ledger and in whatever order its records came. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { projectRanking } from '../../../core/boards/project-ranking.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { compare, fraction } from '../../../core/exact.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B } from '../../../core/schemes/scheme-b.ts';
import { score } from '../../../core/schemes/score.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { OFFICE } from '../../support/parts.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';

/** The records of a ledger in another order. */
const shuffled = (ledger: Ledger, seed: number): Ledger => {
  const mixed = (table: ReadonlyMap<string, object>): ReadonlyMap<string, object> => {
    const entries = [...table];
    let state = seed;
    for (let index = entries.length - 1; index > 0; index -= 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const other = state % (index + 1);
      const [one, two] = [entries[index], entries[other]];
      if (one && two) [entries[index], entries[other]] = [two, one];
    }
    return new Map(entries);
  };
  const tables = Object.fromEntries(Object.entries(ledger.tables).map(([name, table]) => [name, mixed(table)]));
  return { ...ledger, tables: tables as unknown as Ledger['tables'] };
};

const contextOf = (ledger: Ledger) => {
  const context = boardContext(ledger);
  if (!context) throw new Error('the ledger has settings');
  return context;
};

const demo = demoLedger();

const everything = (ledger: Ledger) => {
  const context = contextOf(ledger);
  const scores = [SCHEME_A, SCHEME_B].map((scheme) =>
    score(context, scheme).lists.map(({ rows }) => rows.map(({ unit, rank, total }) => [unit.id, rank, total])),
  );
  return [unitRanking(context, 'township'), unitRanking(context, 'department'), projectRanking(context, {}), scores];
};

it('does not depend on the order of the records: rankings, scores, ranks', () => {
  const expected = everything(demo);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (seed) => {
      expect(everything(shuffled(demo, seed))).toEqual(expected);
    }),
    { numRuns: 15 },
  );
});

const amounts = fc.record({
  unit: fc.constantFrom('u1', 'u2', 'u3'),
  plan: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
  completed: fc.integer({ min: 0, max: 60 }),
});

type Given = typeof amounts extends fc.Arbitrary<infer T> ? T : never;

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

/** A project of the small office with its plan, if any, and its figure. */
const projectOf = ({ unit, plan, completed }: Given, index: number): readonly ChangeRequest[] => [
  create('projects', `x${index}`, {
    code: `X${index}`,
    name: `例项目${index}`,
    listOrder: 100 + index,
    keyLevel: 'municipal',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    actualStart: '2016-03',
    totalInvestmentYuan: 10_000,
    investedBeforeYuan: 0,
    leadUnit: unit,
  }),
  ...(plan === null
    ? []
    : [
        create('plans', `y${index}`, {
          project: `x${index}`,
          year: 2017,
          version: 1,
          effectiveFrom: '2017-01-01',
          amountYuan: plan,
        }),
      ]),
  create('reports', `z${index}`, {
    project: `x${index}`,
    asOf: '2017-05-31',
    completedYtdYuan: completed,
    state: 'verified',
  }),
];

const isRecordOf =
  (...registers: readonly string[]) =>
  ({ register }: ChangeRequest): boolean =>
    registers.includes(register);

it('takes a unit’s rate as the ratio of its sums, and compares exactly', () => {
  const base = OFFICE.filter(isRecordOf('settings', 'units'));
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), (projects) => {
      const rows = unitRanking(contextOf(ledgerWith([...base, ...projects.flatMap(projectOf)])), 'township').rows;
      const exact = new Map<string, ReturnType<typeof fraction>>();
      for (const [unit, row] of Object.entries(rows)) {
        const own = projects.filter((each) => each.unit === unit);
        const completed = own.reduce((sum, each) => sum + each.completed, 0);
        const plan = own.reduce((sum, each) => sum + (each.plan ?? 0), 0);
        exact.set(unit, fraction(completed, plan));
        expect(row.rate?.exact).toBe(plan === 0 ? undefined : `${completed}/${plan}`);
        expect(row.rank === undefined).toBe(plan === 0);
      }
      for (const [one, first] of Object.entries(rows)) {
        for (const [other, second] of Object.entries(rows)) {
          const [a, b] = [exact.get(one), exact.get(other)];
          if (!a || !b) continue;
          expect(Math.sign((second.rank ?? 0) - (first.rank ?? 0))).toBe(Math.sign(compare(a, b)));
        }
      }
    }),
  );
});
