import { describe, expect, it } from 'vitest';
import { boardContext, type BoardContext } from '../../../core/boards/board.ts';
import type { DeclaredBoard } from '../../../core/boards/declare-board.ts';
import { OFFICE_BOARDS } from '../../../core/boards/office-boards.ts';
import { allProjects, projectRanking } from '../../../core/boards/project-ranking.ts';
import { summary } from '../../../core/boards/summary.ts';
import { unitRanking } from '../../../core/boards/unit-ranking.ts';
import { PUBLIC_BOARDS } from '../../../core/boards/public/public-boards.ts';
import { boardTables } from '../../../core/export/board-table.ts';
import type { ExportLocale } from '../../../core/export/cell-value.ts';
import { registerColumns } from '../../../core/export/register-table.ts';
import { moneyUnitIn } from '../../../core/import/money-unit.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import { isObject } from '../../../core/result.ts';
import { parseDate } from '../../../core/time.ts';
import type { Table, TableValue } from '../../../core/workbook/table.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

/** The demo with a black board besides its red ones: it has none. */
const ledger = ledgerWith(
  [
    {
      kind: 'create',
      register: 'boardSignoffs',
      record: 'black',
      values: {
        board: 'black',
        group: 'township',
        asOf: '2017-12-31',
        scheme: 'scheme-a',
        units: ['unit-01'],
        from: '2018-01-05',
        until: '2018-02-05',
        state: 'signed',
      },
    },
  ],
  demoLedger(),
);

const TODAY = parseDate('2018-01-05');

function contextOf(date?: string): BoardContext {
  const context = boardContext(ledger, (date && parseDate(date)) || undefined);
  if (!context || !TODAY) throw new Error('no settings');
  return { ...context, today: TODAY };
}

const context = contextOf();

function tablesIn(locale: ExportLocale, name: string, ...boards: readonly object[]): readonly Table[] {
  const label = { zh: name, en: name };
  return boardTables(name, boards.filter(isObject), { locale, label, asOf: context.asOf, office: '办', demo: true });
}

const tablesOf = (name: string, ...boards: readonly object[]): readonly Table[] => tablesIn('zh', name, ...boards);

function tableOf(name: string, ...boards: readonly object[]): Table {
  const [table] = tablesOf(name, ...boards);
  if (!table) throw new Error(`${name} has no table`);
  return table;
}

const BOARDS: Readonly<Record<string, DeclaredBoard>> = OFFICE_BOARDS;
const ALL_BOARDS: Readonly<Record<string, DeclaredBoard>> = { ...OFFICE_BOARDS, ...PUBLIC_BOARDS };
/** Boards with columns that bear the names of units or of the settings. */
const NAMED_BY_THE_OFFICE: ReadonlySet<string> = new Set(['duties', 'headToHead']);

/** The tables after the first of a board at a date, by their names. */
function furtherOf(name: string, date?: string): ReadonlyMap<string, Table> {
  const board = BOARDS[name]?.data(contextOf(date), {});
  if (!board) throw new Error(`${name} has no data`);
  const [, ...further] = tablesOf(name, board);
  return new Map(further.map((table) => [table.name, table]));
}

const linesOf = (table: Table | undefined): readonly (readonly TableValue[])[] =>
  table?.rows.map(({ values }) => values) ?? [];

const columnOf = (table: Table, heading: string): readonly TableValue[] => {
  const at = table.columns.findIndex(({ headings }) => headings[0] === heading);
  if (at < 0) throw new Error(`no column ${heading}`);
  return table.rows.map(({ values }) => values[at] ?? null);
};

/** Columns in which nothing stands in any row: a member's name that the board does not have. */
const emptyColumns = (table: Table): readonly string[] =>
  table.columns.flatMap(({ headings }, at) =>
    table.rows.every(({ values }) => (values[at] ?? null) === null) ? headings : [],
  );

const explored = (options: Readonly<Record<string, unknown>>): Table =>
  tableOf('explore', BOARDS['explore']?.data(context, options) ?? {});

const statesOf = (table: Table, heading: string): readonly (string | undefined)[] => {
  const at = table.columns.findIndex(({ headings }) => headings[0] === heading);
  return table.rows.map(({ states }) => states?.[at]);
};

/** What the demo has no case of. */
const WITHOUT_CASE: Readonly<Record<string, readonly string[]>> = {
  quarterStarts: ['未开工项目'],
  reporting: ['未报项目'],
};

describe('a board’s table', () => {
  it('of the units says what the screens say, exact amounts beside printed rates', () => {
    const table = tableOf(
      'unitRanking',
      ...(['township', 'park', 'department'] as const).map((group) => unitRanking(context, group)),
    );
    expect(columnOf(table, '组别').slice(4, 6)).toEqual(['乡镇办', '园区']);
    expect(columnOf(table, '责任单位').slice(0, 3)).toEqual(['文化路街道办', '东风路街道办', '柳园乡']);
    expect(columnOf(table, '位次').slice(0, 6)).toEqual([1, 2, 3, 4, 5, 1]);
    expect(columnOf(table, '投资完成率').slice(0, 2)).toEqual([160, 150.3]);
    expect(columnOf(table, '年内累计完成投资（万元）')[0]).toBe(800_000_000);
    expect(columnOf(table, '与序时进度相比（百分点）')[0]).toBe('+60.0');
    expect(columnOf(table, '位次变化')).toContain('→');
  });

  it('of the summary is one figure a line', () => {
    const table = tableOf('summary', summary(context));
    const values = columnOf(table, '数值');
    expect(columnOf(table, '指标').slice(0, 2)).toEqual(['项目数', '其中:省重点']);
    expect(values.slice(0, 2)).toEqual(['42', '10']);
    expect(values).toEqual(expect.arrayContaining(['1140000', '140.1', '22/22', '8/8']));
  });

  it('of projects has a line each', () => {
    const rows = tableOf('projects', { rows: allProjects(context) }).rows;
    const ranked = tableOf('projectRanking', { rows: projectRanking(context, {}) });
    expect([rows.length, ranked.rows.length]).toEqual([42, 42]);
    expect(columnOf(ranked, '位次')[0]).toBe(1);
  });

  it('is marked where the figures are a demonstration', () => {
    expect(tableOf('summary', summary(context)).subtitle).toEqual({ left: '办(演示数据)', right: '截至2017-12-31' });
  });

  it.each(Object.entries(OFFICE_BOARDS))('of %s has something in every column', (name, { data }) => {
    const board = data(context, {});
    if (!board) throw new Error('no data');
    const table = tableOf(name, board);
    expect(table.rows.length).toBeGreaterThan(0);
    expect(emptyColumns(table)).toEqual(WITHOUT_CASE[name] ?? []);
    expect(JSON.stringify(table.rows)).not.toMatch(/\[object|undefined|NaN/);
  });
});

/** What lists of the demo have no case of at its last day. */
const EMPTY_LISTS = ['permits 逾期事项', 'visits 未督导的项目'];

describe('the figures of a board', () => {
  it.each([
    ['zh', ['按时办结率', '96.7%', '147/152'], ['总投资', '658.31', '亿元']],
    ['en', ['In time', '96.7%', '147/152'], ['Total investment', '658.31', '×100m yuan']],
  ] as const)('stand above its first table in %s: label, value, unit', (locale, inTime, total) => {
    const figuresIn = (name: string) => {
      const [first, ...further] = tablesIn(locale, name, BOARDS[name]?.data(context, {}) ?? {});
      expect(further.flatMap(({ figures = [] }) => figures)).toEqual([]);
      return first?.figures?.map(({ label, value, unit }) => [label, value, unit]);
    };
    expect(figuresIn('permits')).toContainEqual(inTime);
    expect(figuresIn('pipeline')).toContainEqual(total);
  });

  it('are left out where a board was asked several times, and where it has none', () => {
    const board = BOARDS['permits']?.data(context, {}) ?? {};
    expect(tableOf('permits', board, board).figures).toBeUndefined();
    expect(tableOf('projects', { rows: allProjects(context) }).figures).toBeUndefined();
  });
});

describe('a board whose columns depend on what was asked', () => {
  it('has the other date, and the unit of projects, only where they were asked for', () => {
    expect(explored({}).columns.map(({ headings }) => headings[0])).toEqual([
      '位次',
      '名称',
      '组别',
      '投资完成率（%）',
    ]);
    const wide = explored({ of: 'projects', against: '2017-11-30' });
    expect(emptyColumns(wide)).toEqual([]);
    expect(wide.columns).toHaveLength(8);
  });

  it('names the compared units, who leads, and the unit of each number', () => {
    const table = tableOf('headToHead', BOARDS['headToHead']?.data(context, {}) ?? {});
    const [, first = '', second = ''] = table.columns.map(({ headings }) => headings[0]);
    expect(columnOf(table, '指标').slice(0, 2)).toEqual(['投资完成率（%）', '年内累计完成投资（亿元）']);
    for (const leads of columnOf(table, '领先')) expect([first, second, '持平', null]).toContain(leads);
  });

  it('has the lists of an assessment one after the other', () => {
    const groups = columnOf(tableOf('assessment', BOARDS['assessment']?.data(context, {}) ?? {}), '组别');
    const changes = groups.filter((group, at) => group !== groups[at - 1]);
    expect(changes).toEqual([...new Set(groups)]);
  });
});

describe('the states in a board’s table', () => {
  it('are those of the records, lights, and what is past its date', () => {
    const ranked = tableOf('projectRanking', { rows: projectRanking(context, {}) });
    expect(new Set(statesOf(ranked, '进度状态'))).toEqual(
      new Set(Object.values(projectRanking(context, {})).map(({ pace }) => pace)),
    );
    expect(statesOf(ranked, '进度状态')).toContain('behind');
    const milestones = tableOf('milestones', BOARDS['milestones']?.data(context, {}) ?? {});
    const days = columnOf(milestones, '剩余天数');
    expect(statesOf(milestones, '剩余天数')).toEqual(days.map((each) => (Number(each) < 0 ? 'overdue' : undefined)));
    expect(statesOf(milestones, '状态')).toContain('overdue');
    const issues = tableOf('issues', BOARDS['issues']?.data(context, {}) ?? {});
    expect(statesOf(issues, '是否逾期')).toEqual(
      columnOf(issues, '是否逾期').map((each) => (each === '是' ? 'overdue' : undefined)),
    );
  });
});

describe('exports in English', () => {
  const CHINESE = /\p{Script=Han}/u;

  it.each(Object.keys(ALL_BOARDS))('of the board %s have no Chinese in headings, figures and units', (name) => {
    const tables = tablesIn('en', name, ALL_BOARDS[name]?.data(context, {}) ?? {});
    const words = tables.flatMap(({ name: own, columns, figures = [] }) => [
      own,
      ...columns.flatMap(({ headings }) => headings),
      ...figures.flatMap(({ label, unit }) => [label, unit]),
    ]);
    expect(words.filter((word) => CHINESE.test(word) && !NAMED_BY_THE_OFFICE.has(name))).toEqual([]);
  });

  it('of registers have none in their headings, which an import knows with their unit', () => {
    const headings = (Object.keys(REGISTERS) as RegisterName[]).flatMap((name) =>
      registerColumns(registerNamed(name), 'en').flatMap((column) => column.headings),
    );
    expect(headings.filter((heading) => CHINESE.test(heading))).toEqual([]);
    expect(headings).toContain('Total investment (×10k yuan)');
    expect(moneyUnitIn('Total investment (×10k yuan)')).toBe('万元');
    expect(moneyUnitIn('Total (×100m yuan)')).toBe('亿元');
  });
});

describe('the further lists of a board', () => {
  it('are a table each, named and titled', () => {
    const all = Object.keys(BOARDS).flatMap((name) => [...furtherOf(name).values()].map((table) => ({ name, table })));
    expect(all.map(({ name, table }) => `${name} ${table.name}`)).toEqual([
      'sponsorPortfolio 无责任领导的项目',
      'issues 按类别',
      'issues 未办结时长',
      'permits 按部门',
      'permits 逾期事项',
      'visits 节假日专项督导',
      'visits 未督导的项目',
      'notices 按组别',
      'decisions 按责任单位',
      'pipeline 谋划轮次',
      'declarations 按申报状态',
    ]);
    const lacking = all.filter(({ table }) => table.rows.length > 0 && emptyColumns(table).length > 0);
    expect(lacking.map(({ table }) => [table.name, ...emptyColumns(table)])).toEqual([['节假日专项督导', '未到场']]);
    const empty = all.filter(({ table }) => table.rows.length === 0);
    expect(empty.map(({ name, table }) => `${name} ${table.name}`)).toEqual(EMPTY_LISTS);
    expect(all.find(({ table }) => table.name === '按部门')?.table.title).toBe('permits · 按部门');
  });

  it('of permits are what each department decided, and what is overdue', () => {
    expect(linesOf(furtherOf('permits').get('按部门'))).toEqual([
      ['住建局', 22, '20/22', '20/20', 0],
      ['发改委', 22, '22/22', '22/22', 0],
      ['国土局', 22, '22/22', '20/22', 0],
      ['规划局', 66, '66/66', '64/66', 0],
      ['环保局', 22, '22/22', '21/22', 0],
    ]);
    expect(linesOf(furtherOf('permits', '2018-01-03').get('逾期事项'))).toEqual([
      ['文体活动中心项目', '施工许可', '住建局', 1, 2],
      ['城市公交综合停车场项目', '施工许可', '住建局', 1, 2],
    ]);
  });

  it('of issues are counts by category and by age', () => {
    const tables = furtherOf('issues');
    expect(linesOf(tables.get('按类别'))).toEqual([
      ['手续办理', 5, 5, 0, 100],
      ['场地条件', 7, 5, 2, 71.4],
      ['扬尘管控与复工', 2, 1, 1, 50],
      ['阻工与施工环境', 2, 2, 0, 100],
      ['水电路配套', 5, 5, 0, 100],
      ['资金', 3, 1, 2, 33.3],
      ['其他', 1, 0, 1, 0],
    ]);
    expect(linesOf(tables.get('未办结时长'))).toEqual([
      ['7天以内', 0],
      ['8—30天', 1],
      ['31—90天', 2],
      ['90天以上', 3],
    ]);
  });

  it('of visits, notices, decisions, the pipeline and sponsors say what the boards do', () => {
    expect(linesOf(furtherOf('visits').get('节假日专项督导'))[0]).toEqual([
      '五一',
      '2017-04-29',
      '2017-05-01',
      '20/20',
      null,
    ]);
    expect(linesOf(furtherOf('notices').get('按组别'))).toEqual([
      ['乡镇办', 1, 1, 100],
      ['园区', 4, 3, 75],
      ['区直部门', 1, 1, 100],
    ]);
    expect(linesOf(furtherOf('decisions').get('按责任单位'))[0]).toEqual(['柳园乡', 3, 2]);
    expect(linesOf(furtherOf('pipeline').get('谋划轮次'))[3]).toEqual([
      4,
      '2017-09-20',
      '关于谋划2018年重点项目的通知',
      '2017-09-27',
      175,
      44_800_000_000,
    ]);
    expect(linesOf(furtherOf('declarations').get('按申报状态')).map(([, count]) => count)).toEqual([63, 0, 0, 0]);
    expect(linesOf(furtherOf('sponsorPortfolio').get('无责任领导的项目'))[0]).toEqual(['示范路小学扩建项目', 112.5]);
  });
});
