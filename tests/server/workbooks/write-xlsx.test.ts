import * as fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Table, TableColumn, TableRow } from '../../../core/workbook/table.ts';
import { WORKBOOK_LIMITS } from '../../../server/workbooks/limits.ts';
import { writeXlsx } from '../../../server/workbooks/workbooks.ts';
import { readZipParts } from '../../../server/workbooks/zip-parts.ts';
import { firstSheet, readOne, valuesOf } from './files.ts';

const COLUMNS: readonly TableColumn[] = [
  { headings: ['序号'], format: 'integer' },
  { headings: ['项目名称'], format: 'text', width: 30 },
  { headings: ['总投资'], format: 'wan' },
  { headings: ['2017年计划', '计划投资'], format: 'wan' },
  { headings: ['2017年计划', '时间节点', '一季度'], format: 'text' },
  { headings: ['2017年计划', '时间节点', '二季度'], format: 'text' },
  { headings: ['占年度计划(%)'], format: 'percent' },
  { headings: ['开工'], format: 'date' },
  { headings: ['竣工'], format: 'month' },
];

const data = (...values: TableRow['values']): TableRow => ({ kind: 'data', values });

const LEDGER: Table = {
  name: '2017年 台账',
  title: '××区2017年重点项目台账',
  subtitle: { left: '填报单位:例', right: '截至2017年12月31日  单位:万元' },
  columns: COLUMNS,
  rows: [
    { kind: 'total', values: ['合计(2个)', null, 123_456_789, 20_000, null, null, 140.1, null, null] },
    { kind: 'section', values: ['一、工业项目(2个)', null, null, 20_000, null, null, null, null, null] },
    data(1, '甲', 12_345_678, 10_000, '开工', null, 140.1, '2017-11-30', '2017-03'),
    data(2, '乙', 1, null, null, null, 33.3, '待定', null),
    { kind: 'note', values: ['注:例', null, null, null, null, null, null, null, null] },
  ],
};

/** One value of each format. */
const fiveValues = (row: number) => [`项目${row}`, row * 12_345, 33.3, '2017-11-30', row];

const texts = (rows: readonly (readonly string[])[]): Table => ({
  name: '文字',
  columns: (rows[0] ?? []).map((_, index) => ({ headings: [`列${index}`], format: 'text' })),
  rows: rows.map((values) => data(...values)),
});

async function partsOf(tables: readonly Table[]) {
  const parts = await readZipParts(Buffer.from(await writeXlsx(tables)), WORKBOOK_LIMITS);
  return (path: string): string => parts.get(path)?.toString('utf8') ?? '';
}

describe('a written .xlsx file', () => {
  it('has title, subtitle and headings merged both ways over the rows', async () => {
    const sheet = firstSheet(await readOne(await writeXlsx([LEDGER])));
    expect(valuesOf(sheet).slice(0, 5)).toEqual([
      ['××区2017年重点项目台账'],
      ['填报单位:例', null, null, null, null, '截至2017年12月31日  单位:万元'],
      ['序号', '项目名称', '总投资', '2017年计划', null, null, '占年度计划(%)', '开工', '竣工'],
      [null, null, null, '计划投资', '时间节点'],
      [null, null, null, null, '一季度', '二季度'],
    ]);
    const merges = sheet.merges.map(({ top, left, bottom, right }) => `${top},${left}:${bottom},${right}`);
    const expected =
      '0,0:0,8 1,0:1,4 1,5:1,8 2,3:2,5 3,3:4,3 3,4:3,5 2,0:4,0 2,1:4,1 2,2:4,2 2,6:4,6 2,7:4,7 2,8:4,8 5,0:5,1 6,0:6,2 9,0:9,8';
    expect(merges.toSorted()).toEqual(expected.split(' ').toSorted());
  });

  it('has figures between title and headings, numbers as numbers that look as they were printed', async () => {
    const figures = [
      { label: '按时办结率', value: '96.70%', unit: '147/152' },
      { label: '总投资', value: '658.30', unit: '亿元' },
      { label: '截止', value: '2017-12-05', unit: '' },
    ];
    const { rows } = firstSheet(await readOne(await writeXlsx([{ ...LEDGER, figures }])));
    expect(rows.slice(2, 5)).toMatchObject([
      [{ value: '按时办结率' }, { value: 0.967, text: '96.70%' }, { value: '147/152' }],
      [{ value: '总投资' }, { value: 658.3, text: '658.30' }, { value: '亿元' }],
      [{ value: '截止' }, { value: '2017-12-05' }],
    ]);
    expect(rows[5]?.[0]).toMatchObject({ value: '序号' });
    expect(rows[10]?.slice(0, 2)).toMatchObject([{ value: 1 }, { value: '甲' }]);
  });

  it('has exact 万元, percents and real dates', async () => {
    const { rows } = firstSheet(await readOne(await writeXlsx([LEDGER])));
    expect(rows[7]).toMatchObject(
      [
        { value: 1 },
        { value: '甲' },
        { value: 1234.5678, text: '1234.5678' },
        { value: 1 },
        { value: '开工' },
        {},
        { value: 1.401, text: '140.1%' },
        { value: 43069, text: '2017年11月30日', date: { year: 2017, month: 11, day: 30 } },
        { text: '2017年3月', date: { year: 2017, month: 3, day: 1 } },
      ].map((cell) => (Object.keys(cell).length === 0 ? undefined : cell)),
    );
    expect(rows[8]?.[2]).toEqual({ value: 0.0001, text: '0.0001' });
    expect(rows[8]?.[6]?.value).toBe(0.333);
    expect(rows[8]?.[7]?.value).toBe('待定');
    expect(rows[5]?.[2]?.value).toBe(12345.6789);
  });

  it('freezes its headings, repeats them in print, and fits the width of a landscape A4 page', async () => {
    const part = await partsOf([{ ...LEDGER, name: "例's 台账" }]);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="5" topLeftCell="A6" state="frozen"');
    expect(sheet).toMatch(
      /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/,
    );
    expect(sheet).toMatch(/<col min="2" max="2" width="30"/);
    expect(part('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>'例(?:'|&apos;){2}s 台账'!\$3:\$5</);
  });

  it('has borders, filled bold headings, and bold sections and totals', async () => {
    const sheet = (await readXlsx(await writeXlsx([LEDGER]), { readStyles: true })).sheets[0];
    const styleAt = (row: number, column: number) => sheet?.cells?.get(`${row},${column}`)?.style;
    for (const row of [2, 5, 6]) {
      expect(styleAt(row, 0)).toMatchObject({
        font: { bold: true },
        fill: { pattern: 'solid' },
        border: { top: { style: 'thin' } },
      });
    }
    expect(styleAt(7, 5)?.border?.bottom).toMatchObject({ style: 'thin' });
    expect(styleAt(7, 1)?.font?.bold).toBeUndefined();
    expect(styleAt(0, 0)?.border).toBeUndefined();
  });

  it('keeps texts that look like formulas, errors or escapes as texts', async () => {
    const rows = [['=1+1', '+86', '@x', '-5', '#N/A', '#DIV/0!', '_x0041_', '\tx', ' x ', '甲\n乙', '007', '2017-03']];
    const table = texts(rows);
    const sheet = firstSheet(await readOne(await writeXlsx([table])));
    expect(sheet.rows[1]).toEqual(rows[0]?.map((value) => ({ value, text: value })));
    expect((await partsOf([table]))('xl/worksheets/sheet1.xml')).not.toContain('<f');
  });

  it('gives any text back as it was', async () => {
    const row = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 4, maxLength: 4 });
    const rows = fc.sample(row, { numRuns: 200, seed: 42 });
    expect(valuesOf(firstSheet(await readOne(await writeXlsx([texts(rows)])))).slice(1)).toEqual(rows);
  });

  it('has one sheet a table, with names that spreadsheets accept', async () => {
    const names = ['a/b:[1]', 'A_B__1_', '', "'例'", '长'.repeat(40), '长'.repeat(40)];
    const { sheets } = await readOne(await writeXlsx(names.map((name) => ({ ...LEDGER, name }))));
    expect(sheets.map(({ name }) => name)).toEqual([
      'a_b__1_',
      'A_B__1_(2)',
      'Sheet',
      '例',
      '长'.repeat(31),
      `${'长'.repeat(28)}(2)`,
    ]);
  });

  it('can have a single column, no rows, and no title', async () => {
    const table: Table = {
      name: '一',
      subtitle: { left: '左', right: '右' },
      columns: [{ headings: ['甲'], format: 'text' }],
      rows: [],
    };
    expect(valuesOf(firstSheet(await readOne(await writeXlsx([table]))))).toEqual([['左  右'], ['甲']]);
  });

  it('of 20,000 rows and 25 columns is written beside other work', async () => {
    const formats = ['text', 'wan', 'percent', 'date', 'integer'] as const;
    const table: Table = {
      name: '大',
      columns: Array.from({ length: 25 }, (_, c) => ({ headings: [`列${c}`], format: formats[c % 5] ?? 'text' })),
      rows: Array.from({ length: 20_000 }, (_, r) => {
        const five = fiveValues(r);
        return data(...five, ...five, ...five, ...five, ...five);
      }),
    };
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const file = await writeXlsx([table]);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(25);
    const sheet = firstSheet(await readOne(file));
    expect(sheet.rows).toHaveLength(20_001);
    expect(sheet.rows[20_000]?.slice(20).map((cell) => cell?.value)).toEqual([
      '项目19999',
      24_688.7655,
      0.333,
      43069,
      19_999,
    ]);
  });

  it('is refused without tables', async () => {
    await expect(writeXlsx([])).rejects.toThrow(RangeError);
  });
});
