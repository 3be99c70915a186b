import {
  type Cell as FileCell,
  type CellValue,
  type Color,
  dateToSerial,
  readXlsx,
  type Sheet as FileSheet,
  type Workbook as FileWorkbook,
} from 'hucre';
import { resolveThemeColor } from 'hucre/ooxml';
import type { Cell, Sheet, SheetImage, Workbook } from '../../core/workbook/workbook.ts';
import { booleanCell, errorCell, isGrey, numberCell, textCell } from './cell-content.ts';
import type { WorkbookLimits } from './limits.ts';
import { isSpreadsheet, prepareParts } from './ooxml-parts.ts';
import { imageType } from './signatures.ts';
import { trimSheet } from './sheet-extent.ts';
import { Unreadable } from './unreadable.ts';
import { packParts, readZipParts } from './zip-parts.ts';

/** What a cell's reading depends on besides the cell. */
interface Surroundings {
  readonly is1904: boolean;
  readonly themeColors: readonly string[];
}

/** The greys of the indexed palette: 22 is 25 %, 23 is 50 %, 55 is 40 % grey. */
const INDEXED_GREYS: readonly number[] = [22, 23, 55];

/** Cells name light before dark, the theme lists dark before light (ECMA-376 part 1, 18.3.1.3 and 20.1.6.2). */
const THEME_POSITIONS: readonly number[] = [1, 0, 3, 2];

function isGreyColor(color: Color, themeColors: readonly string[]): boolean {
  if (color.rgb !== undefined) return isGrey(color.rgb);
  if (color.theme !== undefined) {
    const position = THEME_POSITIONS[color.theme] ?? color.theme;
    return isGrey(resolveThemeColor([...themeColors], position, color.tint));
  }
  return color.indexed !== undefined && INDEXED_GREYS.includes(color.indexed);
}

function isGreyFill(cell: FileCell, themeColors: readonly string[]): boolean {
  const fill = cell.style?.fill;
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return false;
  if (fill.pattern !== 'solid') return fill.pattern.toLowerCase().includes('gray');
  return fill.fgColor !== undefined && isGreyColor(fill.fgColor, themeColors);
}

function isStruck(cell: FileCell): boolean {
  const runs = (cell.richText ?? []).filter((run) => run.text.trim() !== '');
  if (runs.length > 0) return runs.every((run) => (run.font ?? cell.style?.font)?.strikethrough === true);
  return cell.style?.font?.strikethrough === true;
}

/** What stands in the cell, without its looks; undefined when nothing does. */
function contentOf(value: CellValue, cell: FileCell | undefined, is1904: boolean): Cell | undefined {
  if (cell?.type === 'error' && typeof value === 'string') return errorCell(value);
  if (value instanceof Date) return numberCell(dateToSerial(value, is1904), cell?.style?.numFmt, is1904);
  if (typeof value === 'number') return numberCell(value, cell?.style?.numFmt, is1904);
  if (typeof value === 'boolean') return booleanCell(value);
  if (typeof value === 'string' && (value !== '' || cell?.formula !== undefined)) return textCell(value);
  return cell?.formula === undefined ? undefined : { value: null, text: '' };
}

function cellOf(value: CellValue, cell: FileCell | undefined, around: Surroundings): Cell | undefined {
  const content = contentOf(value, cell, around.is1904);
  if (!content || !cell) return content;
  return {
    ...content,
    ...(cell.formula === undefined ? {} : { formula: true as const }),
    ...((cell.richText?.length ?? 0) > 1 ? { rich: true as const } : {}),
    ...(isStruck(cell) ? { strike: true as const } : {}),
    ...(isGreyFill(cell, around.themeColors) ? { grey: true as const } : {}),
  };
}

/** The bytes on their own: what the reader gives is a view of the whole unpacked file. */
function copyOnce(copies: Map<number, Uint8Array>, bytes: Uint8Array): Uint8Array {
  const copy = copies.get(bytes.byteOffset) ?? new Uint8Array(bytes);
  copies.set(bytes.byteOffset, copy);
  return copy;
}

function imagesOf(sheet: FileSheet, copies: Map<number, Uint8Array>): readonly SheetImage[] {
  return (sheet.images ?? []).flatMap(({ anchor, data }) => {
    const type = imageType(data);
    if (type === null) return [];
    return [{ row: anchor.from.row, column: anchor.from.col, type, bytes: copyOnce(copies, data) }];
  });
}

/** Pictures that WPS puts into cells: a formula names the picture. */
function cellImagesOf(
  sheet: FileSheet,
  workbook: FileWorkbook,
  copies: Map<number, Uint8Array>,
): readonly SheetImage[] {
  const images = new Map((workbook.cellImages ?? []).map((image) => [image.id, image]));
  if (images.size === 0) return [];
  return [...(sheet.cells ?? [])].flatMap(([key, cell]) => {
    const image = images.get(/DISPIMG\("([^"]+)"/.exec(cell.formula ?? '')?.[1] ?? '');
    const type = image && imageType(image.data);
    if (!image || !type) return [];
    const [row = 0, column = 0] = key.split(',').map(Number);
    return [{ row, column, type, bytes: copyOnce(copies, image.data) }];
  });
}

/** What stands in a cell that shows a picture is the picture's number, for nobody to read. */
const isPicture = (cell: FileCell | undefined): boolean => /\bDISPIMG\(/.test(cell?.formula ?? '');

function sheetOf(sheet: FileSheet, workbook: FileWorkbook, copies: Map<number, Uint8Array>): Sheet {
  const around = { is1904: workbook.dateSystem === '1904', themeColors: workbook.themeColors ?? [] };
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c) => {
      const cell = sheet.cells?.get(`${r},${c}`);
      return isPicture(cell) ? undefined : cellOf(value, cell, around);
    }),
  );
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    images: [...imagesOf(sheet, copies), ...cellImagesOf(sheet, workbook, copies)],
  };
}

/** Reads an OOXML workbook (.xlsx, .xlsm, .xltx, newer .et); anything else in a zip is of no known format. */
export async function readXlsxFile(file: Buffer, limits: WorkbookLimits, onParsing: () => void): Promise<Workbook> {
  const parts = await readZipParts(file, limits);
  if (!isSpreadsheet(parts)) throw new Unreadable('unknown-format');
  prepareParts(parts, limits);
  onParsing();
  const workbook = await readXlsx(packParts(parts), { readStyles: true });
  const copies = new Map<number, Uint8Array>();
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map((sheet) => trimSheet(sheetOf(sheet, workbook, copies), limits)),
  };
}
