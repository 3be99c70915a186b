import * as XLSX from '@e965/xlsx';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook.ts';
import { booleanCell, errorCell, isGrey, numberCell, textCell } from './cell-content.ts';
import type { WorkbookLimits } from './limits.ts';
import { trimSheet } from './sheet-extent.ts';
import { Unreadable } from './unreadable.ts';

const BOF = 0x0809;
const EOF = 0x000a;
const FILEPASS = 0x002f;

/** The library reads on past most damage; a stream of records that does not end as it should is refused here. */
function checkRecords(stream: Buffer): void {
  let depth = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const record = stream.readUInt16LE(at);
    if (depth === 0 && record !== BOF) break;
    if (record === BOF) depth += 1;
    if (record === EOF) depth -= 1;
    if (record === FILEPASS) throw new Unreadable('encrypted');
    at += 4 + stream.readUInt16LE(at + 2);
  }
  if (at === 0 || depth !== 0 || at > stream.length) throw new Unreadable('damaged');
}

/** A stream of a compound file, null when it has none of that name. */
function streamOf(container: unknown, name: string): Buffer | null {
  const entry: unknown = XLSX.CFB.find(container, `/${name}`);
  if (typeof entry !== 'object' || entry === null || !('content' in entry)) return null;
  return entry.content instanceof Uint8Array || Array.isArray(entry.content) ? Buffer.from(entry.content) : null;
}

/** Compound files hold Word documents, encrypted OOXML and much else; only BIFF8 workbooks are read. */
function checkCompound(file: Buffer): void {
  const container: unknown = XLSX.CFB.read(file, { type: 'buffer' });
  if (streamOf(container, 'EncryptedPackage')) throw new Unreadable('encrypted');
  const stream = streamOf(container, 'Workbook');
  if (!stream) throw new Unreadable('unknown-format');
  checkRecords(stream);
}

function contentOf(cell: XLSX.CellObject, is1904: boolean): Cell | undefined {
  if (cell.t === 'e') return errorCell(cell.w ?? '#VALUE!');
  if (typeof cell.v === 'number') {
    // The library's name for the short date of the country; here that is year first.
    const format = cell.z === 'm/d/yy' ? 'yyyy/m/d' : cell.z?.toString();
    return numberCell(cell.v, format, is1904);
  }
  if (typeof cell.v === 'boolean') return booleanCell(cell.v);
  if (typeof cell.v === 'string' && (cell.v !== '' || cell.f !== undefined)) return textCell(cell.v);
  return cell.f === undefined ? undefined : { value: null, text: '' };
}

function hasGreyFill(style: unknown): boolean {
  if (typeof style !== 'object' || style === null || !('fgColor' in style)) return false;
  const color = style.fgColor;
  if (typeof color !== 'object' || color === null || !('rgb' in color)) return false;
  return typeof color.rgb === 'string' && isGrey(color.rgb);
}

function cellOf(cell: XLSX.CellObject | undefined, is1904: boolean): Cell | undefined {
  const content = cell && contentOf(cell, is1904);
  if (!content) return undefined;
  return {
    ...content,
    ...(cell.f === undefined ? {} : { formula: true as const }),
    ...(hasGreyFill(cell.s) ? { grey: true as const } : {}),
  };
}

const hiddenAt = (list: readonly (XLSX.RowInfo | XLSX.ColInfo | undefined)[] | undefined): readonly number[] =>
  Array.from(list ?? []).flatMap((each, index) => (each?.hidden ? [index] : []));

function sheetOf(name: string, index: number, workbook: XLSX.WorkBook): Sheet {
  const sheet: XLSX.WorkSheet = workbook.Sheets[name] ?? {};
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return {
    name,
    hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: Array.from(sheet['!data'] ?? [], (row) => Array.from(row ?? [], (cell) => cellOf(cell, is1904))),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenAt(sheet['!rows']),
    hiddenColumns: hiddenAt(sheet['!cols']),
    images: [],
  };
}

function sheetsOf(workbook: XLSX.WorkBook, limits: WorkbookLimits): readonly Sheet[] {
  if (workbook.SheetNames.length > limits.sheets) throw new Unreadable('too-large');
  return workbook.SheetNames.map((name, index) => trimSheet(sheetOf(name, index, workbook), limits));
}

/** Reads a BIFF8 workbook (.xls, .et). Strikethrough, rich text and pictures are not known of it. */
export function readXlsFile(file: Buffer, limits: WorkbookLimits, onParsing: () => void): Workbook {
  checkCompound(file);
  onParsing();
  const workbook = XLSX.read(file, { type: 'buffer', dense: true, cellStyles: true, cellNF: true, cellDates: false });
  return { format: 'xls', sheets: sheetsOf(workbook, limits) };
}

/** Blocks of merged cells that no table of people's work has; the library would walk through them. */
const ABSURD_SPAN = /\b(?:row|col)span\s*=\s*["']?\s*\d{5,}/i;

/** Reads the tables of a web page, one sheet each; every cell is text. */
export function readHtmlTables(html: string, limits: WorkbookLimits): readonly Sheet[] {
  if (ABSURD_SPAN.test(html)) throw new Unreadable('too-large');
  const tables = html.slice(html.search(/<table[\s>]/i));
  return sheetsOf(XLSX.read(`<html>${tables}`, { type: 'string', dense: true, raw: true }), limits);
}
