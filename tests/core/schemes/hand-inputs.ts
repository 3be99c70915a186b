/** Formulas' inputs made by hand: no ledger is needed to try a formula. */
import { parseExact, type Fraction } from '../../../core/exact.ts';
import type { MeasureId } from '../../../core/measures/ids.ts';
import type { FormulaInputs, Place } from '../../../core/schemes/inputs.ts';
import type { ExternalScore, ScoreEntry } from '../../../core/registers/index.ts';
import type { ProjectFigures } from '../../../core/metrics/figures.ts';
import { instant, type IsoDate } from '../../../core/time.ts';

export const AS_OF = '2017-12-31' as IsoDate;

export const exact = (value: number | string): Fraction => {
  const parsed = parseExact(value);
  if (!parsed) throw new Error(`${value} is not exact`);
  return parsed;
};

type Values = Readonly<Partial<Record<MeasureId, number | string | null>>>;

export interface Hand {
  readonly asOf?: string;
  /** Rates in percent, as schemes count; what is not named has no base. */
  readonly values?: Values;
  readonly place?: Place;
  readonly projects?: readonly ProjectFigures[];
  readonly entries?: readonly ScoreEntry[];
  readonly unevidenced?: readonly string[];
  readonly externals?: readonly ExternalScore[];
  readonly points?: Readonly<Record<string, number>>;
  readonly months?: readonly FormulaInputs[];
  readonly bounds?: FormulaInputs['bounds'];
}

export function handInputs({ values = {}, ...hand }: Hand): FormulaInputs {
  const asOf = (hand.asOf ?? AS_OF) as IsoDate;
  const valueOf = (measure: MeasureId): Fraction | null => {
    const value = values[measure];
    return value === undefined || value === null ? null : exact(value);
  };
  return {
    asOf,
    reading: (measure) => {
      const value = valueOf(measure);
      return { measure, asOf, period: 'year', measured: { value, sources: () => [] }, value };
    },
    place: () => hand.place ?? null,
    projects: () => hand.projects ?? [],
    entries: () =>
      (hand.entries ?? []).map((entry) => ({ entry, evidenced: hand.unevidenced?.includes(entry.id) !== true })),
    externals: (mechanism) => (hand.externals ?? []).filter((each) => each.mechanism === mechanism),
    pointsOf: (item) => {
      const points = hand.points?.[item];
      return points === undefined ? null : exact(points);
    },
    months: () => hand.months ?? [],
    bounds: hand.bounds ?? {},
  };
}

const HEAD = { revision: 1, changedAt: instant(0) };

/** An approved entry; points in hundredths. */
export const entry = (id: string, on: string, pointsHundredths?: number): ScoreEntry => ({
  ...HEAD,
  id,
  scheme: '方案',
  item: 'E1',
  unit: 'u1',
  on: on as IsoDate,
  ...(pointsHundredths !== undefined && { pointsHundredths }),
  reason: '事由',
  state: 'approved',
});

export const externalScore = (id: string, scoreHundredths: number): ExternalScore => ({
  ...HEAD,
  id,
  mechanism: 'm1',
  entrant: '单位',
  period: id,
  scoreHundredths,
});

interface ProjectTraits {
  readonly plan?: number | null;
  readonly completed?: number;
  readonly more?: Partial<ProjectFigures['project']>;
}

/** A carried-over industrial project of the list; amounts in 元. */
export const project = (id: string, { plan = 100, completed = 0, more = {} }: ProjectTraits): ProjectFigures => ({
  project: {
    ...HEAD,
    id,
    code: id,
    name: id,
    listOrder: 1,
    keyLevel: 'municipal',
    sector: 'industry',
    plannedStartInYear: false,
    carriedOver: true,
    plannedCompletionInYear: false,
    lifecycle: 'started',
    totalInvestmentYuan: 1000,
    investedBeforeYuan: 0,
    leadUnit: 'u1',
    ...more,
  },
  planYuan: plan,
  completedYuan: completed,
  reportedAsOf: null,
});

/** `15/2` or `7` of a fraction in lowest terms; null of none. */
export const shown = (value: Fraction | null): string | null => {
  if (!value) return null;
  return value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
};
