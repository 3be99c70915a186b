import { describe, expect, it } from 'vitest';
import { EMPTY_LEDGER, type Ledger } from '../../../core/ledger/ledger.ts';
import { templateOf } from '../../../core/import/template.ts';
import type { Answers, ImportPreview } from '../../../core/import/types.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger, ledgerWith } from '../../support/ledger.ts';
import { changed, ledgerSheet, notesAt, preview, rowAt, sheetOf, table, TITLE } from './sheets.ts';

const demo = demoLedger();
const asOf = '2017-12-31' as IsoDate;
const NAME = '智能装备产业园一期项目';

const applied = (ledger: Ledger, shown: ImportPreview): Ledger => {
  if (!shown.requests) throw new Error(`open: ${shown.questions.map(({ id }) => id).join(', ')}`);
  return ledgerWith(shown.requests, ledger);
};

/** Answers every question by its first option. */
const firstAnswers = (shown: ImportPreview): Answers =>
  Object.fromEntries(shown.questions.map(({ id, options }) => [id, options[0]?.value ?? '']));

const comparable = (ledger: Ledger): unknown =>
  [...ledger.tables.projects.values()]
    .map(({ name, totalInvestmentYuan, sector, keyLevel, carriedOver, plannedCompletionInYear, plannedFinish }) => [
      name,
      totalInvestmentYuan,
      sector,
      keyLevel,
      carriedOver,
      plannedCompletionInYear,
      plannedFinish,
    ])
    .sort((a, b) => String(a).localeCompare(String(b)));

const sum = (ledger: Ledger): number =>
  [...ledger.tables.plans.values()].reduce((total, plan) => total + plan.amountYuan, 0);

describe('a ledger in the office’s layout', () => {
  const sheet = ledgerSheet(demo, asOf);

  it('changes nothing when it comes back as it went out', () => {
    const shown = preview(sheet, demo);
    expect(shown.questions).toEqual([]);
    expect(shown.requests).toEqual([]);
    expect(shown.counts).toMatchObject({ data: 42, same: 42, warnings: 0 });
  });

  it('changes nothing either at an earlier cut-off, nor as CSV', () => {
    expect(preview(ledgerSheet(demo, '2017-05-31' as IsoDate), demo).requests).toEqual([]);
    const texts = sheet.rows.map((row) => row.map((cell) => cell && { value: cell.text, text: cell.text }));
    const csv = preview({ ...sheet, rows: texts }, demo, {}, 'csv');
    expect([csv.questions, csv.requests]).toEqual([[], []]);
  });

  it('changes nothing as CSV with one line of headings, their levels joined', () => {
    const headings = preview(sheet, demo).columns.map(({ heading }) => ({ value: heading, text: heading }));
    const line = { ...sheet, rows: [sheet.rows[0] ?? [], headings, ...sheet.rows.slice(5)] };
    const shown = preview(line, demo, { asOf }, 'csv');
    expect([shown.questions, shown.requests, shown.counts.data]).toEqual([[], [], 42]);
    expect(shown.columns.filter(({ field }) => field === null)).toEqual([]);
  });

  it('fills an empty ledger, which it then equals', () => {
    const open = preview(sheet, EMPTY_LEDGER);
    expect(new Set(open.questions.map(({ code }) => code))).toEqual(new Set(['UNKNOWN_UNIT']));
    const choices = { answers: firstAnswers(open) };
    const filled = applied(EMPTY_LEDGER, preview(sheet, EMPTY_LEDGER, choices));
    expect(filled.tables.projects.size).toBe(42);
    expect(preview(sheet, filled).requests).toEqual([]);
    expect(comparable(filled)).toEqual(comparable(demo));
    expect(sum(filled)).toBe(sum(demo));
  });

  it('is found to differ wherever one cell differs', () => {
    const numbers = ['总投资', '截至2016年底累计完成投资', '2017年计划/计划投资', '进展情况/年内累计完成投资'];
    const columns = preview(sheet, demo).columns.filter(({ heading }) => numbers.includes(heading));
    expect(columns).toHaveLength(4);
    for (const { index } of columns) {
      const rows = sheet.rows.map((row, at) =>
        at === 7
          ? row.map((cell, column) => (column === index && cell ? { value: Number(cell.value) + 1, text: '' } : cell))
          : row,
      );
      const shown = preview({ ...sheet, rows }, demo);
      expect(shown.requests).toHaveLength(1);
      expect(shown.counts).toMatchObject({ update: 1, same: 41 });
    }
  });
});

describe('a row of the ledger layout', () => {
  it('gives a plan its next version from the cut-off, and the first one from January on', () => {
    const shown = preview(table(['项目名称', '年度计划投资', '序号'], [[NAME, 60_000]]), demo);
    expect(shown.requests).toMatchObject([
      {
        kind: 'create',
        register: 'plans',
        values: { project: 'KP2017-012', year: 2017, version: 2, effectiveFrom: '2017-11-30', amountYuan: 600_000_000 },
      },
    ]);
    expect(
      preview(table(['项目名称', '年度计划投资', '序号'], [[NAME, 60_000]]), applied(demo, shown)).requests,
    ).toEqual([]);
    const next = preview(sheetOf([['2018年台账'], [], ['项目名称', '年度计划投资', '序号'], [NAME, 70_000]]), demo);
    expect(next.requests).toMatchObject([{ values: { year: 2018, version: 1, effectiveFrom: '2018-01-01' } }]);
  });

  it('gives a verified report at the cut-off, and none for a figure that is in force', () => {
    const sheet = (ytd: number): ImportPreview =>
      preview(table(['项目名称', '本月完成投资', '年内累计完成投资'], [[NAME, 8000, ytd]]), demo);
    expect(sheet(84_310).requests).toMatchObject([
      {
        kind: 'update',
        register: 'reports',
        values: { completedYtdYuan: 843_100_000, completedMonthYuan: 80_000_000 },
      },
    ]);
    expect(preview(table(['项目名称', '年内累计完成投资', '序号'], [[NAME, 84_180]]), demo).requests).toEqual([]);
  });

  it('registers an issue with its measure and deadline once', () => {
    const headings = ['项目名称', '存在问题', '解决措施及时限'];
    const sheet = table(headings, [[NAME, '征地拆迁未完成', '柳园乡牵头,12月20日前完成']]);
    const shown = preview(sheet, demo);
    expect(shown.requests).toMatchObject([
      {
        register: 'issues',
        values: {
          project: 'KP2017-012',
          category: 'site',
          state: 'open',
          foundOn: '2017-11-30',
          dueOn: '2017-12-20',
          ownerUnit: 'unit-06',
        },
      },
    ]);
    const after = applied(demo, shown);
    expect(preview(sheet, after).requests).toEqual([]);
    expect(preview(table(headings, [[NAME, '征地拆迁未完成', '12月底前完成']]), after).requests).toMatchObject([
      { kind: 'update', register: 'issues', values: { measure: '12月底前完成', dueOn: '2017-12-31' } },
    ]);
    expect(preview(table(headings, [[NAME, '无', '']]), demo).requests).toEqual([]);
  });

  it('moves a milestone that has another date, with the reason, and leaves its baseline', () => {
    const shown = preview(
      table(['项目名称', '四季度', '序号'], [['石油装备制造基地二期项目', '设备安装完成(11月30日)']]),
      demo,
    );
    const after = applied(demo, shown);
    const moved = preview(
      table(['项目名称', '四季度', '序号'], [['石油装备制造基地二期项目', '设备安装完成(12月20日)']]),
      after,
    );
    expect(moved.requests).toMatchObject([{ kind: 'update', register: 'milestones', values: { dueOn: '2017-12-20' } }]);
    const milestone = [...applied(after, moved).tables.milestones.values()].find(({ name }) => name === '设备安装完成');
    expect(milestone).toMatchObject({ baselineOn: '2017-11-30', dueOn: '2017-12-20' });
  });

  it('that is new asks for what a project must have, once for a column that is not there', () => {
    const sheet = sheetOf([
      ...TITLE,
      ['项目名称', '建设性质', '总投资', '责任单位'],
      ['', '一、工业项目(2个)'].reverse(),
      ['甲厂', '新建', 1000, '柳园乡'],
      ['乙站', '续建', '待定', '柳园乡'],
    ]);
    const open = preview(sheet, demo);
    expect(open.questions.map(({ id, rows }) => [id, rows])).toEqual([
      ['COLUMN_MISSING:keyLevel', [5, 6]],
      ['COLUMN_MISSING:investedBeforeYuan', [6]],
      ['VALUE_MISSING:C6', [6]],
    ]);
    const answers = {
      'COLUMN_MISSING:keyLevel': 'municipal',
      'COLUMN_MISSING:investedBeforeYuan': '200',
      'VALUE_MISSING:C6': '1.5亿',
    };
    const shown = preview(sheet, demo, { answers });
    expect(shown.requests?.map(({ values }) => values)).toMatchObject([
      {
        code: 'KP2017-043',
        name: '甲厂',
        listOrder: 43,
        sector: 'industry',
        keyLevel: 'municipal',
        investedBeforeYuan: 0,
        lifecycle: 'preparatory',
      },
      {
        code: 'KP2017-044',
        name: '乙站',
        totalInvestmentYuan: 150_000_000,
        investedBeforeYuan: 2_000_000,
        lifecycle: 'started',
      },
    ]);
    expect(preview(sheet, demo, { answers: { ...answers, 'VALUE_MISSING:C6': 'skip' } }).requests).toHaveLength(1);
  });

  it('that the ledger would refuse is told, and can be left out', () => {
    const sheet = table(['项目名称', '实际开工时间', '实际竣工时间'], [[NAME, '2017年8月', '2017年3月']]);
    const open = preview(sheet, demo);
    expect(open.questions).toMatchObject([{ id: 'INCONSISTENT:4', parameters: { column: 'projects.actualFinish' } }]);
    const left = preview(sheet, demo, { answers: { 'INCONSISTENT:4': 'skip' } });
    expect([left.requests, rowAt(left, 4).fate]).toEqual([[], 'skip']);
  });

  it('is found by its code before its name, and a name that differs is then a change', () => {
    const shown = preview(table(['项目编号', '项目名称', '总投资'], [['KP2017-012', '智能装备产业园', 160_000]]), demo);
    expect(shown.requests).toMatchObject([
      { kind: 'update', record: 'KP2017-012', values: { name: '智能装备产业园' } },
    ]);
    expect(notesAt(shown, 4, 'NAME_CHANGED')).toHaveLength(1);
  });

  it('that repeats a name is asked about', () => {
    const shown = preview(
      table(
        ['项目名称', '总投资', '序号'],
        [
          [NAME, 160_000],
          [NAME, 170_000],
        ],
      ),
      demo,
    );
    expect(shown.questions).toMatchObject([
      { id: 'DUPLICATE_NAME:5', rows: [5], options: [{ value: 'new' }, { value: 'skip' }] },
    ]);
  });

  it('keeps what an empty cell and a missing column do not say', () => {
    const shown = preview(table(['项目名称', '形象进度', '责任人', '总投资'], [[NAME, '', '', '']]), demo);
    expect(shown.requests).toEqual([]);
  });
});

const rows = (total: number, section: number, count: number): ImportPreview =>
  preview(
    table(
      ['序号', '项目名称', '总投资'],
      [
        ['合计(2个)', '', total],
        [`一、工业项目(${count}个)`, '', section],
        [1, NAME, 160_000],
        [2, '电子元器件生产基地项目', 85_000],
      ],
    ),
    demo,
  );

describe('cross-checks', () => {
  it('compare totals, sections and counts with the rows', () => {
    expect(rows(245_000, 245_000, 2).checks).toEqual([]);
    expect(rows(245_100, 245_000, 2).checks).toMatchObject([
      { code: 'TOTAL_MISMATCH', row: 4, expected: '245100万元', found: '245000万元' },
    ]);
    expect(rows(245_000, 245_100, 2).checks).toMatchObject([{ code: 'SECTION_MISMATCH', row: 5 }]);
    expect(rows(245_000, 245_000, 3).checks).toMatchObject([
      { code: 'COUNT_MISMATCH', row: 5, expected: '3', found: '2' },
    ]);
  });
});

const unmapped = (heading: string, ...more: readonly string[]): ReturnType<typeof table> =>
  table(['项目名称', '总盘子', '责任单位', heading, ...more], [[NAME, 170_000, '集聚区管理处', 1]]);

describe('choices', () => {
  it('map a column that no heading names, or leave one out', () => {
    const sheet = table(['项目名称', '总盘子', '责任人', '序号'], [[NAME, 170_000, '赵试一']]);
    expect(preview(sheet, demo).checks).toMatchObject([{ code: 'COLUMN_UNKNOWN', column: 1, where: '总盘子' }]);
    const shown = preview(sheet, demo, { columns: { B: 'totalInvestment', C: null } });
    expect(shown.requests).toMatchObject([{ values: { totalInvestmentYuan: 1_700_000_000 } }]);
    expect(shown.requests?.[0]?.values).not.toHaveProperty('responsiblePerson');
  });

  it('are remembered by a template for the file of the next month', () => {
    const answers = { 'UNKNOWN_UNIT:集聚区管理处': 'unit-01' };
    const first = preview(unmapped('2017年盘子', '备注'), demo, {
      columns: { B: 'totalInvestment', D: 'annualPlan' },
      answers,
    });
    const template = templateOf(first);
    const next = preview(unmapped('2018年盘子'), demo, { template: JSON.parse(JSON.stringify(template)) });
    expect(next.columns.map(({ field }) => field)).toEqual(['name', 'totalInvestment', 'leadUnit', 'annualPlan']);
    expect([next.questions[0]?.answer, changed(next, 4, 'leadUnit')]).toEqual(['unit-01', 'unit-01']);
  });

  it('that answer nothing that was offered leave the question open', () => {
    const sheet = table(['项目名称', '项目级别', '总投资'], [[NAME, '国家级', 160_000]]);
    const id = 'CHOICE_UNREADABLE:keyLevel:国家级';
    for (const answer of ['national', 'constructor', ''])
      expect(preview(sheet, demo, { answers: { [id]: answer } }).requests).toBeNull();
    expect(changed(preview(sheet, demo, { answers: { [id]: 'municipal' } }), 4, 'keyLevel')).toBe('municipal');
  });
});
