/** Who has reported and who has not, and what verifying writes. */
import type { Photo, Unit } from '../../core/registers/index.ts';
import type { ChangeRequest } from '../api/changes.ts';
import { grouped } from '../../core/grouped.ts';
import type { ProjectPeriod } from '../report/reporting-data.ts';

/** A unit and those of its projects that are still to be reported. */
export interface MissingUnit {
  readonly unit: Unit | null;
  readonly projects: readonly string[];
  /** Of so many that have to be reported. */
  readonly total: number;
}

/** The units that still have to report, in the office's order: projects without a report, or with a returned one. */
export function missingUnits(rows: readonly ProjectPeriod[]): readonly MissingUnit[] {
  return [
    ...grouped(
      rows.filter(({ standing }) => standing !== 'notDue'),
      ({ unit }) => unit?.id ?? '',
    ).values(),
  ]
    .map((own) => ({
      unit: own[0]?.unit ?? null,
      projects: own
        .filter(({ standing }) => standing === 'missing' || standing === 'returned')
        .map(({ project }) => project.name),
      total: own.length,
    }))
    .filter(({ projects }) => projects.length > 0);
}

/** The reminder to the units that are missing, in Chinese: it goes to their chat group. */
export function reminderText(period: string, due: string, missing: readonly MissingUnit[]): string {
  const lines = missing.map(
    ({ unit, projects }, index) =>
      `${index + 1}. ${unit?.name ?? '未定责任单位'}（${projects.length}个）：${projects.join('、')}`,
  );
  return [`【进度填报提醒】${period}以下项目尚未填报，填报截止日期${due}，请尽快填报：`, ...lines].join('\n');
}

/** A figure that waits for its verification. */
export interface Waiting {
  readonly row: ProjectPeriod;
  readonly report: NonNullable<ProjectPeriod['report']>;
  readonly reportedYuan: number | null;
  /** Against the last verified figure; null without one of the two. */
  readonly differenceYuan: number | null;
}

export const waitingReports = (rows: readonly ProjectPeriod[]): readonly Waiting[] =>
  rows.flatMap((row) => {
    const { report, last, standing } = row;
    if (!report || standing !== 'submitted') return [];
    const reportedYuan = report.reportedYtdYuan ?? report.completedYtdYuan ?? null;
    const differenceYuan = reportedYuan === null || !last ? null : reportedYuan - last.yuan;
    return [{ row, report, reportedYuan, differenceYuan }];
  });

const update = ({ id, revision }: Pick<Waiting['report'], 'id' | 'revision'>, values: object): ChangeRequest => ({
  kind: 'update',
  register: 'reports',
  record: id,
  values: { ...values },
  ifRevision: revision,
});

/** Verifies what was reported, or what the office found instead; what was reported stays beside it. */
export const verification = ({ report, reportedYuan }: Waiting, foundYuan: number | null = null): ChangeRequest =>
  update(report, { completedYtdYuan: foundYuan ?? reportedYuan, state: 'verified', returnReason: null });

/** Sends a report back to its unit; a figure that was verified counts no more. */
export const returning = (report: Waiting['report'], reason: string): ChangeRequest =>
  update(report, { completedYtdYuan: null, state: 'returned', returnReason: reason });

export const photoAcceptance = ({ id, revision }: Photo): ChangeRequest => ({
  kind: 'update',
  register: 'photos',
  record: id,
  values: { state: 'accepted', returnReason: null },
  ifRevision: revision,
});

export const photoReturn = ({ id, revision }: Photo, reason: string): ChangeRequest => ({
  kind: 'update',
  register: 'photos',
  record: id,
  values: { state: 'returned', returnReason: reason },
  ifRevision: revision,
});
