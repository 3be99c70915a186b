/**
 * The demo ledger: 42 projects of an invented year 2017. Names of people are recognisably made up, every
 * figure is invented, and the settings mark it as demo data, which every slide then shows.
 */
import type { ChangeRequest } from '../changes/changes.ts';
import { DEFAULT_STAGE, type Stage } from '../../core/stage/stage.ts';
import type { UnitGroup } from '../../core/registers/unit-groups.ts';
import type { KeyLevel, Lifecycle, Sector } from '../../core/registers/project-choices.ts';
import { endOfMonth, parseMonth } from '../../core/time.ts';
import { YUAN_PER_WAN } from '../../core/money.ts';
import { DEMO_PLAYLIST } from './demo-playlist.ts';
import { DEMO_MILESTONES } from './demo-milestones.ts';

type Row = Readonly<Record<string, string>>;

const LEVELS: Readonly<Record<string, KeyLevel>> = { 省重点: 'provincial', 市重点: 'municipal' };
const SECTOR_KEYS: Readonly<Record<string, Sector>> = {
  工业: 'industry',
  农业: 'agriculture',
  城建: 'urban',
  社会事业: 'social',
  服务业: 'services',
  交通能源: 'transport',
};
const GROUP_KEYS: Readonly<Record<string, UnitGroup>> = { 乡镇办: 'township', 园区: 'park', 区直部门: 'department' };
const LIFECYCLE_KEYS: Readonly<Record<string, Lifecycle>> = { completed: 'completed', under_construction: 'started' };

/** Units in their official order, with the short names for small screens. */
const UNITS: readonly (readonly [name: string, shortName: string])[] = [
  ['柳园乡', '柳园乡'],
  ['临河镇', '临河镇'],
  ['文化路街道办', '文化路'],
  ['东风路街道办', '东风路'],
  ['滨河路街道办', '滨河路'],
  ['产业集聚区管委会', '产业集聚区'],
  ['商务中心区管委会', '商务中心区'],
  ['现代农业园区管委会', '农业园区'],
  ['区住建局', '住建局'],
  ['区教体局', '教体局'],
  ['区交通运输局', '交通局'],
  ['区卫计委', '卫计委'],
];

const YEAR = 2017;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Lines of the demo file as objects; its values hold neither quotes nor line breaks. */
function parseRows(csv: string): readonly Row[] {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

const yuan = (row: Row, column: string): number => Number(row[column]) * YUAN_PER_WAN;

const create = (register: ChangeRequest['register'], record: string, values: object): ChangeRequest => ({
  kind: 'create',
  register,
  record,
  values,
});

const unitId = (name: string): string =>
  `unit-${String(UNITS.findIndex(([each]) => each === name) + 1).padStart(2, '0')}`;

const unitRequests = (rows: readonly Row[]): readonly ChangeRequest[] =>
  UNITS.map(([name, shortName], index) => {
    const group = GROUP_KEYS[rows.find((row) => row['responsible_unit'] === name)?.['unit_group'] ?? ''];
    return create('units', unitId(name), { name, shortName, group, officialOrder: index + 1 });
  });

const leaderNames = (rows: readonly Row[]): readonly string[] =>
  [...new Set(rows.map((row) => row['sponsor_leader'] ?? ''))].filter((name) => name !== '');

const present = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

const projectRequest = (row: Row, leaders: readonly string[]): ChangeRequest => {
  const leader = leaders.indexOf(row['sponsor_leader'] ?? '');
  const carriedOver = row['is_carried_over'] === '1';
  return create(
    'projects',
    row['project_id'] ?? '',
    present({
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
      resumedOn: carriedOver ? `${YEAR}-02-13` : '',
      plannedFinish: row['planned_finish'],
      actualFinish: row['actual_finish'],
      physicalProgress: row['physical_progress'],
      leadUnit: unitId(row['responsible_unit'] ?? ''),
      sponsorLeader: leader < 0 ? '' : `leader-${String(leader + 1).padStart(2, '0')}`,
      responsiblePerson: row['responsible_person'],
    }),
  );
};

const planRequest = (row: Row): ChangeRequest =>
  create('plans', `plan-${YEAR}-${row['seq']}`, {
    project: row['project_id'],
    year: YEAR,
    version: 1,
    effectiveFrom: `${YEAR}-01-01`,
    amountYuan: yuan(row, 'plan_2017_wan'),
  });

/** Month-end reports from the month in which the project started or was carried on. */
const reportRequests = (row: Row): readonly ChangeRequest[] =>
  MONTHS.flatMap((number) => {
    const month = parseMonth(`${YEAR}-${number}`);
    const completedYtdYuan = yuan(row, `cum_${YEAR}_${number}_wan`);
    if (!month || completedYtdYuan === 0) return [];
    const values = { project: row['project_id'], asOf: endOfMonth(month), completedYtdYuan, state: 'verified' };
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

const SETTINGS = {
  office: '区重点项目办',
  district: '示范区',
  year: YEAR,
  asOf: `${YEAR}-12-31`,
  timeProgress: 'linearMonth',
  source: '调度数',
  demo: true,
};

export const DEMO_GROUP = 'demo-group';
export const DEMO_SCREEN = 'demo-screen';

const displayRequests = (stage: Stage): readonly ChangeRequest[] => [
  create('playlists', 'demo-playlist', { name: '每日循环', entries: DEMO_PLAYLIST }),
  create('groups', DEMO_GROUP, {
    name: '演示屏组',
    playlist: 'demo-playlist',
    theme: 'red',
    locale: 'zh-CN',
    spotlight: true,
  }),
  create('screens', DEMO_SCREEN, { name: '演示屏', group: DEMO_GROUP, stage, revoked: false }),
];

/** The changes that load the demo ledger into an empty one, in an order in which each refers to earlier ones. */
export function demoRequests(csv: string): readonly ChangeRequest[] {
  const rows = parseRows(csv);
  const leaders = leaderNames(rows);
  return [
    create('settings', 'settings', SETTINGS),
    ...unitRequests(rows),
    ...leaders.map((name, index) =>
      create('leaders', `leader-${String(index + 1).padStart(2, '0')}`, {
        name,
        title: '县级领导',
        protocolOrder: index + 1,
      }),
    ),
    ...rows.map((row) => projectRequest(row, leaders)),
    ...rows.map(planRequest),
    ...rows.flatMap(reportRequests),
    ...milestoneRequests(),
    ...displayRequests(DEFAULT_STAGE),
  ];
}
