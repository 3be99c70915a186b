/** The ranking explorer: units or projects by any measure, on one date and beside another. */
import { rowsBy, type Rows } from '../keyed-rows.ts';
import { showPoints, subtract, type Fraction } from '../exact.ts';
import { grouped } from '../grouped.ts';
import { largerIsBetter } from '../measures/better.ts';
import { definitionOf, type Definition } from '../measures/definition.ts';
import type { MeasureId } from '../measures/ids.ts';
import { MEASURES } from '../measures/index.ts';
import type { Measured, Scope } from '../measures/measure.ts';
import { showMeasure, type ShownMeasure } from '../measures/show.ts';
import { shownFiguresAt } from '../metrics/figures.ts';
import { rankByRate, rankChange, tellApart, type RankChange } from '../metrics/rank.ts';
import type { Label } from '../register/label.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import type { IsoDate } from '../time.ts';
import { boardContext, type BoardContext } from './board.ts';

/** What the explorer ranks. */
export const EXPLORED = {
  units: { zh: '责任单位', en: 'Units' },
  projects: { zh: '项目', en: 'Projects' },
} as const;

const DEFAULT_MEASURE: MeasureId = 'investmentCompletionRate';

export interface ExploreOptions {
  /** M1 unless another is asked for. */
  readonly measure?: MeasureId;
  readonly of?: keyof typeof EXPLORED;
  /** Only units of this group, or projects that they lead. */
  readonly group?: UnitGroup;
  /** The date that ranks and values are compared with. */
  readonly against?: IsoDate;
}

export interface ExploredRow {
  readonly name: string;
  readonly group?: UnitGroup;
  readonly unit?: string;
  /** From 1, dense; absent where there is no number. */
  readonly rank?: number;
  /** Others share the rank: their exact numbers are equal. */
  readonly tied?: true;
  /** The only one that is ranked. */
  readonly alone?: true;
  readonly value?: ShownMeasure;
  readonly above?: number;
  readonly below?: number;
  readonly remark?: Label;
  readonly before?: { readonly rank?: number; readonly value?: ShownMeasure };
  readonly change?: RankChange;
  /** By how much the number grew: a rate in percentage points, else in its own unit. */
  readonly grown?: string;
}

export interface Explored {
  readonly measure: Definition;
  readonly of: keyof typeof EXPLORED;
  readonly group?: UnitGroup;
  readonly against?: IsoDate;
  readonly rows: Rows<ExploredRow>;
}

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly scope: Scope;
  readonly order: number;
  readonly group?: UnitGroup;
  readonly unit?: string;
  /** Has projects on the list, so that it is there without a number too. */
  readonly listed: boolean;
}

interface Read extends Subject {
  readonly measured: Measured;
  /** As ranks compare it: turned round where less is better. */
  readonly rate: Fraction | null;
}

const unitSubjects = ({ ledger, asOf }: BoardContext, group: UnitGroup | undefined): readonly Subject[] => {
  const leading = new Set(shownFiguresAt(ledger, asOf).map(({ project }) => project.leadUnit));
  return [...ledger.tables.units.values()]
    .filter((unit) => group === undefined || unit.group === group)
    .map((unit) => ({
      id: unit.id,
      name: unit.name,
      group: unit.group,
      scope: { kind: 'unit', unit: unit.id },
      order: unit.officialOrder,
      listed: leading.has(unit.id),
    }));
};

const projectSubjects = ({ ledger, asOf }: BoardContext, group: UnitGroup | undefined): readonly Subject[] =>
  shownFiguresAt(ledger, asOf).flatMap(({ project: { id, name, leadUnit, listOrder: order } }) => {
    const unit = ledger.tables.units.get(leadUnit);
    if (group !== undefined && unit?.group !== group) return [];
    const scope = { kind: 'project', project: id } as const;
    return [{ id, name, scope, order, listed: true, ...(unit && { unit: unit.shortName, group: unit.group }) }];
  });

const readAt = (
  context: BoardContext,
  { measure = DEFAULT_MEASURE, of = 'units', group }: ExploreOptions,
): readonly Read[] => {
  const { of: read } = MEASURES[measure];
  const subjects = of === 'units' ? unitSubjects(context, group) : projectSubjects(context, group);
  return subjects
    .map((subject): Read => {
      const measured = read(context, subject.scope);
      return { ...subject, measured, rate: largerIsBetter(measure, measured.value) };
    })
    .filter(({ listed, measured }) => listed || (measured.value !== null && measured.value.numerator !== 0n));
};

/** The numbers as they are printed, with further decimals where different ones would look alike. */
function shownValues(id: MeasureId, reads: readonly Read[]): readonly (ShownMeasure | null)[] {
  const { [id]: measure } = MEASURES;
  const values = reads.map(({ measured }) => measured.value);
  const show = (value: Fraction, decimals: number): ShownMeasure => showMeasure(measure, value, decimals);
  const isRate = measure.unit === 'rate' || measure.unit === 'points';
  return isRate
    ? tellApart(values, show, measure.decimals)
    : values.map((value) => value && show(value, measure.decimals));
}

const grownBy = (id: MeasureId, now: Fraction | null, before: Fraction | null): { grown?: string } => {
  if (!now || !before) return {};
  const { unit, decimals } = MEASURES[id];
  const difference = subtract(now, before);
  if (unit === 'rate' || unit === 'points') return { grown: showPoints(difference, decimals).text };
  const { text } = showMeasure({ unit, decimals }, difference);
  return { grown: difference.numerator > 0n && !text.startsWith('+') ? `+${text}` : text };
};

interface Before {
  readonly rank: number | null;
  readonly value: Fraction | null;
}

const beforeAt = (context: BoardContext, options: ExploreOptions): ReadonlyMap<string, Before> | null => {
  const then = options.against === undefined ? null : boardContext(context.ledger, options.against);
  if (!then) return null;
  const ranked = rankByRate(readAt(then, options));
  return new Map(ranked.map(({ item, rank }) => [item.id, { rank, value: item.measured.value }]));
};

const earlier = (id: MeasureId, before: Before | undefined) =>
  before && {
    before: {
      ...(before.rank === null ? {} : { rank: before.rank }),
      ...(before.value ? { value: showMeasure(MEASURES[id], before.value) } : {}),
    },
  };

/**
 * Units, or projects, ranked by any measure: best first, ranks dense and by exact numbers, those without a number last
 * and unranked; with rank and number on another date where one is asked for.
 */
export function explore(context: BoardContext, options: ExploreOptions): Explored {
  const { measure = DEFAULT_MEASURE, of = 'units', group, against } = options;
  const ranked = rankByRate(readAt(context, options));
  const shown = shownValues(
    measure,
    ranked.map(({ item }) => item),
  );
  const before = beforeAt(context, options);
  const sharing = grouped(ranked, ({ rank }) => (rank === null ? undefined : String(rank)));
  const only = ranked.filter(({ rank }) => rank !== null).length === 1;
  const rows = ranked.map(({ item, rank }, index) => {
    const { above, below, remark, value } = item.measured;
    const then = before?.get(item.id);
    const change = before && rankChange(then?.rank, rank);
    const row: ExploredRow = {
      name: item.name,
      ...(item.group && { group: item.group }),
      ...(item.unit !== undefined && { unit: item.unit }),
      ...(rank === null ? {} : { rank }),
      ...((sharing.get(String(rank))?.length ?? 0) > 1 && { tied: true as const }),
      ...(rank !== null && only && { alone: true as const }),
      ...(shown[index] && { value: shown[index] }),
      ...(above === undefined ? {} : { above }),
      ...(below === undefined ? {} : { below }),
      ...(remark && { remark }),
      ...earlier(measure, then),
      ...(change && { change }),
      ...grownBy(measure, value, then?.value ?? null),
    };
    return [item.id, row] as const;
  });
  return {
    measure: definitionOf(measure),
    of,
    ...(group && { group }),
    ...(before && against && { against }),
    rows: rowsBy(rows),
  };
}
