/** The sheet's rows: projects with their plan, twelve months and the rate, computed as the screens compute it. */
import { projectRate } from '../../core/boards/project-row.ts';
import { showPoints, showRate, type ShownPoints, type ShownRate } from '../../core/exact.ts';
import { EMPTY_LEDGER, type Ledger } from '../../core/ledger/ledger.ts';
import { figuresAt, type ProjectFigures } from '../../core/metrics/figures.ts';
import { projectPace, standingOf } from '../../core/metrics/lights.ts';
import type { Pace } from '../../core/metrics/metrics.ts';
import type { Plan, Project, Report, Settings, Unit } from '../../core/registers/index.ts';
import { endOfMonth, type IsoDate, type IsoMonth } from '../../core/time.ts';

export interface FiguresData {
  readonly settings: Settings;
  readonly units: readonly Unit[];
  readonly projects: readonly Project[];
  readonly plans: readonly Plan[];
  readonly reports: readonly Report[];
}

export interface SheetRow {
  readonly project: Project;
  readonly unit: Unit | null;
  readonly planYuan: number | null;
  /** The report of each month; null where there is none. */
  readonly months: readonly (Report | null)[];
  readonly rate: ShownRate | null;
  readonly variance: ShownPoints | null;
  readonly pace: Pace;
}

export interface SheetGroup {
  readonly unit: Unit | null;
  readonly rows: readonly SheetRow[];
}

export const MONTHS = 12;

/** The month ends of a year, which reports are dated to. */
export const monthEnds = (year: number): readonly IsoDate[] =>
  Array.from({ length: MONTHS }, (_, index) => endOfMonth(`${year}-${String(index + 1).padStart(2, '0')}` as IsoMonth));

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

const ledgerOf = ({ settings, units, projects, plans, reports }: FiguresData): Ledger => ({
  ...EMPTY_LEDGER,
  tables: {
    ...EMPTY_LEDGER.tables,
    settings: byId([settings]),
    units: byId(units),
    projects: byId(projects),
    plans: byId(plans),
    reports: byId(reports),
  },
});

export const cellKey = (project: string, asOf: string): string => `${project}|${asOf}`;

const rowOf = (
  figures: ProjectFigures,
  data: FiguresData,
  units: ReadonlyMap<string, Unit>,
  reports: ReadonlyMap<string, Report>,
): SheetRow => {
  const { settings } = data;
  const rate = projectRate(figures);
  const context = { settings, asOf: settings.asOf };
  const { variance } = standingOf(context, [figures]);
  return {
    project: figures.project,
    unit: units.get(figures.project.leadUnit) ?? null,
    planYuan: figures.planYuan,
    months: monthEnds(settings.year).map((end) => reports.get(cellKey(figures.project.id, end)) ?? null),
    rate: rate && showRate(rate),
    variance: variance && showPoints(variance),
    pace: projectPace(context, figures),
  };
};

/** Rows grouped by lead unit, units in the office's order, projects in list order. */
export function buildSheet(data: FiguresData): readonly SheetGroup[] {
  const units = byId(data.units);
  const reports = new Map(data.reports.map((report) => [cellKey(report.project, report.asOf), report]));
  const groups = new Map<string, SheetRow[]>();
  for (const figures of figuresAt(ledgerOf(data), data.settings.asOf)) {
    const row = rowOf(figures, data, units, reports);
    const list = groups.get(row.project.leadUnit);
    if (list) list.push(row);
    else groups.set(row.project.leadUnit, [row]);
  }
  return [...groups]
    .map(([unit, rows]) => ({ unit: units.get(unit) ?? null, rows }))
    .sort((a, b) => (a.unit?.officialOrder ?? Infinity) - (b.unit?.officialOrder ?? Infinity));
}

const matches = ({ project, unit }: SheetRow, words: readonly string[]): boolean => {
  const text = [project.name, project.shortName, project.code, unit?.name, unit?.shortName].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
};

/** The groups whose rows hold every word of the search; groups without a row are left out. */
export function searchSheet(groups: readonly SheetGroup[], query: string): readonly SheetGroup[] {
  const words = query.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => matches(row, words)) }))
    .filter(({ rows }) => rows.length > 0);
}
