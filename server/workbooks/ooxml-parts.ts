import type { WorkbookLimits } from './limits.ts';
import { Unreadable } from './unreadable.ts';
import type { ZipParts } from './zip-parts.ts';

/**
 * Built-in number formats as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30, zh-cn). Files name them by
 * number only, so they are written into the styles before the reader sees them.
 */
const CHINESE_FORMATS: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const FORMATS_XML = Object.entries(CHINESE_FORMATS)
  .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  .join('');

/** The file's own formats come later and win. */
function nameChineseFormats(styles: string): string {
  const list = /<((?:\w+:)?)numFmts(?:\s[^<>]*[^/])?>/.exec(styles);
  if (list) {
    const at = list.index + list[0].length;
    return styles.slice(0, at) + FORMATS_XML + styles.slice(at);
  }
  const root = /<(?:\w+:)?styleSheet(?:\s[^<>]*)?>/.exec(styles);
  if (!root) return styles;
  const at = root.index + root[0].length;
  return `${styles.slice(0, at)}<numFmts>${FORMATS_XML}</numFmts>${styles.slice(at)}`;
}

const EMPTY_CELL = /<(?:\w+:)?c\s[^<>]*(?:\/>|>\s*<\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:\w+:)?row>)/g;
const UNPLACED = /<(?:\w+:)?(?:c|row)(?=[\s>/])(?![^<>]*\sr=")/;
const ROW_NUMBER = /<(?:\w+:)?row\s(?:[^<>]*?\s)?r="(\d+)"/g;
const WIDE_COLUMN = /<(?:\w+:)?c\s(?:[^<>]*?\s)?r="([A-Z]{2,})\d+"/g;

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Cells that are only formatted are dropped, and rows of nothing else; hidden rows stay, to be reported. */
function dropEmptyCells(xml: string, limits: WorkbookLimits): string {
  // A cell without its address stands after the one before it, so there nothing may be taken away.
  if (UNPLACED.test(xml)) return xml;
  return xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, (row) => {
    const isHidden = /\shidden="(?:1|true)"/.test(row);
    return isHidden && Number(/\sr="(\d+)"/.exec(row)?.[1]) <= limits.rows ? row : '';
  });
}

function checkExtent(xml: string, limits: WorkbookLimits): void {
  for (const match of xml.matchAll(ROW_NUMBER)) {
    if (Number(match[1]) > limits.rows) throw new Unreadable('too-large');
  }
  for (const match of xml.matchAll(WIDE_COLUMN)) {
    if (columnNumber(match[1] ?? '') > limits.columns) throw new Unreadable('too-large');
  }
}

/** A sheet without what holds nothing; refused when it is too large even so. Works on Latin-1, so on bytes. */
function thinSheet(xml: string, limits: WorkbookLimits): string {
  const thin = dropEmptyCells(xml, limits);
  checkExtent(thin, limits);
  return thin;
}

const OTHER_SHEETS =
  /<(?:\w+:)?Relationship\s[^<>]*\/(?:chartsheet|dialogsheet|xlMacrosheet|xlIntlMacrosheet)"[^<>]*>/g;

/** Sheets that hold no cells (a chart on its own sheet, old macros) are taken out of the workbook's list. */
function dropOtherSheets(workbook: string, relations: string): string {
  const ids = [...relations.matchAll(OTHER_SHEETS)].map((match) => /\sId="([^"]*)"/.exec(match[0])?.[1]);
  return workbook.replace(/<(?:\w+:)?sheet\s[^<>]*>/g, (sheet) =>
    ids.includes(/\s\w+:id="([^"]*)"/.exec(sheet)?.[1]) ? '' : sheet,
  );
}

const CELL = /<(?:\w+:)?c[\s>]/g;

function countCells(xml: string): number {
  let count = 0;
  for (const _ of xml.matchAll(CELL)) count += 1;
  return count;
}

const latin = (part: Buffer): string => part.toString('latin1');
const startOf = (part: Buffer): string => part.toString('latin1', 0, 4_096);

function prepareWorkbook(parts: ZipParts, path: string, workbook: Buffer, limits: WorkbookLimits): void {
  const relations = parts.get(path.replace(/([^/]+)$/, '_rels/$1.rels'));
  const xml = dropOtherSheets(latin(workbook), relations ? latin(relations) : '');
  if ((xml.match(/<(?:\w+:)?sheet\s/g) ?? []).length > limits.sheets) throw new Unreadable('too-large');
  parts.set(path, Buffer.from(xml, 'latin1'));
}

/** Makes the parts of an OOXML workbook fit to be read: small, with named formats, with sheets of cells only. */
export function prepareParts(parts: ZipParts, limits: WorkbookLimits): void {
  let cells = 0;
  for (const [path, part] of parts) {
    if (!path.endsWith('.xml')) continue;
    const start = startOf(part);
    if (/<(?:\w+:)?worksheet[\s>]/.test(start)) {
      const thin = thinSheet(latin(part), limits);
      cells += countCells(thin);
      if (cells > limits.cells) throw new Unreadable('too-large');
      parts.set(path, Buffer.from(thin, 'latin1'));
    } else if (/<(?:\w+:)?workbook[\s>]/.test(start)) {
      prepareWorkbook(parts, path, part, limits);
    } else if (/<(?:\w+:)?styleSheet[\s>]/.test(start)) {
      parts.set(path, Buffer.from(nameChineseFormats(part.toString('utf8')), 'utf8'));
    }
  }
}

/** Whether the container is a workbook of XML parts, by its list of contents. */
export function isSpreadsheet(parts: ZipParts): boolean {
  const contents = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  return /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template|addin)\.macroEnabled)\.main\+xml/.test(
    contents,
  );
}
