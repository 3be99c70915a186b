import { describe, expect, it } from 'vitest';
import type { Table, TableRow } from '../../../core/workbook/table.ts';
import { writeCsv } from '../../../server/workbooks/workbooks.ts';
import { firstSheet, readOne, valuesOf } from './files.ts';

const row = (...values: TableRow['values']): TableRow => ({ kind: 'data', values });

const table = (...rows: readonly TableRow[]): Table => ({
  name: '台账',
  title: '题',
  columns: [
    { headings: ['项目名称'], format: 'text' },
    { headings: ['2017年计划', '计划投资'], format: 'wan' },
    { headings: ['占年度计划(%)'], format: 'percent' },
    { headings: ['竣工'], format: 'month' },
  ],
  rows,
});

const textOf = (written: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(written);
const HEADINGS = '项目名称,2017年计划/计划投资,占年度计划(%),竣工';

describe('a written CSV file', () => {
  it('starts with a mark, has one line of headings and CRLF at every end', () => {
    expect(textOf(writeCsv(table(row('甲', 12_345_678, 140.1, '2017-03'), row('乙', null, null, null))))).toBe(
      `\uFEFF${HEADINGS}\r\n甲,1234.5678,140.1%,2017-03\r\n乙,,,\r\n`,
    );
  });

  it('quotes what needs it', () => {
    expect(textOf(writeCsv(table(row('a,b', 0, 0, 'c"d'), row('e\nf', 0, 0, 'g'))))).toBe(
      `\uFEFF${HEADINGS}\r\n"a,b",0,0%,"c""d"\r\n"e\nf",0,0%,g\r\n`,
    );
  });

  it('puts an apostrophe before texts that start like a formula, and not before numbers', async () => {
    const starts = ['=1+1', '+86', '-5', '@x', '\tx', '\rx', '=a,"b', '＝1', '＋1', '－1', '＠x'];
    const written = writeCsv(table(...starts.map((text) => row(text, -50_000, -3.5, null))));
    const sheet = firstSheet(await readOne(written));
    expect(valuesOf(sheet).slice(1)).toEqual(starts.map((text) => [`'${text}`, '-5', '-3.5%']));
  });

  it('has figures above the headings, apart by an empty line', () => {
    const figures = [
      { label: '按时办结率', value: '96.7%', unit: '147/152' },
      { label: '=总投资', value: '658.31', unit: '亿元' },
    ];
    expect(textOf(writeCsv({ ...table(row('甲', 0, 0, null)), figures }))).toBe(
      `\uFEFF按时办结率,96.7%,147/152\r\n'=总投资,658.31,亿元\r\n\r\n${HEADINGS}\r\n甲,0,0%,\r\n`,
    );
  });

  it('gives its fields back when it is read', async () => {
    const workbook = await readOne(writeCsv(table(row('甲\r\n"乙",丙;丁', 10_000, 33.3, '2017-03'))), '台账.csv');
    expect(workbook.encoding).toBe('utf-8');
    expect(valuesOf(firstSheet(workbook))[1]).toEqual(['甲\r\n"乙",丙;丁', '1', '33.3%', '2017-03']);
  });
});
