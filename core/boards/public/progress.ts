import { showRate } from '../../exact.ts';
import { showYi } from '../../money.ts';
import type { ProjectFigures } from '../../metrics/figures.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../../metrics/metrics.ts';
import { againstTime, unverifiedIn, type BoardContext, type Progress } from '../board.ts';

/** Where a set of projects stands against its plan (M1) and against time (M4). */
export function progressOf(context: BoardContext, figures: readonly ProjectFigures[]): Progress {
  const rate = investmentCompletionRate(figures);
  return {
    plan: showYi(totalPlan(figures)),
    completed: showYi(totalCompleted(figures)),
    ...(rate ? { rate: showRate(rate) } : {}),
    ...againstTime(context, figures),
    ...unverifiedIn(figures),
  };
}
