import { rowsBy } from '../keyed-rows.ts';
import { showRate } from '../exact.ts';
import { grouped } from '../grouped.ts';
import { showYi } from '../money.ts';
import { moneyFiguresAt, shownFiguresAt, type ProjectFigures } from '../metrics/figures.ts';
import { investmentCompletionRate, totalCompleted, totalPlan } from '../metrics/metrics.ts';
import { SECTORS, type Sector } from '../registers/project-choices.ts';
import { endOfMonth, monthNumberOf, parseMonth, yearOf, type IsoDate } from '../time.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { unverifiedIn, type BoardContext } from './board.ts';

/** What the series are of. */
export const SERIES_BY = {
  unit: { zh: '责任单位', en: 'Unit' },
  sector: { zh: '项目类别', en: 'Sector' },
  project: { zh: '项目', en: 'Project' },
} as const;

export type SeriesBy = keyof typeof SERIES_BY;

/** The month ends of the year up to a date, and the date itself. */
export function monthEndsTo(asOf: IsoDate): readonly IsoDate[] {
  const ends: IsoDate[] = [];
  for (let number = 1; number < monthNumberOf(asOf); number += 1) {
    const month = parseMonth(`${yearOf(asOf)}-${String(number).padStart(2, '0')}`);
    if (month) ends.push(endOfMonth(month));
  }
  return [...ends, asOf];
}

const keyOf = ({ project }: ProjectFigures, by: SeriesBy): string =>
  by === 'unit' ? project.leadUnit : by === 'sector' ? project.sector : project.id;

const nameOf = ({ tables }: Ledger, by: SeriesBy, key: string): string => {
  if (by === 'unit') return tables.units.get(key)?.name ?? key;
  return by === 'sector' ? SECTORS[key as Sector].zh : (tables.projects.get(key)?.name ?? key);
};

const point = (asOf: IsoDate, figures: readonly ProjectFigures[]) => {
  const rate = investmentCompletionRate(figures);
  return {
    asOf,
    plan: showYi(totalPlan(figures)),
    completed: showYi(totalCompleted(figures)),
    ...(rate ? { rate: showRate(rate) } : {}),
    ...unverifiedIn(figures),
  };
};

/**
 * S31 调研分析: completed since the year's beginning against the plan in force, at every month end up to the date and at
 * the date, of the whole list and per unit, sector or project. Each point is computed as its own date would be.
 */
export function series({ ledger, asOf }: BoardContext, { by = 'unit' }: { readonly by?: SeriesBy }) {
  const ends = monthEndsTo(asOf).map((end) => {
    const figures = moneyFiguresAt(ledger, end);
    return { end, figures, byRow: grouped(figures, (each) => keyOf(each, by)) };
  });
  const keys = [...new Set(shownFiguresAt(ledger, asOf).map((each) => keyOf(each, by)))];
  const rows = keys.map((key) => {
    const points = ends.map(({ end, byRow }) => point(end, byRow.get(key) ?? []));
    return [key, { name: nameOf(ledger, by, key), points }] as const;
  });
  return { by, all: ends.map(({ end, figures }) => point(end, figures)), rows: rowsBy(rows) };
}
