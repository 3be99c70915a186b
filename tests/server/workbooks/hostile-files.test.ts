import * as XLSX from '@e965/xlsx';
import * as fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../server/workbooks/workbooks.ts';
import { firstSheet, problemOf, readOne, rowsOf, valuesOf, xlsxOf, xlsxParts, zipOf } from './files.ts';

const MEGABYTE = 2 ** 20;
const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const numberRow = (row: number): string => `<c r="A${row}"><v>${row}</v></c>`;

const xls = (): Buffer =>
  Buffer.from(
    XLSX.write(
      XLSX.utils.book_new(
        XLSX.utils.aoa_to_sheet([
          ['台账', 1],
          ['例', 2],
        ]),
      ),
      { type: 'buffer', bookType: 'biff8' },
    ),
  );

/** The .xls with its record stream changed. */
function xlsWith(change: (stream: Buffer) => Buffer): Buffer {
  const container = XLSX.CFB.read(xls(), { type: 'buffer' });
  const entry = XLSX.CFB.find(container, '/Workbook');
  entry.content = change(Buffer.from(entry.content));
  entry.size = entry.content.length;
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

/** With the record that says which password is needed, after the first record. */
const withFilePass = (stream: Buffer): Buffer => {
  const at = 4 + stream.readUInt16LE(2);
  return Buffer.concat([stream.subarray(0, at), Buffer.from('2f000600000000000000', 'hex'), stream.subarray(at)]);
};

describe('a file that cannot be read', () => {
  it('is empty', async () => {
    expect(await problemOf(new Uint8Array())).toBe('empty');
    expect(await problemOf(text('\uFEFF \r\n'))).toBe('empty');
  });

  it('is no spreadsheet, whatever its name says', async () => {
    const word = zipOf({
      '[Content_Types].xml':
        '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      'word/document.xml': '<document/>',
    });
    const doc = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(doc, '/WordDocument', text('x'));
    const files = [
      word,
      zipOf({ 'a.txt': 'a' }),
      Buffer.from(XLSX.CFB.write(doc, { type: 'buffer' })),
      text('%PDF-1.7\n%âãÏÓ'),
      Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      text('<?xml version="1.0"?><a/>'),
      Buffer.from([1, 2, 3, 0, 0, 255]),
    ];
    for (const file of files) expect(await problemOf(file)).toBe('unknown-format');
  });

  it('is damaged', async () => {
    const file = xlsxOf(rowsOf(50, numberRow));
    const flipped = Buffer.from(file);
    const inSheet = flipped.indexOf('sheet1.xml') + 60;
    flipped.writeUInt8(flipped.readUInt8(inSheet) ^ 0xff, inSheet);
    const files = [
      file.subarray(0, file.length - 200),
      flipped,
      zipOf(xlsxParts('<worksheet><sheetData><row r="1"><c r=')),
      zipOf({ ...xlsxParts(''), 'xl/workbook.xml': '<workbook' }),
      xls().subarray(0, 600),
      xlsWith((stream) => stream.subarray(0, stream.length - 12)),
    ];
    for (const file of files) expect(await problemOf(file)).toBe('damaged');
  });

  it('is protected with a password', async () => {
    const encryption = { password: '例', spinCount: 1_000 };
    expect(await problemOf(await writeXlsx({ sheets: [{ name: 'a', rows: [[1]] }], encryption }))).toBe('encrypted');
    expect(await problemOf(xlsWith(withFilePass))).toBe('encrypted');
  });

  it('takes too long', async () => {
    expect(await problemOf(xlsxOf(rowsOf(50, numberRow)), { limits: { milliseconds: 1 } })).toBe('too-slow');
  });
});

const isSheet = (path: string): boolean => path.includes('sheet1');

/** 26 cells with formulas. */
const wide = (row: number): string =>
  Array.from(
    { length: 26 },
    (_, c) => `<c r="${String.fromCharCode(65 + c)}${row}"><f>A1+${row * c}</f><v>${row * c * 0.37}</v></c>`,
  ).join('');

describe('a file that is too large', () => {
  it('has too many bytes, sheets, rows, columns or cells', async () => {
    const file = xlsxOf(rowsOf(50, numberRow));
    expect(await problemOf(file, { limits: { fileBytes: file.length - 1 } })).toBe('too-large');
    expect(await problemOf(file, { limits: { rows: 49 } })).toBe('too-large');
    expect(await problemOf(file, { limits: { cells: 49 } })).toBe('too-large');
    expect(await problemOf(file, { limits: { rows: 50, cells: 50 } })).toBeNull();
    expect(await problemOf(xlsxOf('<row r="1"><c r="SG1"><v>1</v></c></row>'))).toBe('too-large');
    expect(await problemOf(text('a\n'.repeat(20)), { limits: { rows: 19 } })).toBe('too-large');
    expect(await problemOf(text('a,'.repeat(500) + 'b'))).toBe('too-large');
    expect(await problemOf(xls(), { limits: { rows: 1 } })).toBe('too-large');
    const sheets = Array.from({ length: 51 }, (_, index) => ({ name: `${index}`, rows: [[1]] }));
    expect(await problemOf(await writeXlsx({ sheets }))).toBe('too-large');
    expect(await problemOf(await writeXlsx({ sheets: sheets.slice(1) }))).toBeNull();
  });

  it('has a million rows', async () => {
    expect(await problemOf(xlsxOf(rowsOf(1_000_000, numberRow)))).toBe('too-large');
  });

  it('names a cell far away, even in the first row', async () => {
    expect(await problemOf(xlsxOf('<row r="1"><c r="A1000000"><v>1</v></c></row>'))).toBe('too-large');
  });

  it('has spans in a web page that nobody made by hand', async () => {
    expect(await problemOf(text('<table><tr><td rowspan="1000000">a</td></tr></table>'))).toBe('too-large');
  });

  it('unpacks to far more than it is: refused with little memory, also when its headers lie', async () => {
    const parts = xlsxParts(Buffer.alloc(600 * MEGABYTE, '0'));
    const honest = zipOf(parts);
    const small = zipOf(parts, (path, size) => (isSheet(path) ? 1_000 : size));
    const none = zipOf(parts, (path, size) => (isSheet(path) ? 0 : size));
    const before = process.memoryUsage().rss;
    expect(await problemOf(honest)).toBe('too-large');
    expect(await problemOf(small)).toBe('damaged');
    expect(await problemOf(none)).toBe('damaged');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * MEGABYTE);
  });

  it('has too many parts', async () => {
    const more = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`xl/${index}.xml`, '']));
    expect(await problemOf(xlsxOf('', more))).toBe('too-large');
  });

  it('needs more memory than the worker may have: only the worker ends', async () => {
    const file = xlsxOf(rowsOf(30_000, wide));
    expect(await problemOf(file, { limits: { heapMegabytes: 64 } })).toBe('too-large');
    expect(valuesOf(firstSheet(await readOne(xlsxOf(rowsOf(1, numberRow)))))).toEqual([[1]]);
  });
});

describe('reading that is called off', () => {
  it('is rejected with the reason, before and while it goes on', async () => {
    const file = xlsxOf(rowsOf(20_000, numberRow));
    const reason = new Error('called off');
    await expect(readWorkbook(file, 'a', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const reading = readWorkbook(file, 'a', { signal: controller.signal, onProgress: () => controller.abort(reason) });
    await expect(reading).rejects.toBe(reason);
  });
});

describe('damaged files of all kinds', () => {
  /** Bytes overwritten, cut off at the end, or taken out of the middle. */
  const damage = fc.record({
    file: fc.integer({ min: 0, max: 4 }),
    overwrite: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 8,
    }),
    keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
  });

  it('are read or refused, and nothing else happens', { timeout: 180_000 }, async () => {
    const files = [
      xlsxOf(rowsOf(50, numberRow)),
      Buffer.from(
        await writeXlsx({
          sheets: [
            {
              name: '台账',
              rows: [
                ['例', 1],
                [null, 2],
              ],
            },
          ],
        }),
      ),
      xls(),
      text('项目,总投资\r\n例,"1,200"\r\n'),
      text('<table><tr><td rowspan=2>例</td><td>1</td></tr><tr><td>2</td></tr></table>'),
    ];
    const samples = fc.sample(damage, { numRuns: 200, seed: 20171130 });
    for (let from = 0; from < samples.length; from += 4) {
      const outcomes = await Promise.all(
        samples.slice(from, from + 4).map(async ({ file, overwrite, keep }) => {
          const bytes = Buffer.from(files[file] ?? []);
          for (const [at, byte] of overwrite) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          const result = await readWorkbook(bytes.subarray(0, Math.ceil(keep * bytes.length)), 'x.xlsx');
          return result.ok ? 'read' : result.problem;
        }),
      );
      for (const outcome of outcomes)
        expect(outcome).toMatch(/^(?:read|empty|unknown-format|damaged|encrypted|too-large)$/);
    }
  });
});
