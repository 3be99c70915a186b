/** The amounts of which a district's totals are made, and whether a step keeps them. */
import type { Ledger } from '../ledger/ledger.ts';
import { figuresAt, type ProjectFigures } from '../metrics/figures.ts';
import { wanText } from '../money.ts';
import type { Label } from '../register/label.ts';
import type { IsoDate } from '../time.ts';

/** In the order of a ledger's columns. */
export const AMOUNTS = {
  totalInvestmentYuan: { zh: '总投资', en: 'Total investment' },
  investedBeforeYuan: { zh: '年前累计', en: 'Invested before' },
  planYuan: { zh: '年度计划', en: 'Annual plan' },
  completedYuan: { zh: '本年完成', en: 'Completed this year' },
} as const satisfies Readonly<Record<string, Label>>;

export type AmountName = keyof typeof AMOUNTS;

/** What one project, or several together, add to the totals, in 元; a plan that is not issued adds 0. */
export type Amounts = Readonly<Record<AmountName, number>>;

export const AMOUNT_NAMES = Object.keys(AMOUNTS) as readonly AmountName[];

/** The amounts of a project's figures, in 元. */
export const amountsOf = ({ project, planYuan, completedYuan }: ProjectFigures): Amounts => ({
  totalInvestmentYuan: project.totalInvestmentYuan,
  investedBeforeYuan: project.investedBeforeYuan,
  planYuan: planYuan ?? 0,
  completedYuan,
});

/** The sums of amounts, in 元; zeros for none. Safe integers: single amounts are bounded by the fields that hold them. */
export const sumOf = (each: readonly Partial<Amounts>[]): Amounts => {
  const total = (name: AmountName): number => each.reduce((sum, amounts) => sum + (amounts[name] ?? 0), 0);
  return {
    totalInvestmentYuan: total('totalInvestmentYuan'),
    investedBeforeYuan: total('investedBeforeYuan'),
    planYuan: total('planYuan'),
    completedYuan: total('completedYuan'),
  };
};

/** The district's totals on a date, in 元: every listed project once, completed as last verified. */
export const districtTotals = (ledger: Ledger, asOf: IsoDate): Amounts => sumOf(figuresAt(ledger, asOf).map(amountsOf));

/** The amounts that differ. */
export const differing = (before: Amounts, after: Amounts): readonly AmountName[] =>
  AMOUNT_NAMES.filter((name) => before[name] !== after[name]);

const signed = (yuan: number): string => `${yuan > 0 ? '+' : ''}${wanText(yuan)}`;

const sentence = (names: readonly AmountName[], before: Amounts, after: Amounts, locale: keyof Label): string =>
  names
    .map((name) => {
      const change = signed(after[name] - before[name]);
      const words = `${AMOUNTS[name][locale]} ${wanText(before[name])} → ${wanText(after[name])}`;
      return locale === 'zh' ? `${words}（${change} 万元）` : `${words} (${change} 万元)`;
    })
    .join(locale === 'zh' ? '；' : '; ');

/** What differs, in 万元 with its sign; empty when nothing does. */
export const differenceWords = (before: Amounts, after: Amounts): Label => {
  const names = differing(before, after);
  return { zh: sentence(names, before, after, 'zh'), en: sentence(names, before, after, 'en') };
};
