import { describe, expect, it } from 'vitest';
import { createGrid } from '../../../core/import/grid.ts';
import { findHeader } from '../../../core/import/header.ts';
import { headingsFor } from '../../../core/import/headings.ts';
import { prepareImport } from '../../../core/import/prepare.ts';
import { demoLedger } from '../../support/ledger.ts';
import { preview, sheetOf, TITLE, workbookOf, type SheetOptions, type Written } from './sheets.ts';

const demo = demoLedger();
const words = headingsFor('ledger', demo);

const found = (rows: readonly (readonly Written[])[], options: SheetOptions = {}): unknown => {
  const header = findHeader(createGrid(sheetOf(rows, options)), words);
  return header && [header.top, header.bottom, header.levels.map((levels) => levels.join('/'))];
};

const facts = (title: string, line: string, name = '台账'): unknown => {
  const shown = preview(sheetOf([[title], [line], ['项目名称', '总投资', '年内累计完成投资']], { name }), demo);
  return [shown.year, shown.asOf, shown.moneyUnit];
};

const month = (name: string, line: string, hidden = false) =>
  sheetOf([['2017年台账'], [line], ['项目名称', '总投资', '年内累计完成投资']], { name, hidden });

describe('the header of a sheet', () => {
  it('of one level is the first row with three known headings', () => {
    const rows = [...TITLE, ['序号', '项目名称', '总投资(万元)'], [1, '示范项目', 100]];
    expect(found(rows)).toEqual([2, 2, ['序号', '项目名称', '总投资(万元)', '']]);
  });

  it('of two levels is joined downward through its merges', () => {
    const rows = [
      ['序号', '项目名称', '2017年计划', '', '责任单位'],
      ['', '', '计划投资', '一季度', ''],
      [1, '示范项目', 100, '开工', '柳园乡'],
    ];
    const merges = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'];
    expect(found(rows, { merges })).toEqual([
      0,
      1,
      ['序号', '项目名称', '2017年计划/计划投资', '2017年计划/一季度', '责任单位'],
    ]);
  });

  const three = [
    ['序号', '项目名称', '2017年计划', '', '', '进展情况', ''],
    ['', '', '计划投资', '时间节点', '', '本月完成投资', '年内累计完成投资'],
    ['', '', '', '一季度', '二季度', '', ''],
    [1, '示范项目', 100, '开工', '封顶', 5, 10],
  ];
  const joined = [
    '序号',
    '项目名称',
    '2017年计划/计划投资',
    '2017年计划/时间节点/一季度',
    '2017年计划/时间节点/二季度',
    '进展情况/本月完成投资',
    '进展情况/年内累计完成投资',
  ];

  it('of three levels, merged both ways', () => {
    const merges = ['A1:A3', 'B1:B3', 'C1:E1', 'C2:C3', 'D2:E2', 'F1:G1', 'F2:F3', 'G2:G3'];
    expect(found(three, { merges })).toEqual([0, 2, joined]);
  });

  it('of three levels without merges, as CSV holds it', () => {
    expect(found(three)).toEqual([0, 2, joined]);
  });

  it('does not swallow a total or a record below it', () => {
    const merges = ['A1:A2', 'B1:B2', 'C1:D1'];
    const rows = [
      ['序号', '项目名称', '2017年计划', ''],
      ['', '', '计划投资', '一季度'],
      ['合计(1个)', '', '', ''],
      ['', '无编号项目', '', ''],
    ];
    expect(found(rows, { merges })).toEqual([0, 1, ['序号', '项目名称', '2017年计划/计划投资', '2017年计划/一季度']]);
  });

  it('is not found where fewer than three headings are known', () => {
    const sheet = sheetOf([
      ['项目名称', '颜色', '总投资'],
      ['示范项目', '红', 1],
    ]);
    expect(prepareImport(workbookOf(sheet), demo, {})).toMatchObject({
      ok: false,
      problem: { code: 'HEADER_NOT_FOUND' },
    });
  });

  it('has its columns numbered in a row that is no record', () => {
    const rows = [
      ...TITLE,
      ['序号', '项目名称', '总投资', '责任单位'],
      ['甲', '乙', 1, 2, 3, 4],
      [1, '森源充电桩项目', 12_000, '区交通运输局'],
    ];
    expect(preview(sheetOf(rows), demo).rows.map(({ kind }) => kind)).toEqual(['repeatedHeader', 'data']);
  });
});

describe('what stands above the header', () => {
  it('tells the year, the cut-off and the unit of money', () => {
    expect(facts('××区2017年重点项目台账', '截至2017年11月30日 单位:万元、个')).toEqual([2017, '2017-11-30', '万元']);
    expect(facts('××区2018年重点项目台账', '截止2月底　　单位：亿元')).toEqual([2018, '2018-02-28', '亿元']);
    expect(facts('2017年1-11月重点项目完成情况', '单位:元')).toEqual([2017, '2017-11-30', '元']);
    expect(facts('重点项目台账(2017年)', '', '9月')).toEqual([2017, '2017-09-30', '万元']);
  });

  it('is asked for, or taken from the settings with a warning, where it says nothing', () => {
    const shown = preview(
      sheetOf([
        ['项目名称', '总投资', '年内累计完成投资'],
        ['森源充电桩项目', 12_000, 8400],
      ]),
      demo,
    );
    expect(shown.questions).toMatchObject([{ id: 'AS_OF_UNKNOWN', rows: [], allowFree: true }]);
    expect(shown.checks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['YEAR_ASSUMED', 'MONEY_UNIT_ASSUMED']),
    );
    expect(shown.requests).toBeNull();
    expect(preview(shownSheet, demo, { asOf: shown.questions[0]?.options[0]?.value as never }).requests).toEqual([]);
  });
  const shownSheet = sheetOf([
    ['项目名称', '总投资', '年内累计完成投资'],
    ['森源充电桩项目', 12_000, 8400],
  ]);

  it('does not outdo a unit that a heading names for its own column', () => {
    const rows = [...TITLE, ['项目名称', '总投资(亿元)', '年度计划投资'], ['森源充电桩项目', 1.2, 7000]];
    expect(preview(sheetOf(rows), demo).requests).toEqual([]);
  });
});

describe('a workbook of several sheets', () => {
  const workbook = workbookOf([
    month('10月', '截至2017年10月31日'),
    month('11月', '截至2017年11月30日'),
    month('12月', '截至2017年12月31日', true),
    sheetOf([['说明']], { name: '说明' }),
  ]);

  const of = (sheet?: string): unknown => {
    const prepared = prepareImport(workbook, demo, sheet === undefined ? {} : { sheet });
    return prepared.ok ? prepared.value.sheets.find(({ chosen }) => chosen)?.name : prepared.problem.code;
  };

  it('is read from the visible sheet with the latest figures, unless another is chosen', () => {
    expect([of(), of('10月'), of('12月'), of('9月'), of('说明')]).toEqual([
      '11月',
      '10月',
      '12月',
      'UNKNOWN_SHEET',
      'HEADER_NOT_FOUND',
    ]);
  });
});
