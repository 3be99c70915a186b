/** Measures of how a unit's year has gone: M24, months on schedule, red project-months. */
import { baselineOf, type BoardContext } from '../boards/board.ts';
import { unitRanksAt } from '../boards/unit-ranking.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import { projectPace, standingOf } from '../metrics/lights.ts';
import { endOfMonth, monthsEndedOf, type IsoDate } from '../time.ts';
import { countMeasure, whole } from './build.ts';
import { projectNamed, rateSources } from './investment.ts';
import type { Measure, Measured, Scope } from './measure.ts';
import { figuresIn, moneyIn } from './scope.ts';

/** The ends of the year's months that have ended by the date. */
const monthEnds = ({ asOf }: BoardContext): readonly IsoDate[] => monthsEndedOf(asOf).map(endOfMonth);

const NOTHING: Measured = { value: null, sources: () => [] };

const rankOf = (context: BoardContext, unit: string, asOf: IsoDate): number | null => {
  const group = context.ledger.tables.units.get(unit)?.group;
  return (group && unitRanksAt(context, group, asOf).get(unit)) ?? null;
};

const places: Measure = {
  id: 'rankChange',
  number: 'M24',
  label: { zh: '位次变化', en: 'Places gained' },
  formula: { zh: '上期位次－本期位次', en: 'Previous rank − present rank' },
  basis: {
    zh: '同组内按投资完成率的位次；与上月末比，一月不计算；只对单位计算',
    en: 'Ranks by completion in the unit’s group, against the end of the previous month; none in January; of units only',
  },
  unit: 'places',
  decimals: 0,
  better: 'higher',
  of: (context, scope) => {
    const baseline = baselineOf(context);
    if (scope.kind !== 'unit' || !baseline) return NOTHING;
    const before = rankOf(context, scope.unit, baseline);
    const now = rankOf(context, scope.unit, context.asOf);
    if (before === null || now === null) return NOTHING;
    return {
      value: whole(before - now),
      sources: () => rateSources([...moneyIn({ ...context, asOf: baseline }, scope), ...moneyIn(context, scope)]),
    };
  },
};

const onSchedule = (context: BoardContext, scope: Scope): readonly IsoDate[] =>
  monthEnds(context).filter((asOf) => {
    const { variance } = standingOf({ ...context, asOf }, moneyIn({ ...context, asOf }, scope));
    return variance !== null && variance.numerator >= 0n;
  });

const months: Measure = {
  id: 'monthsOnSchedule',
  label: { zh: '序时达标月数', en: 'Months on schedule' },
  formula: { zh: '月末投资完成率不低于序时进度的月数', en: 'Months at whose end completion was not behind time' },
  basis: { zh: '年内截至该日已结束的月份', en: 'Months of the year that have ended by the date' },
  unit: 'months',
  decimals: 0,
  better: 'higher',
  of: (context, scope) => {
    const ends = onSchedule(context, scope);
    return {
      value: whole(ends.length),
      sources: () => ends.flatMap((asOf) => rateSources(moneyIn({ ...context, asOf }, scope))),
    };
  },
};

const redMonths = countMeasure<ProjectFigures>(
  {
    id: 'redLightMonths',
    label: { zh: '亮红灯项目月数', en: 'Red project-months' },
    formula: {
      zh: '各月末亮红灯（严重滞后）的项目数之和',
      en: 'Σ projects with a red light (far behind) at each month’s end',
    },
    basis: {
      zh: '年内截至该日已结束的月份；按设置的亮灯规则',
      en: 'Months of the year that have ended by the date; by the rule of lights as set',
    },
    better: 'lower',
  },
  (context, scope) =>
    monthEnds(context).flatMap((asOf) => {
      const at = { ...context, asOf };
      return figuresIn(at, scope).filter((each) => projectPace(at, each) === 'severe');
    }),
  projectNamed(),
);

export const COURSE = { rankChange: places, monthsOnSchedule: months, redLightMonths: redMonths } as const;
