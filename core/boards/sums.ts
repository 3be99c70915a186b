import { showRate, type ShownRate } from '../exact.ts';
import { showYi, type ShownMoney } from '../money.ts';
import { annualIntensity } from '../metrics/size-bands.ts';

/** Something with a total investment and a plan of the year, in 元. */
export interface Sized {
  readonly totalInvestmentYuan: number;
  readonly annualPlanYuan: number;
}

/** How many there are and what they come to. */
export interface Sums {
  readonly projects: number;
  readonly total: ShownMoney;
  readonly plan: ShownMoney;
  /** M19, with two decimals; absent when the total is 0. */
  readonly intensity?: ShownRate;
}

const sum = (items: readonly Sized[], of: (each: Sized) => number): number =>
  items.reduce((total, each) => total + of(each), 0);

/** Count, total investment, plan and their ratio of any list of projects. */
export function sumsOf(items: readonly Sized[]): Sums {
  const total = sum(items, ({ totalInvestmentYuan }) => totalInvestmentYuan);
  const plan = sum(items, ({ annualPlanYuan }) => annualPlanYuan);
  const intensity = annualIntensity(plan, total);
  return {
    projects: items.length,
    total: showYi(total),
    plan: showYi(plan),
    ...(intensity ? { intensity: showRate(intensity, 2) } : {}),
  };
}
