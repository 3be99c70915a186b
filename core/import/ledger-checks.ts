/** Compares what a sheet says of itself with what its rows say, and both with the ledger. */
import { fractionText } from '../exact.ts';
import { wanText } from '../money.ts';
import { monthNumberOf, previousMonthEnd } from '../time.ts';
import type { Report } from '../registers/index.ts';
import { readAmount } from './amount.ts';
import { countIn, type ClassifiedRow } from './classify.ts';
import type { SheetContext } from './context.ts';
import { reportInForce } from './ledger-index.ts';
import type { ReadColumn } from './ledger-row.ts';
import { rateFit, ratePercent, readRate } from './rate.ts';

const wan = (yuan: number): string => `${wanText(yuan)}万元`;

/** A row as the checks see it. */
export interface CheckedRow {
  readonly row: number;
  readonly name: string;
  /** By column id, in 元, as far as the row says them. */
  readonly amounts: Readonly<Record<string, number | null>>;
}

/** The rows that a section or a total stands for: up to the next of its own level or above, or all of them. */
function rowsUnder(rows: readonly ClassifiedRow[], at: number): readonly number[] {
  const own = rows[at];
  if (!own) return [];
  if (own.kind === 'total') return rows.filter(({ kind }) => kind === 'data').map(({ row }) => row);
  const found: number[] = [];
  if (own.kind === 'subtotal') {
    for (let up = at - 1; up >= 0 && rows[up]?.kind !== 'section' && rows[up]?.kind !== 'subtotal'; up -= 1) {
      if (rows[up]?.kind === 'data') found.push(rows[up]?.row ?? 0);
    }
    return found;
  }
  for (const { row, kind, level = 1 } of rows.slice(at + 1)) {
    if (kind === 'section' && level <= (own.level ?? 1)) break;
    if (kind === 'data') found.push(row);
  }
  return found;
}

const isSum = ({ kind }: ClassifiedRow): boolean => kind === 'total' || kind === 'subtotal' || kind === 'section';

function checkSum(context: SheetContext, sum: ClassifiedRow, place: ReadColumn, amounts: readonly number[]): void {
  const { session, grid, typed } = context;
  const { index: column, heading } = place.column;
  const cell = grid.at(sum.row, column);
  const { value, notes } = readAmount(cell, context.unitOf(column), typed);
  if (notes.some(({ code }) => code === 'FORMULA_ERROR'))
    session.note(sum.row, column, { code: 'FORMULA_ERROR', from: cell?.error ?? cell?.text ?? '' });
  if (value === null) return;
  const found = amounts.reduce((total, each) => total + each, 0);
  if (found === value) return;
  const code = sum.kind === 'total' ? ('TOTAL_MISMATCH' as const) : ('SECTION_MISMATCH' as const);
  // Rows are rounded to parts of 万元: a sum may be off by half of the last place for each of them.
  const rounding = amounts.length * 50;
  const severity = Math.abs(found - value) <= rounding ? ('info' as const) : ('warning' as const);
  session.check({
    code,
    severity,
    row: sum.row + 1,
    column,
    where: `${sum.caption ?? ''} ${heading}`,
    expected: wan(value),
    found: wan(found),
  });
}

/** Totals, subtotals and the counts in captions. */
export function checkSums(
  context: SheetContext,
  columns: readonly ReadColumn[],
  rows: ReadonlyMap<number, CheckedRow>,
): void {
  const summed = columns.filter(({ spec }) => spec.summed);
  for (const [at, sum] of context.rows.entries()) {
    if (!isSum(sum)) continue;
    const under = rowsUnder(context.rows, at).flatMap((row) => rows.get(row) ?? []);
    for (const place of summed) {
      checkSum(
        context,
        sum,
        place,
        under.flatMap(({ amounts }) => amounts[place.spec.id] ?? []),
      );
    }
    const claimed = countIn(sum.caption ?? '');
    if (claimed !== null && claimed !== under.length) {
      context.session.check({
        code: 'COUNT_MISMATCH',
        severity: 'warning',
        row: sum.row + 1,
        where: sum.caption ?? '',
        expected: String(claimed),
        found: String(under.length),
      });
    }
  }
}

/** A row's own figures: its rate, its month, its total. */
export function checkFigures(
  context: SheetContext,
  { row, name, amounts }: CheckedRow,
  rate: ReadColumn | undefined,
): void {
  const {
    completedYtd = null,
    completedMonth = null,
    totalInvestment = null,
    investedBefore = null,
    annualPlan = null,
  } = amounts;
  const warn = (code: 'MONTH_OVER_YTD' | 'OVER_TOTAL', expected: number, found: number): void =>
    context.session.check({
      code,
      severity: 'warning',
      row: row + 1,
      where: name,
      expected: wan(expected),
      found: wan(found),
    });
  if (completedMonth !== null && completedYtd !== null && completedMonth > completedYtd)
    warn('MONTH_OVER_YTD', completedYtd, completedMonth);
  if (totalInvestment !== null && completedYtd !== null && completedYtd > totalInvestment - (investedBefore ?? 0)) {
    warn('OVER_TOTAL', totalInvestment - (investedBefore ?? 0), completedYtd);
  }
  if (rate) checkRate(context, row, name, rate, completedYtd, annualPlan);
}

function checkRate(
  { session }: SheetContext,
  row: number,
  name: string,
  place: ReadColumn,
  ytd: number | null,
  plan: number | null,
): void {
  const column = place.column.index;
  const expected = ratePercent(ytd, plan);
  const { value, notes } = readRate(place.cells.get(row), expected);
  for (const note of notes) session.note(row, column, note);
  if (!value || !expected) return;
  const fit = rateFit(value, expected);
  if (fit === 'exact') return;
  const severity = fit === 'near' ? ('info' as const) : ('warning' as const);
  const [told, exact] = [`${fractionText(value.percent, value.decimals)}%`, `${fractionText(expected, 2)}%`];
  session.note(row, column, { code: 'RATE_MISMATCH', severity, from: told, to: exact });
  session.check({ code: 'RATE_MISMATCH', severity, row: row + 1, column, where: name, expected: exact, found: told });
}

/** The step since the report before: the month must be what the year to date grew by. */
export function checkStep(
  { session, asOf }: SheetContext,
  { row, name, amounts }: CheckedRow,
  reports: readonly Report[],
): void {
  const { completedYtd = null, completedMonth = null } = amounts;
  if (completedYtd === null) return;
  const isJanuary = monthNumberOf(asOf) === 1;
  const before = previousMonthEnd(asOf);
  const earlier = isJanuary ? undefined : reportInForce(reports, before);
  const previous = isJanuary ? 0 : (earlier?.completedYtdYuan ?? null);
  if (previous === null) return;
  const check = (code: 'YTD_STEP' | 'YTD_DECREASED', expected: number, found: number): void =>
    session.check({ code, severity: 'warning', row: row + 1, where: name, expected: wan(expected), found: wan(found) });
  if (completedYtd < previous) check('YTD_DECREASED', previous, completedYtd);
  // Only a report of the month before tells by how much this month grew.
  const isMonth = isJanuary || earlier?.asOf.slice(0, 7) === before.slice(0, 7);
  if (completedMonth !== null && isMonth && completedYtd - previous !== completedMonth)
    check('YTD_STEP', completedMonth, completedYtd - previous);
}
