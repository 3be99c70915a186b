/** Small ledgers of projects, for tests of metrics. */
import { boardContext, type BoardContext } from '../../core/boards/board.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { parseDate } from '../../core/time.ts';
import type { ChangeRequest } from '../../server/changes/changes.ts';
import { ledgerWith } from './ledger.ts';

type Values = Readonly<Record<string, unknown>>;

/** A project with its plan and what it has completed, in 元, and any other values. */
export interface Given {
  readonly plan?: number;
  readonly monthly?: readonly number[];
  /** Completed by date. */
  readonly completed?: Readonly<Record<string, number>>;
  readonly values?: Values;
}

export const create = (register: ChangeRequest['register'], record: string, values: Values): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

export const AS_OF = '2017-12-31';

const settings = (values: Values): ChangeRequest =>
  create('settings', 'settings', {
    office: '重点项目办',
    district: '示范区',
    year: 2017,
    asOf: AS_OF,
    timeProgress: 'linearMonth',
    source: '调度数',
    demo: false,
    ...values,
  });

const unit = (number: number): ChangeRequest =>
  create('units', `u${number}`, {
    name: `单位${number}`,
    shortName: `单${number}`,
    group: 'township',
    officialOrder: number,
  });

const project = ({ plan, monthly, completed = {}, values = {} }: Given, index: number): readonly ChangeRequest[] => {
  const id = `p${index + 1}`;
  return [
    create('projects', id, {
      code: id,
      name: `项目${index + 1}`,
      listOrder: index + 1,
      keyLevel: 'municipal',
      sector: 'industry',
      plannedStartInYear: false,
      carriedOver: false,
      plannedCompletionInYear: false,
      lifecycle: 'started',
      totalInvestmentYuan: 100_000_000,
      investedBeforeYuan: 0,
      leadUnit: 'u1',
      ...values,
    }),
    ...(plan === undefined
      ? []
      : [
          create('plans', `plan-${id}`, {
            project: id,
            year: 2017,
            version: 1,
            effectiveFrom: '2017-01-01',
            amountYuan: plan,
            ...(monthly && { monthlyYuan: monthly }),
          }),
        ]),
    ...Object.entries(completed).map(([asOf, completedYtdYuan]) =>
      create('reports', `report-${id}-${asOf}`, { project: id, asOf, completedYtdYuan, state: 'verified' }),
    ),
  ];
};

/** A ledger of projects p1, p2 … under the units u1 to u3, with further records after them. */
export const ledgerOf = (
  projects: readonly Given[],
  rules: Values = {},
  further: readonly ChangeRequest[] = [],
): Ledger => ledgerWith([settings(rules), unit(1), unit(2), unit(3), ...projects.flatMap(project), ...further]);

/** The context of a ledger at a date. */
export function contextAt(ledger: Ledger, date: string = AS_OF): BoardContext {
  const asOf = parseDate(date);
  const context = asOf && boardContext(ledger, asOf);
  if (!context) throw new Error(`no context at ${date}`);
  return context;
}

/** So many times the same project. */
export const times = (count: number, given: Given): readonly Given[] => Array.from({ length: count }, () => given);
