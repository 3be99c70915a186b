import { beforeAll, describe, expect, it } from 'vitest';
import { boardContext } from '../../../core/boards/board.ts';
import { ledgerTable } from '../../../core/export/ledger-table.ts';
import { prepareImport } from '../../../core/import/prepare.ts';
import type { ImportPreview } from '../../../core/import/types.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { parseDate } from '../../../core/time.ts';
import type { Table, TableRow, TableValue } from '../../../core/workbook/table.ts';
import type { ChangeRequest } from '../../../server/changes/changes.ts';
import { readWorkbook, writeXlsx } from '../../../server/workbooks/workbooks.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';

const AS_OF = '2017-11-30';
const demo = demoLedger();

function sheetAt(ledger: Ledger, asOf: string): Table {
  const context = boardContext(ledger, parseDate(asOf) ?? undefined);
  if (!context) throw new Error('no settings');
  return ledgerTable(context);
}

const headingOf = (table: Table, at: number): string => table.columns[at]?.headings.join('/') ?? '';

const valueIn = (table: Table, row: TableRow | undefined, heading: string): TableValue | undefined =>
  row?.values[table.columns.findIndex((_, at) => headingOf(table, at) === heading)];

const rowNamed = (table: Table, name: string): TableRow | undefined =>
  table.rows.find((row) => valueIn(table, row, '项目名称') === name);

function withCell(table: Table, name: string, heading: string, value: TableValue): Table {
  const column = table.columns.findIndex((_, at) => headingOf(table, at) === heading);
  const wanted = rowNamed(table, name);
  const rows = table.rows.map((row) => (row === wanted ? { ...row, values: row.values.with(column, value) } : row));
  return { ...table, rows };
}

async function importOf(table: Table, ledger: Ledger): Promise<ImportPreview> {
  const read = await readWorkbook(await writeXlsx([table]), '台账.xlsx');
  if (!read.ok) throw new Error(read.problem);
  const prepared = prepareImport(read.value, ledger, {});
  if (!prepared.ok) throw new Error(prepared.problem.code);
  return prepared.value;
}

describe('the ledger in the office’s layout', () => {
  let table: Table;

  beforeAll(() => {
    table = sheetAt(demo, AS_OF);
  });

  it('says above the data whose it is, up to when it counts, and in which unit', () => {
    expect(table.title).toBe('示范区2017年省、市重点项目建设工作台账');
    expect(table.subtitle).toEqual({
      left: '填报单位:区重点项目办(演示数据)',
      right: '截至2017年11月30日  单位:万元、个',
    });
  });

  it('has the usual columns under up to three levels of headings, a column per permit, and no telephone number', () => {
    const headings = table.columns.map((_, at) => headingOf(table, at));
    expect(headings.slice(0, 9)).toEqual([
      '序号',
      '项目名称',
      '项目级别',
      '建设性质(新建/续建)',
      '建设规模及主要内容',
      '建设起止年限',
      '总投资',
      '截至2016年底累计完成投资',
      '2017年计划/计划投资',
    ]);
    expect(headings).toContain('2017年计划/时间节点/四季度');
    const permits = [...demo.tables.permitItems.values()].sort((a, b) => a.itemOrder - b.itemOrder);
    expect(headings.filter((heading) => heading.startsWith('前期手续/'))).toEqual(
      permits.map(({ name }) => `前期手续/${name}`),
    );
    expect(headings.join()).not.toContain('电话');
  });

  it('has the total above the data and a section per sector with its sums; the number begins again in each', () => {
    const outstanding = table.rows.filter(({ kind }) => kind === 'total' || kind === 'section');
    expect(outstanding.map(({ values }) => values[0])).toEqual([
      '合计(42个)',
      '一、工业项目(11个)',
      '二、农业项目(2个)',
      '三、城建项目(9个)',
      '四、社会事业项目(7个)',
      '五、服务业项目(8个)',
      '六、交通能源项目(5个)',
    ]);
    const plan = '2017年计划/计划投资';
    expect(outstanding.map((row) => valueIn(table, row, plan))).toEqual(
      [813_700, 272_000, 19_000, 232_600, 40_000, 199_100, 51_000].map((wan) => wan * 10_000),
    );
    const done = sheetAt(demo, '2017-12-31');
    expect(valueIn(done, done.rows[0], '进展情况/年内累计完成投资')).toBe(11_400_000_000);
    expect(valueIn(done, done.rows[0], '进展情况/占年度计划(%)')).toBe(140.1);
    const numbers = table.rows.filter(({ kind }) => kind === 'data').map(({ values }) => values[0]);
    expect(numbers.slice(0, 14)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2, 1]);
  });

  it('never shows as complete what is not', () => {
    const done = sheetAt(demo, '2017-12-31');
    expect(valueIn(done, rowNamed(done, '东部片区道路及管网工程'), '进展情况/占年度计划(%)')).toBe(99.9);
  });

  it('tells the month’s investment as what the year grew by where no report says it', () => {
    const report = [...demo.tables.reports.values()].find(
      ({ project, asOf }) => project === 'KP2017-012' && asOf === AS_OF,
    );
    const before = [...demo.tables.reports.values()].find(
      ({ project, asOf }) => project === 'KP2017-012' && asOf === '2017-10-31',
    );
    const grown = (report?.completedYtdYuan ?? 0) - (before?.completedYtdYuan ?? 0);
    const row = rowNamed(table, '智能装备产业园一期项目');
    expect(grown).toBeGreaterThan(0);
    expect(valueIn(table, row, '进展情况/本月完成投资')).toBe(report?.completedMonthYuan ?? grown);
  });

  it('leaves empty what nobody reported', () => {
    const may = sheetAt(demo, '2017-05-31');
    const later = rowNamed(may, '文体活动中心项目');
    expect(valueIn(may, later, '进展情况/年内累计完成投资')).toBeNull();
    expect(valueIn(may, later, '进展情况/占年度计划(%)')).toBeNull();
  });
});

const issue = (id: string, more: object): ChangeRequest => {
  const values = { project: 'KP2017-012', category: 'site', foundOn: '2017-11-01', ownerUnit: 'unit-06', ...more };
  return { kind: 'create', register: 'issues', record: id, values };
};

describe('the ledger that was exported', () => {
  it.each(['2017-12-31', AS_OF, '2017-05-31', '2017-05-15', '2018-01-31'])(
    'as of %s comes back without a change, a question or a warning',
    async (asOf) => {
      const table = sheetAt(demo, asOf);
      const data = table.rows.filter(({ kind }) => kind === 'data').length;
      const shown = await importOf(table, demo);
      expect(data).toBeGreaterThan(30);
      expect(shown.asOf).toBe(asOf);
      expect(shown.requests).toEqual([]);
      expect(shown.questions).toEqual([]);
      expect(shown.counts).toMatchObject({ data, same: data, warnings: 0 });
    },
  );

  it('comes back unchanged with several issues of a project, supporting units and texts of several lines', async () => {
    const ledger = ledgerWith(
      [
        issue('first', { description: '管线未迁改\n涉及三家', state: 'open' }),
        issue('second', {
          description: '资金未到位',
          state: 'inProgress',
          measure: '对接银行',
          dueOn: '2018-01-31',
        }),
        issue('settled', {
          description: '已了结',
          state: 'resolved',
          measure: '已办',
          dueOn: '2017-11-20',
          resolvedOn: '2017-11-18',
        }),
        {
          kind: 'update',
          register: 'projects',
          record: 'KP2017-012',
          values: { supportUnits: ['unit-09', 'unit-01'], remark: '首期\n二期另列', physicalProgress: '=完成80%' },
        },
      ],
      demo,
    );
    const table = sheetAt(ledger, AS_OF);
    const row = rowNamed(table, '智能装备产业园一期项目');
    expect(valueIn(table, row, '存在问题')).toBe('1.管线未迁改\n涉及三家\n2.资金未到位');
    expect(valueIn(table, row, '解决措施及时限')).toBe('1.\n2.对接银行(2018年1月31日前)');
    const shown = await importOf(table, ledger);
    expect([shown.requests, shown.questions]).toEqual([[], []]);
  });

  it.each([
    ['总投资', 1_600_000_001, { register: 'projects', values: { totalInvestmentYuan: 1_600_000_001 } }],
    ['责任人', '程试一', { register: 'projects', values: { responsiblePerson: '程试一' } }],
    ['进展情况/年内累计完成投资', 850_000_000, { register: 'reports', values: { completedYtdYuan: 850_000_000 } }],
  ])('comes back as one update when %s was changed', async (heading, value, expected) => {
    const table = withCell(sheetAt(demo, AS_OF), '智能装备产业园一期项目', heading, value);
    const { requests } = await importOf(table, demo);
    expect(requests).toHaveLength(1);
    expect(requests).toMatchObject([{ kind: 'update', ...expected }]);
  });
});
