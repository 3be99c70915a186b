import { rowsBy, type Rows } from '../../keyed-rows.ts';
import { showRate, type ShownRate } from '../../exact.ts';
import { showYi, type ShownMoney } from '../../money.ts';
import { shownFiguresAt, type ProjectFigures } from '../../metrics/figures.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../../metrics/metrics.ts';
import { timeProgressOf } from '../../metrics/time-progress.ts';
import type { Label } from '../../register/label.ts';
import type { IsoDate } from '../../time.ts';
import { boardContext, unverifiedIn, type BoardContext } from '../board.ts';
import { monthEndsTo } from '../series.ts';
import type { PartsBy } from '../parts-by.ts';
import { partNames, partOf } from './breakdown.ts';

export interface PublicPoint {
  readonly asOf: IsoDate;
  readonly plan: ShownMoney;
  readonly completed: ShownMoney;
  readonly rate?: ShownRate;
  /** M3 of the same projects at the point's own date. */
  readonly time: ShownRate;
  readonly unverified?: true;
}

export interface PublicTrend {
  readonly by: PartsBy;
  readonly all: readonly PublicPoint[];
  readonly rows: Rows<{ readonly label: Label; readonly points: readonly PublicPoint[] }>;
}

interface End {
  readonly context: BoardContext;
  readonly figures: readonly ProjectFigures[];
}

const pointOf = ({ context, figures }: End): PublicPoint => {
  const rate = investmentCompletionRate(figures);
  return {
    asOf: context.asOf,
    plan: showYi(totalPlan(figures)),
    completed: showYi(totalCompleted(figures)),
    ...(rate ? { rate: showRate(rate) } : {}),
    time: showRate(timeProgressOf(context, figures)),
    ...unverifiedIn(figures),
  };
};

/**
 * S31 调研分析, for everybody: completed since the year's beginning against the plan in force and against time, at every
 * month end up to the date and at the date; of the whole list and by group of units, sector or size.
 */
export function publicTrend({ ledger, asOf }: BoardContext, { by = 'group' }: { readonly by?: PartsBy }): PublicTrend {
  const ends = monthEndsTo(asOf).flatMap((end): readonly End[] => {
    const context = boardContext(ledger, end);
    return context ? [{ context, figures: shownFiguresAt(ledger, end) }] : [];
  });
  const present = new Set(shownFiguresAt(ledger, asOf).map((each) => partOf(ledger, each, by)));
  const rows = Object.entries(partNames(by)).flatMap(([part, label]) => {
    const points = ends.map(({ context, figures }) =>
      pointOf({ context, figures: figures.filter((each) => partOf(ledger, each, by) === part) }),
    );
    return present.has(part) ? [[part, { label, points }] as const] : [];
  });
  return { by, all: ends.map(pointOf), rows: rowsBy(rows) };
}
