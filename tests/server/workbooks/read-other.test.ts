import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { firstSheet, readOne, valuesOf } from './files.ts';

/** 项目名称,总投资 / 例一,1200 in GBK, as Chinese spreadsheets save CSV. */
const GBK = Buffer.from('cfeec4bfc3fbb3c62cd7dccdb6d7ca0ac0fdd2bb2c313230300d0a', 'hex');
const EXPECTED = [
  ['项目名称', '总投资'],
  ['例一', '1200'],
];

const csv = (text: string): Buffer => Buffer.from(text, 'utf8');
const readCsv = async (bytes: Uint8Array) => valuesOf(firstSheet(await readOne(bytes, 'x.csv')));

function xls(): Buffer {
  const sheet: XLSX.WorkSheet = {
    '!ref': 'A1:F4',
    A1: { t: 's', v: '台账' },
    A2: { t: 'n', v: 43069, z: 'yyyy"年"m"月"d"日"' },
    B2: { t: 'n', v: 2017.1, z: '0.00' },
    C2: { t: 'n', v: 24, f: 'B3*2' },
    D2: { t: 'e', v: 0x07 },
    E2: { t: 'b', v: true },
    F2: { t: 'n', v: 43069, z: 'm/d/yy' },
    '!merges': [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }],
    '!cols': [{}, { hidden: true }],
  };
  const workbook = XLSX.utils.book_new(sheet, '一月');
  XLSX.utils.book_append_sheet(workbook, XLSX.utils.aoa_to_sheet([[1]]), '二月');
  workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return Buffer.from(XLSX.write(workbook, { type: 'buffer', bookType: 'biff8' }));
}

describe('an .xls file', () => {
  it('has values, formats, dates, formulas and errors', async () => {
    const workbook = await readOne(xls(), 'ledger.xls');
    expect(workbook.format).toBe('xls');
    const sheet = firstSheet(workbook);
    expect(sheet.rows[1]).toEqual([
      {
        value: 43069,
        text: '2017年11月30日',
        format: 'yyyy"年"m"月"d"日"',
        date: { year: 2017, month: 11, day: 30 },
      },
      { value: 2017.1, text: '2017.10', format: '0.00' },
      expect.objectContaining({ value: 24, text: '24' }),
      { value: null, text: '#DIV/0!', error: '#DIV/0!' },
      { value: true, text: 'TRUE' },
      { value: 43069, text: '2017/11/30', format: 'yyyy/m/d', date: { year: 2017, month: 11, day: 30 } },
    ]);
  });

  it('has merges, hidden columns and hidden sheets', async () => {
    const { sheets } = await readOne(xls());
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一月', false],
      ['二月', true],
    ]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
    expect(sheets[0]?.hiddenColumns).toEqual([1]);
  });
});

const page = (meta: string) =>
  `<html><head>${meta}</head><body><table><tr><td colspan=2>题</td></tr><tr><td rowspan="2">柳园乡</td><td>2017.10</td></tr><tr><td>1,200&nbsp;&amp;</td></tr></table></body></html>`;

describe('a web page that is called .xls', () => {
  it('is its table, with spans as merges and every cell as the text that it is', async () => {
    const workbook = await readOne(csv(page('')), 'a.xls');
    expect([workbook.format, workbook.encoding]).toEqual(['html', 'utf-8']);
    expect(valuesOf(firstSheet(workbook))).toEqual([['题'], ['柳园乡', '2017.10'], [null, '1,200 &']]);
    expect(firstSheet(workbook).merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
  });

  it('is decoded as it says', async () => {
    const start = Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=gb2312"><table><tr><td>');
    const workbook = await readOne(
      Buffer.concat([start, Buffer.from('cfeec4bf', 'hex'), Buffer.from('</td></tr></table>')]),
    );
    expect(workbook.encoding).toBe('gb18030');
    expect(valuesOf(firstSheet(workbook))).toEqual([['项目']]);
  });
});

describe('a CSV file', () => {
  it('is decoded by its mark, as UTF-8, or as GB18030', async () => {
    const text = '项目名称,总投资\r\n例一,1200\r\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const files = { 'utf-8': csv(text), gb18030: GBK, 'utf-16le': utf16, 'utf-16be': Buffer.from(utf16).swap16() };
    for (const [encoding, bytes] of Object.entries(files)) {
      const workbook = await readOne(bytes, 'x.csv');
      expect([workbook.format, workbook.encoding]).toEqual(['csv', encoding]);
      expect(valuesOf(firstSheet(workbook))).toEqual(EXPECTED);
    }
    expect(await readCsv(csv(`\uFEFF${text}`))).toEqual(EXPECTED);
  });

  it('is named after the file, without folder and ending', async () => {
    expect(firstSheet(await readOne(GBK, 'C:\\tmp\\台账(2).v1.csv')).name).toBe('台账(2).v1');
  });

  it('may use commas, semicolons or tabs, whatever stands in its title', async () => {
    expect(await readCsv(csv('a;b;c\n1,5;2,5;3\n1,5;2;3'))).toEqual([
      ['a', 'b', 'c'],
      ['1,5', '2,5', '3'],
      ['1,5', '2', '3'],
    ]);
    expect(await readCsv(csv('题,目\na\tb\tc\n1\t2\t3'))).toEqual([['题,目'], ['a', 'b', 'c'], ['1', '2', '3']]);
    expect(await readCsv(csv('a\nb'))).toEqual([['a'], ['b']]);
  });

  it('may mix line endings; a line break in quotes is part of the field', async () => {
    expect(await readCsv(csv('a,b\r\n1,2\n3,4\r5,6'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(await readCsv(csv('"a\nb",c\r\n1,2'))).toEqual([
      ['a\nb', 'c'],
      ['1', '2'],
    ]);
  });

  it('keeps empty lines, so that rows have the numbers that people see', async () => {
    expect(await readCsv(csv('a,b\n\n1,2\n\n'))).toEqual([['a', 'b'], [], ['1', '2']]);
  });

  it('is read in spite of stray and unclosed quotes', async () => {
    expect(await readCsv(csv('a,5"管\nb,c'))).toEqual([
      ['a', '5"管'],
      ['b', 'c'],
    ]);
    expect(await readCsv(csv('a,"b\n1,2'))).toEqual([
      ['a', '"b'],
      ['1', '2'],
    ]);
  });
});
