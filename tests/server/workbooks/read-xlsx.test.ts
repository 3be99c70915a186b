import { type Cell as FileCell, type WriteSheet, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../core/workbook/workbook.ts';
import { firstSheet, readOne, rowsOf, valuesOf, xlsxOf, xlsxParts, zipOf } from './files.ts';

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

async function written(cells: Record<string, Partial<FileCell>>, sheet: Partial<WriteSheet> = {}, is1904 = false) {
  const file = await writeXlsx({
    sheets: [{ name: '台账', rows: [], cells: new Map(Object.entries(cells)), ...sheet }],
    dateSystem: is1904 ? '1904' : '1900',
  });
  return firstSheet(await readOne(file));
}

const cellOf = async (cell: Partial<FileCell>): Promise<Cell | undefined> =>
  (await written({ '0,0': cell })).rows[0]?.[0];

const fill = (fgColor: object) => ({
  value: 1,
  style: { fill: { type: 'pattern', pattern: 'solid', fgColor } } as const,
});

const STYLES = (xf: string): string => `<styleSheet><cellXfs count="9"><xf numFmtId="0"/>${xf}</cellXfs></styleSheet>`;

describe('a cell of an .xlsx file', () => {
  it('has its number, its format and its text as shown', async () => {
    expect(await cellOf({ value: 2017.1, style: { numFmt: '0.00' } })).toEqual({
      value: 2017.1,
      text: '2017.10',
      format: '0.00',
    });
    expect(await cellOf({ value: 1.401, style: { numFmt: '0.0%' } })).toMatchObject({ value: 1.401, text: '140.1%' });
    expect(await cellOf({ value: 0.1 + 0.2 })).toEqual({ value: 0.1 + 0.2, text: '0.3' });
    expect(await cellOf({ value: true })).toEqual({ value: true, text: 'TRUE' });
    expect(await cellOf({ value: '１２，０００ ' })).toEqual({ value: '１２，０００ ', text: '１２，０００ ' });
  });

  it('is a date when its format shows one, in both systems of counting days', async () => {
    const day = { value: 43069, style: { numFmt: 'yyyy"年"m"月"' } };
    expect(await cellOf(day)).toEqual({
      value: 43069,
      text: '2017年11月',
      format: 'yyyy"年"m"月"',
      date: { year: 2017, month: 11, day: 30 },
    });
    const sheet = await written({ '0,0': { ...day, value: 43069 - 1462 } }, {}, true);
    expect(sheet.rows[0]?.[0]).toMatchObject({
      value: 41607,
      text: '2017年11月',
      date: { year: 2017, month: 11, day: 30 },
    });
  });

  it('is a date at both ends of the calendar, but not when only a time is shown', async () => {
    const format = { style: { numFmt: 'yyyy-mm-dd' } };
    expect((await cellOf({ value: 1, ...format }))?.date).toEqual({ year: 1900, month: 1, day: 1 });
    expect((await cellOf({ value: 61, ...format }))?.date).toEqual({ year: 1900, month: 3, day: 1 });
    expect((await cellOf({ value: 2958465, ...format }))?.date).toEqual({ year: 9999, month: 12, day: 31 });
    expect((await cellOf({ value: 0.5, style: { numFmt: 'h:mm' } }))?.date).toBeUndefined();
  });

  it('keeps the Chinese built-in formats, which a file names by number only', async () => {
    const styles = STYLES('<xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="14"/>');
    const row =
      '<row r="1"><c r="A1" s="1"><v>43069</v></c><c r="B1" s="2"><v>43069</v></c><c r="C1" s="3"><v>43069</v></c></row>';
    const sheet = firstSheet(await readOne(xlsxOf(row, { 'xl/styles.xml': styles })));
    expect(sheet.rows[0]?.map((cell) => [cell?.text, cell?.format])).toEqual([
      ['2017年11月30日', 'yyyy"年"m"月"d"日"'],
      ['2017年11月', 'yyyy"年"m"月"'],
      ['2017/11/30', 'yyyy/m/d'],
    ]);
  });

  it('tells errors and formulas, with and without a kept value', async () => {
    const row =
      '<row r="1"><c r="A1"><f>B1*2</f><v>24</v></c><c r="B1"><f>C1</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="str"><f>"a"</f><v>甲</v></c></row>';
    const sheet = firstSheet(await readOne(xlsxOf(row)));
    expect(sheet.rows[0]).toEqual([
      { value: 24, text: '24', formula: true },
      { value: null, text: '', formula: true },
      { value: null, text: '#DIV/0!', error: '#DIV/0!', formula: true },
      { value: null, text: '#REF!', error: '#REF!' },
      { value: '甲', text: '甲', formula: true },
    ]);
  });

  it('tells rich text, strikethrough and grey fill', async () => {
    const runs = [{ text: '本月' }, { text: '完成', font: { color: { rgb: 'FF0000' } } }];
    expect(await cellOf({ richText: runs })).toEqual({ value: '本月完成', text: '本月完成', rich: true });
    expect(await cellOf({ value: '甲', style: { font: { strikethrough: true } } })).toMatchObject({ strike: true });
    expect(await cellOf(fill({ rgb: 'BFBFBF' }))).toMatchObject({ grey: true });
    expect(await cellOf(fill({ indexed: 22 }))).toMatchObject({ grey: true });
    expect(await cellOf(fill({ rgb: 'FFFF00' }))).not.toHaveProperty('grey');
    expect(await cellOf(fill({ rgb: 'FFFFFF' }))).not.toHaveProperty('grey');
  });

  it('tells grey that is named as a darker white of the theme', async () => {
    const styles =
      '<styleSheet><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="0" tint="-0.25"/></patternFill></fill></fills><cellXfs><xf numFmtId="0"/><xf numFmtId="0" fillId="2" applyFill="1"/></cellXfs></styleSheet>';
    const theme =
      '<a:theme xmlns:a="a"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>';
    const file = xlsxOf('<row r="1"><c r="A1" s="1"><v>1</v></c></row>', {
      'xl/styles.xml': styles,
      'xl/theme/theme1.xml': theme,
    });
    expect(firstSheet(await readOne(file)).rows[0]?.[0]).toMatchObject({ value: 1, grey: true });
  });
});

describe('a sheet of an .xlsx file', () => {
  it('has its merges, hidden rows and columns, clipped to its content', async () => {
    const sheet = await written(
      { '2,2': { value: 1 } },
      {
        rows: [
          ['题', null, null],
          ['甲', null, null],
          [null, null, 1],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 1, startCol: 0, endRow: 500, endCol: 0 },
        ],
        rowDefs: new Map([[1, { hidden: true }]]),
        columns: [{}, { hidden: true }, {}],
      },
    );
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ]);
    expect([sheet.hiddenRows, sheet.hiddenColumns]).toEqual([[1], [1]]);
    expect(valuesOf(sheet)).toEqual([['题'], ['甲'], [null, null, 1]]);
  });

  it('tells whether it is hidden; very hidden is hidden too', async () => {
    const file = await writeXlsx({
      sheets: [
        { name: '一', rows: [[1]] },
        { name: '二', rows: [[2]], hidden: true },
        { name: '三', rows: [[3]], veryHidden: true },
      ],
    });
    const { sheets } = await readOne(file);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一', false],
      ['二', true],
      ['三', true],
    ]);
  });

  it('has the pictures that lie over it, with their bytes', async () => {
    const images = [{ data: PNG, type: 'png', anchor: { from: { row: 3, col: 2 } } }] as const;
    const sheet = await written({ '0,0': { value: 1 } }, { images: [...images] });
    expect(sheet.images).toEqual([{ row: 3, column: 2, type: 'png', bytes: PNG }]);
    expect(sheet.images[0]?.bytes.buffer.byteLength).toBe(PNG.length);
  });

  it('is trimmed to its content when far more is formatted', async () => {
    const rows = rowsOf(90_000, (row) =>
      row === 2 ? '<c r="A2"><v>5</v></c>' : `<c r="A${row}" s="1"/><c r="ZZ${row}" s="1"></c>`,
    );
    expect(valuesOf(firstSheet(await readOne(xlsxOf(rows))))).toEqual([[], [5]]);
  });

  it('is read when its XML has prefixes, as .NET writes it, or cells without addresses', async () => {
    const prefixed =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1" s="0"/></x:row></x:sheetData></x:worksheet>';
    expect(valuesOf(firstSheet(await readOne(zipOf(xlsxParts(prefixed)))))).toEqual([['甲']]);
    const bare = '<row><c><v>1</v></c><c s="1"/><c><v>3</v></c></row>';
    expect(valuesOf(firstSheet(await readOne(xlsxOf(bare))))).toEqual([[1, null, 3]]);
  });

  it('is read beside sheets that hold only a chart', async () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="图" sheetId="2" r:id="r3"/><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>';
    const file = xlsxOf('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/workbook.xml': workbook });
    expect((await readOne(file)).sheets.map(({ name }) => name)).toEqual(['表']);
  });
});

describe('reading', () => {
  it('tells its stages in order', async () => {
    const stages: string[] = [];
    await readOne(xlsxOf('<row r="1"><c r="A1"><v>1</v></c></row>'), 'a', {
      onProgress: (stage) => stages.push(stage),
    });
    expect(stages).toEqual(['unpacking', 'parsing', 'collecting']);
  });

  it('leaves the bytes that it was given alone, also when they are part of something larger', async () => {
    const file = xlsxOf('<row r="1"><c r="A1"><v>1</v></c></row>');
    const around = Buffer.concat([Buffer.alloc(100), file, Buffer.alloc(100)]);
    const part = around.subarray(100, 100 + file.length);
    expect(valuesOf(firstSheet(await readOne(part)))).toEqual([[1]]);
    expect(part.equals(file)).toBe(true);
  });

  it('puts sheets together that come in many pieces', async () => {
    const file = xlsxOf(rowsOf(45_000, (row) => `<c r="A${row}"><v>${row}</v></c>`));
    const values = valuesOf(firstSheet(await readOne(file)));
    expect(values).toHaveLength(45_000);
    expect(values.every(([value], index) => value === index + 1)).toBe(true);
  });
});
