/** Files made for the tests, as other programs would write them. */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Result } from '../../../core/result.ts';
import type { Cell, Sheet, Workbook, WorkbookProblem } from '../../../core/workbook/workbook.ts';
import { type ReadOptions, readWorkbook } from '../../../server/workbooks/workbooks.ts';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip file; `declare` can make its headers lie about a part's size. */
export function zipOf(parts: Parts, declare: (path: string, size: number) => number = (_, size) => size): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path);
    const part = Buffer.from(content);
    const packed = deflateRawSync(part);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(part), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(declare(path, part.length), 8);
    sizes.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([Buffer.from('504b030414000000080000000000', 'hex'), sizes]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b0102140014000000080000000000', 'hex'), sizes, at, name);
    bodies.push(local, name, packed);
    offset += local.length + name.length + packed.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.from('504b0506000000000000000000000000000000000000', 'hex');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** The parts of a workbook with one sheet, whose XML is given; other parts can be added or replaced. */
export const xlsxParts = (sheet: string | Uint8Array, more: Parts = {}): Parts => ({
  '[Content_Types].xml':
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'styles', 'styles.xml')}${relation('r3', 'chartsheet', 'chartsheets/sheet2.xml')}</Relationships>`,
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
});

export const worksheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** A workbook of one sheet with these rows (`<row>` elements). */
export const xlsxOf = (rows: string, more?: Parts): Buffer => zipOf(xlsxParts(worksheet(rows), more));

/** Rows with one cell each, numbered from 1. */
export const rowsOf = (count: number, cell: (row: number) => string): string =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cell(index + 1)}</row>`).join('');

export function valueOf<T>(result: Result<T, WorkbookProblem>): T {
  if (!result.ok) throw new Error(`not read: ${result.problem}`);
  return result.value;
}

export async function readOne(bytes: Uint8Array, fileName = 'file', options?: ReadOptions): Promise<Workbook> {
  return valueOf(await readWorkbook(bytes, fileName, options));
}

export const problemOf = async (bytes: Uint8Array, options?: ReadOptions): Promise<WorkbookProblem | null> => {
  const result = await readWorkbook(bytes, 'file.xlsx', options);
  return result.ok ? null : result.problem;
};

export const firstSheet = (workbook: Workbook): Sheet => {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

export const valuesOf = (sheet: Sheet): readonly (readonly Cell['value'][])[] =>
  sheet.rows.map((row) => row.map((cell) => cell?.value ?? null));
