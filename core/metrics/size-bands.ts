/** Projects by size of their total investment, as an office's pipeline is counted (M18, M19, M20). */
import { fraction, type Fraction } from '../exact.ts';
import { YUAN_PER_YI } from '../money.ts';
import type { Label } from '../register/label.ts';
import { share, type Share } from './metrics.ts';

/** The bands from the largest; each holds its lower bound (以上 includes the boundary). */
export const SIZE_BANDS = {
  from10Yi: { zh: '10亿元以上', en: '1 000 M¥ and more' },
  from5Yi: { zh: '5亿至10亿元', en: '500 to 1 000 M¥' },
  from1Yi: { zh: '1亿至5亿元', en: '100 to 500 M¥' },
  below1Yi: { zh: '1亿元以下', en: 'below 100 M¥' },
} as const satisfies Readonly<Record<string, Label>>;

export type SizeBand = keyof typeof SIZE_BANDS;

/** The band of an amount in 元. */
export function sizeBand(yuan: number): SizeBand {
  if (yuan >= 10 * YUAN_PER_YI) return 'from10Yi';
  if (yuan >= 5 * YUAN_PER_YI) return 'from5Yi';
  return yuan >= YUAN_PER_YI ? 'from1Yi' : 'below1Yi';
}

/** How many amounts, in 元, lie in each band. */
export function countBySize(amounts: readonly number[]): Readonly<Record<SizeBand, number>> {
  const counts = { from10Yi: 0, from5Yi: 0, from1Yi: 0, below1Yi: 0 };
  for (const yuan of amounts) counts[sizeBand(yuan)] += 1;
  return counts;
}

/** M18 亿元以上占比: amounts of 1亿元 and more ÷ all, by count and not by money. */
export const share100MPlus = (amounts: readonly number[]): Share =>
  share(amounts.filter((yuan) => yuan >= YUAN_PER_YI).length, amounts.length);

/** M19 年度计划占总投资比: ΣP ÷ ΣT, in 元; null when ΣT is 0. */
export const annualIntensity = (planYuan: number, totalYuan: number): Fraction | null => fraction(planYuan, totalYuan);

/** Change against the same period of the year before. */
export interface YearOnYear {
  /** An absolute difference, in the values' own unit. */
  readonly delta: number;
  /** Null when the year before had none. */
  readonly rate: Fraction | null;
}

/** M20 同比: x − x₀ and (x − x₀) ÷ x₀; null where the year before is not known, and no rate where it is 0. */
export const yearOnYear = (now: number, before: number | undefined): YearOnYear | null =>
  before === undefined ? null : { delta: now - before, rate: fraction(now - before, before) };
