import { showRate, type ShownRate } from '../exact.ts';
import { showYi, yiHeadline, type ShownMoney } from '../money.ts';
import { moneyFiguresAt, shownFiguresAt } from '../metrics/figures.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { annualStartRate, completionRateOfPlan, resumptionRate } from '../metrics/starts.ts';
import type { KeyLevel } from '../registers/project-choices.ts';
import { againstTime, showShare, unverifiedIn, type BoardContext, type Progress, type ShownShare } from './board.ts';

/** The headline figures of the whole list. */
export interface Summary extends Progress {
  readonly projects: number;
  readonly byLevel: Readonly<Record<KeyLevel, number>>;
  /** Completed investment in 亿元 as a headline prints it: 114. */
  readonly completedHeadline: string;
  readonly total: ShownMoney;
  readonly timeProgress: ShownRate;
  /** M6 */
  readonly started: ShownShare;
  /** M9 */
  readonly resumed: ShownShare;
  /** M11 */
  readonly finished: ShownShare;
}

export function summary(context: BoardContext): Summary {
  const figures = shownFiguresAt(context.ledger, context.asOf);
  const money = moneyFiguresAt(context.ledger, context.asOf);
  const rate = investmentCompletionRate(money);
  const completed = totalCompleted(money);
  const count = (level: KeyLevel): number => figures.filter(({ project }) => project.keyLevel === level).length;
  return {
    projects: figures.length,
    byLevel: { provincial: count('provincial'), municipal: count('municipal'), district: count('district') },
    total: showYi(figures.reduce((sum, { project }) => sum + project.totalInvestmentYuan, 0)),
    plan: showYi(totalPlan(money)),
    completed: showYi(completed),
    completedHeadline: yiHeadline(completed),
    ...(rate ? { rate: showRate(rate) } : {}),
    ...againstTime(context, money),
    ...unverifiedIn(money),
    timeProgress: showRate(context.time),
    started: showShare(annualStartRate(figures, context.asOf)),
    resumed: showShare(resumptionRate(figures, context.asOf)),
    finished: showShare(completionRateOfPlan(figures, context.asOf)),
  };
}
