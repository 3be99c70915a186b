/** The 42 key projects of the demo ledger with their plans, month-end reports and milestones. */
import type { ChangeRequest } from '../changes/changes.ts';
import { YUAN_PER_WAN } from '../../core/money.ts';
import type { KeyLevel, Lifecycle, Sector } from '../../core/registers/project-choices.ts';
import { addDays } from '../../core/calendar/workdays.ts';
import { endOfMonth, monthNumberOf, parseMonth, type IsoDate } from '../../core/time.ts';
import { leaderId, leaderNames, leaderRequests, unitId } from './demo-directory.ts';
import { DEMO_MILESTONES } from './demo-milestones.ts';
import { create, present, readRows, type Row } from './table.ts';

const LEVELS: Readonly<Record<string, KeyLevel>> = { 省重点: 'provincial', 市重点: 'municipal' };
const SECTOR_KEYS: Readonly<Record<string, Sector>> = {
  工业: 'industry',
  农业: 'agriculture',
  城建: 'urban',
  社会事业: 'social',
  服务业: 'services',
  交通能源: 'transport',
};
const LIFECYCLE_KEYS: Readonly<Record<string, Lifecycle>> = { completed: 'completed', under_construction: 'started' };

export const DEMO_YEAR = 2017;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

const yuan = (row: Row, column: string): number => Number(row[column]) * YUAN_PER_WAN;

const projectRequest = (row: Row, setup: Row, leaders: readonly string[]): ChangeRequest => {
  const carriedOver = row['is_carried_over'] === '1';
  const { project: _, ...setUp } = setup;
  return create(
    'projects',
    row['project_id'] ?? '',
    present({
      ...setUp,
      code: row['project_id'],
      name: row['project_name'],
      listOrder: Number(row['seq']),
      keyLevel: LEVELS[row['key_level'] ?? ''],
      sector: SECTOR_KEYS[row['category'] ?? ''],
      plannedStartInYear: row['is_new_start_2017'] === '1',
      carriedOver,
      plannedCompletionInYear: row['is_planned_completion_2017'] === '1',
      lifecycle: LIFECYCLE_KEYS[row['status_end_2017'] ?? ''],
      content: row['construction_content'],
      totalInvestmentYuan: yuan(row, 'total_investment_wan'),
      investedBeforeYuan: yuan(row, 'invested_before_2017_wan'),
      plannedStart: row['planned_start'],
      actualStart: row['actual_start'],
      resumedOn: carriedOver ? `${DEMO_YEAR}-02-13` : '',
      plannedFinish: row['planned_finish'],
      actualFinish: row['actual_finish'],
      physicalProgress: row['physical_progress'],
      leadUnit: unitId(row['responsible_unit'] ?? ''),
      sponsorLeader: leaderId(leaders, row['sponsor_leader'] ?? ''),
      responsiblePerson: row['responsible_person'],
    }),
  );
};

const planRequest = (row: Row): ChangeRequest =>
  create('plans', `plan-${DEMO_YEAR}-${row['seq']}`, {
    project: row['project_id'],
    year: DEMO_YEAR,
    version: 1,
    effectiveFrom: `${DEMO_YEAR}-01-01`,
    amountYuan: yuan(row, 'plan_2017_wan'),
  });

/** Projects that are named after real ones: the demo shows nothing of them that could be held against those. */
const isNamedAfterReal = (row: Row): boolean => row['name_source'] === 'seed';

/**
 * Units report within three days; now and then an invented project's report is late. December's came before the year
 * was closed.
 */
const sentOn = (end: IsoDate, row: Row): IsoDate => {
  if (monthNumberOf(end) === 12) return end;
  const late = !isNamedAfterReal(row) && (Number(row['seq']) + monthNumberOf(end)) % 13 === 0;
  return addDays(end, late ? 6 : 2);
};

/** Month-end reports from the month in which the project started or was carried on. */
const reportRequests = (row: Row): readonly ChangeRequest[] =>
  MONTHS.flatMap((number) => {
    const month = parseMonth(`${DEMO_YEAR}-${number}`);
    const completedYtdYuan = yuan(row, `cum_${DEMO_YEAR}_${number}_wan`);
    if (!month || completedYtdYuan === 0) return [];
    const asOf = endOfMonth(month);
    const submittedOn = sentOn(asOf, row);
    const values = { project: row['project_id'], asOf, completedYtdYuan, state: 'verified', submittedOn };
    return [create('reports', `report-${month}-${row['seq']}`, values)];
  });

const milestoneRequests = (): readonly ChangeRequest[] =>
  DEMO_MILESTONES.map(([project, name, baselineOn, dueOn, doneOn, weight], index) =>
    create(
      'milestones',
      `milestone-${String(index + 1).padStart(2, '0')}`,
      present({ project, name, baselineOn, dueOn, doneOn: doneOn ?? '', weight }),
    ),
  );

/** The sponsors, projects, plans, reports and milestones; units come before them. */
export function projectRequests(): readonly ChangeRequest[] {
  const rows = readRows('projects-2017.csv');
  const setups = new Map(readRows('tables/project-setup.tsv').map((row) => [row['project'], row]));
  const leaders = leaderNames(rows);
  return [
    ...leaderRequests(leaders),
    ...rows.map((row) => projectRequest(row, setups.get(row['project_id']) ?? {}, leaders)),
    ...rows.map(planRequest),
    ...rows.flatMap(reportRequests),
    ...milestoneRequests(),
  ];
}
