/** Percentages as files hold them, to an exact number of percent. */
import { compare, fraction, fractionText, subtract, type Fraction } from '../exact.ts';
import type { Cell } from '../workbook/workbook.ts';
import { decimalOf } from './amount.ts';
import { failedFormula, NOTHING, reading, type Reading } from './reading.ts';
import { compact, isEmptyMark } from './text.ts';

export interface PrintedRate {
  /** In percent. */
  readonly percent: Fraction;
  /** Decimals that were printed; what is further off than half of the last one was not rounded from it. */
  readonly decimals: number;
}

/** Two printed tables may differ by this much because both hold rounded figures, in percent. */
const TOLERANCE: Fraction = { numerator: 15n, denominator: 100n };

function parsed(decimal: string, timesHundred: boolean): PrintedRate | null {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return null;
  const [, whole = '0', parts = ''] = match;
  const scaled = BigInt(whole + parts) * (timesHundred ? 100n : 1n);
  const percent = fraction(scaled, 10n ** BigInt(parts.length));
  return percent && { percent, decimals: Math.max(0, parts.length - (timesHundred ? 2 : 0)) };
}

const distance = (rate: PrintedRate, expected: Fraction): Fraction => {
  const difference = subtract(rate.percent, expected);
  return { ...difference, numerator: difference.numerator < 0n ? -difference.numerator : difference.numerator };
};

const found = (rate: PrintedRate | null, from: string): Reading<PrintedRate> =>
  rate
    ? reading(rate, [{ code: 'RATE_FORM', from, to: `${fractionText(rate.percent, rate.decimals)}%` }])
    : reading<PrintedRate>(null, [{ code: 'EMPTY_MARK', from }]);

function readNumber(cell: Cell, value: number, expected: Fraction | null): Reading<PrintedRate> {
  const decimal = decimalOf(value);
  if (cell.format?.includes('%')) {
    const printed = /\.(0+)/.exec(cell.format)?.[1]?.length ?? 0;
    const rate = parsed(decimal, true);
    return found(rate && { ...rate, decimals: printed }, cell.text);
  }
  const plain = parsed(decimal, false);
  const share = parsed(decimal, true);
  // Without a format, 1.401 may be a share: what fits completed ÷ plan decides.
  const isShare = plain && share && expected && compare(distance(share, expected), distance(plain, expected)) < 0;
  if (isShare) return found(share, decimal);
  return plain ? reading(plain) : NOTHING;
}

/**
 * The percentage in a cell: `140.1%` as text, 1.401 with a percent format, 140.1 under a heading that says percent.
 * @param expected completed ÷ plan in percent, where both are known.
 */
export function readRate(cell: Cell | undefined, expected: Fraction | null): Reading<PrintedRate> {
  if (!cell) return NOTHING;
  if (failedFormula(cell))
    return reading<PrintedRate>(null, [{ code: 'FORMULA_ERROR', from: cell.error ?? cell.text }]);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, expected);
  if (typeof cell.value !== 'string') return NOTHING;
  const plain = compact(cell.value);
  if (plain === '') return NOTHING;
  if (isEmptyMark(plain)) return reading<PrintedRate>(null, [{ code: 'EMPTY_MARK', from: cell.value }]);
  return found(parsed(plain.replace(/%$/, ''), false), cell.value);
}

/** Completed ÷ plan in percent; null without a plan. */
export function ratePercent(completedYuan: number | null, planYuan: number | null): Fraction | null {
  if (completedYuan === null || planYuan === null) return null;
  return fraction(BigInt(completedYuan) * 100n, planYuan);
}

/** How far a printed rate is from the exact one: as printed, within the tolerance, or further. */
export function rateFit(rate: PrintedRate, expected: Fraction): 'exact' | 'near' | 'off' {
  const off = distance(rate, expected);
  const half: Fraction = { numerator: 1n, denominator: 2n * 10n ** BigInt(rate.decimals) };
  if (compare(off, half) <= 0) return 'exact';
  return compare(off, TOLERANCE) <= 0 ? 'near' : 'off';
}
