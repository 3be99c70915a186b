/** The parts into which a project is split, as a person fills them in: a row each. */
import type { Label } from '../register/label.ts';
import { text, yuan, type Field } from '../register/field.ts';
import { fail, isObject, ok, type Result } from '../result.ts';
import { AMOUNTS, type AmountName } from './amounts.ts';

/** A new project that comes of a split, with what it takes over, in 元. */
export interface Part {
  readonly code: string;
  readonly name: string;
  readonly totalInvestmentYuan: number;
  readonly investedBeforeYuan: number;
  /** Absent where no plan is issued. */
  readonly planYuan?: number;
  readonly completedYuan: number;
}

export type PartColumn = 'code' | 'name' | AmountName;

const amount = (name: AmountName): Field<number> => yuan({ label: AMOUNTS[name] });

/** The columns with what each may hold; the bounds are those of the project, plan and report that come of it. */
export const PART_COLUMNS: Readonly<Record<PartColumn, Field>> = {
  code: text({ label: { zh: '项目编号', en: 'Code' }, max: 32 }),
  name: text({ label: { zh: '项目名称', en: 'Name' }, max: 80 }),
  totalInvestmentYuan: amount('totalInvestmentYuan'),
  investedBeforeYuan: amount('investedBeforeYuan'),
  planYuan: amount('planYuan'),
  completedYuan: amount('completedYuan'),
};

export const PART_COLUMN_NAMES = Object.keys(PART_COLUMNS) as readonly PartColumn[];

/** Columns that may stay empty: nothing invested, no plan, nothing completed. */
const MAY_BE_EMPTY: readonly PartColumn[] = ['investedBeforeYuan', 'planYuan', 'completedYuan'];

export const LEAST_PARTS = 2;
const MOST_PARTS = 50;

/** One cell that cannot stay as it is. */
export interface PartProblem {
  /** From 0. */
  readonly row: number;
  readonly column: PartColumn;
  readonly code: 'required' | 'duplicate' | 'wrong';
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const codeOf = (row: unknown): string => (isObject(row) && typeof row['code'] === 'string' ? row['code'].trim() : '');

function cellProblem(value: unknown, column: PartColumn): PartProblem['code'] | null {
  if (isEmpty(value)) return MAY_BE_EMPTY.includes(column) ? null : 'required';
  return PART_COLUMNS[column].check(value).ok ? null : 'wrong';
}

/** Every cell of rows as typed that is empty, unusable, or a code that an earlier row has. */
export const partProblems = (rows: readonly unknown[]): readonly PartProblem[] =>
  rows.flatMap((each, row) => {
    const cells = isObject(each) ? each : {};
    return PART_COLUMN_NAMES.flatMap((column): readonly PartProblem[] => {
      const code = cellProblem(cells[column], column);
      if (code) return [{ row, column, code }];
      const isTwin = column === 'code' && rows.slice(0, row).some((other) => codeOf(other) === codeOf(each));
      return isTwin ? [{ row, column, code: 'duplicate' }] : [];
    });
  });

const WORDS: Readonly<Record<PartProblem['code'], Label>> = {
  required: { zh: '未填', en: 'is missing' },
  duplicate: { zh: '与前面的重复', en: 'is used by an earlier row' },
  wrong: { zh: '格式不对', en: 'is not usable' },
};

/** A wrong cell by the number of its row, from 1, and the name of its column. */
export const partProblemWords = ({ row, column, code }: PartProblem): Label => {
  const { label } = PART_COLUMNS[column];
  return {
    zh: `第${row + 1}行“${label.zh}”${WORDS[code].zh}`,
    en: `row ${row + 1}: ${label.en} ${WORDS[code].en}`,
  };
};

const partOf = (row: Readonly<Record<string, unknown>>): Part => {
  const yuanOf = (name: AmountName): number => Number(row[name] ?? 0);
  const words = (name: 'code' | 'name'): string => String(row[name]).trim();
  return {
    code: words('code'),
    name: words('name'),
    totalInvestmentYuan: yuanOf('totalInvestmentYuan'),
    investedBeforeYuan: yuanOf('investedBeforeYuan'),
    ...(isEmpty(row['planYuan']) ? {} : { planYuan: yuanOf('planYuan') }),
    completedYuan: yuanOf('completedYuan'),
  };
};

/** The parts in a JSON value, or the first thing that is wrong with it, by row and column. */
export function checkParts(input: unknown): Result<readonly Part[], string> {
  if (!Array.isArray(input)) return fail(`must be a list of {${PART_COLUMN_NAMES.join(', ')}}`);
  if (input.length < LEAST_PARTS) return fail(`needs at least ${LEAST_PARTS} parts`);
  if (input.length > MOST_PARTS) return fail(`may have at most ${MOST_PARTS} parts`);
  const rows = input.filter(isObject);
  const foreign = rows.flatMap((row) => Object.keys(row)).find((name) => !Object.hasOwn(PART_COLUMNS, name));
  if (rows.length < input.length) return fail('each part is an object');
  if (foreign !== undefined) return fail(`${foreign} is not a column of a part`);
  const [first] = partProblems(rows);
  return first ? fail(partProblemWords(first).en) : ok(rows.map(partOf));
}
