/** The columns of money of a whole sheet: read once, compared with their neighbours, settled row by row. */
import { yiHeadline } from '../money.ts';
import { amountText, decimalOf, readAmount } from './amount.ts';
import { ANSWERS } from './codes.ts';
import type { SheetContext } from './context.ts';
import { columnLetter } from './grid.ts';
import type { MoneyUnit } from './money-unit.ts';
import { cellOf, type Reading } from './reading.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { ImportColumn } from './types.ts';

/** How far an amount may be from the column's median before its unit is doubted. */
const SUSPECT_RATIO = 1000;
const LEAST_NEIGHBOURS = 3;

export interface AmountColumn {
  readonly column: ImportColumn;
  readonly cells: ReadonlyMap<number, Cell>;
  /** In 元; null where too few rows hold an amount. */
  readonly median: number | null;
}

const medianOf = (amounts: readonly number[]): number | null => {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted.length < LEAST_NEIGHBOURS ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
};

export function amountColumn(
  context: SheetContext,
  column: ImportColumn,
  cells: ReadonlyMap<number, Cell>,
  suspect: boolean,
): AmountColumn {
  const unit = context.unitOf(column.index);
  const amounts = suspect
    ? [...cells.values()]
        .flatMap((cell) => readAmount(cell, unit, context.typed).value ?? [])
        .filter((yuan) => yuan > 0)
    : [];
  return { column, cells, median: medianOf(amounts) };
}

const bare = (cell: Cell): string => (typeof cell.value === 'number' ? decimalOf(cell.value) : cell.text);

/** The other unit in which the amount would be like its neighbours. */
const meantUnit = (yuan: number, median: number, unit: MoneyUnit): MoneyUnit =>
  yuan < median ? '亿元' : unit === '元' ? '万元' : '元';

const isDoubtful = (yuan: number, { notes }: Reading<number>, median: number): boolean =>
  yuan > 0 &&
  !notes.some(({ code }) => code === 'UNIT_IN_CELL') &&
  (yuan * SUSPECT_RATIO < median || yuan > median * SUSPECT_RATIO);

/**
 * The amount of a row, in 元. One that is a thousand times off its column is asked about, unless it is what the
 * ledger holds already.
 */
export function settleAmount(
  context: SheetContext,
  { column, cells, median }: AmountColumn,
  row: number,
  name: string,
  known: number | undefined,
): number | null {
  const { session, typed } = context;
  const unit = context.unitOf(column.index);
  const cell = cells.get(row);
  const read = (each: Cell | undefined): Reading<number> => readAmount(each, unit, typed);
  const yuan = session.settle({ row, column: column.index, name, heading: column.heading }, cell, read);
  if (!cell || yuan === null || median === null || yuan === known) return yuan;
  if (!isDoubtful(yuan, read(cell), median)) return yuan;
  const digits = bare(cell).normalize('NFKC').replace(/[,\s]/g, '');
  const units = [meantUnit(yuan, median, unit), unit].filter((each, at, all) => all.indexOf(each) === at);
  const options = [
    ...units.map((each) => ({ value: `${digits}${each}`, label: { zh: `${digits}${each}`, en: `${digits} ${each}` } })),
    { value: 'empty', label: ANSWERS.empty },
  ];
  const settled = session.ask(
    {
      id: `UNIT_SUSPECT:${columnLetter(column.index)}${row + 1}`,
      code: 'UNIT_SUSPECT',
      rows: [row],
      column: column.index,
      parameters: { name, column: column.heading, value: digits, unit, median: `${yiHeadline(median)}亿元` },
      options,
      allowFree: true,
    },
    (answer) => {
      if (answer === 'empty') return { value: null };
      const { value, doubt } = readAmount(cellOf(answer), unit, typed);
      return doubt ? undefined : { value };
    },
  );
  const severity = settled ? ('info' as const) : ('blocking' as const);
  const settledYuan = settled?.value ?? null;
  const to = settledYuan === null ? undefined : amountText(settledYuan);
  session.note(row, column.index, {
    code: 'UNIT_SUSPECT',
    severity,
    from: digits,
    ...(to === undefined ? {} : { to }),
  });
  return settledYuan;
}
