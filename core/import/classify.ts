/** Tells records from totals, sections, repeated headings and notes. */
import { KEY_LEVELS, SECTORS, type KeyLevel, type Sector } from '../registers/project-choices.ts';
import { textsOf, type Grid } from './grid.ts';
import { numbersColumns, type Header } from './header.ts';
import { compact } from './text.ts';
import type { RowKind } from './types.ts';

export interface ClassifiedRow {
  /** From 0. */
  readonly row: number;
  readonly kind: RowKind;
  /** Of a section, a total or a note. */
  readonly caption?: string;
  /** 1 for 一、, 2 for (一); a section ends where one of its own level or above begins. */
  readonly level?: 1 | 2;
}

/** What classification needs to know of the table. */
export interface TableShape {
  readonly header: Header;
  /** Columns that name a record, such as the name and the code. */
  readonly nameColumns: readonly number[];
  readonly seqColumn: number | null;
  /** Texts above the headings. */
  readonly titleLines: ReadonlySet<string>;
}

const NUMERAL = '[一二三四五六七八九十]+';
const TOTAL = /^(?:全区|全市|全县)?(?:总计|合计|共计|总合计|累计合计)(?:[(:].*)?$/;
const SUBTOTAL = /^.{0,12}(?:小计|分计|合计)(?:[(:].*)?$/;
const SECTION = new RegExp(`^(?:(${NUMERAL})[、..,]|\\((${NUMERAL})\\)、?|第${NUMERAL}(?:部分|类)[、:]?)`);
const BARE_NUMERAL = new RegExp(`^(?:${NUMERAL}|(\\(${NUMERAL}\\)))[、.]?$`);
const COUNTED = /[((]\d+个[))]$/;
const NOTE =
  /^(?:注|备注|说明|附注|填表|制表|审核|复核|填报|负责人|联系人|单位负责人|报送|报表)[^:]{0,8}:|^(?:注|说明)\d?[、.:]/;

/** How many projects a caption claims: `工业项目(11个)` → 11. */
export const countIn = (caption: string): number | null => {
  const match = /(\d+)个/.exec(compact(caption));
  return match ? Number(match[1]) : null;
};

const sectionWord = (caption: string): string =>
  compact(caption)
    .replace(SECTION, '')
    .replace(/[((].*$/, '')
    .replace(/^[一二三四五六七八九十]+(?=\D)/, '')
    .replace(/(?:类|建设|重点建设)?项目$/, '');

const keyOf = <K extends string>(choices: Readonly<Record<K, { readonly zh: string }>>, word: string): K | null => {
  const found = Object.entries<{ readonly zh: string }>(choices).find(
    ([, { zh }]) => zh === word || `${zh}类` === word || zh === `${word}重点`,
  );
  return found ? (found[0] as K) : null;
};

/** The sector that a section's caption names. */
export const sectorOf = (caption: string): Sector | null => keyOf(SECTORS, sectionWord(caption));

/** The level that a section's caption names. */
export const levelOf = (caption: string): KeyLevel | null =>
  keyOf(KEY_LEVELS, sectionWord(caption)) ?? keyOf(KEY_LEVELS, sectionWord(caption).replace(/级/, ''));

/** Cells that repeat their column's heading. */
function repeats(grid: Grid, row: number, header: Header): number {
  const columns = grid.sheet.rows[row] ?? [];
  return columns.filter((_, column) => {
    const text = compact(grid.text(row, column));
    return text !== '' && header.levels[column]?.some((level) => compact(level) === text);
  }).length;
}

function isRepeatedHeader(grid: Grid, row: number, texts: readonly string[], shape: TableShape): boolean {
  if (texts.every((text) => shape.titleLines.has(text))) return true;
  const same = repeats(grid, row, shape.header);
  if (same >= 3 && same * 2 >= texts.length) return true;
  return numbersColumns(texts) && /^(?:1|\(1\)|甲)$/.test(texts[0] ?? '');
}

function captionOf(grid: Grid, row: number, shape: TableShape): string {
  const seq = shape.seqColumn === null ? '' : compact(grid.text(row, shape.seqColumn));
  const names = shape.nameColumns.map((column) => compact(grid.text(row, column))).filter((text) => text !== '');
  const name = names[0] ?? '';
  if (BARE_NUMERAL.test(seq) && name !== '')
    return `${seq.replace(/[、.]$/, '')}${seq.startsWith('(') ? '' : '、'}${name}`;
  const first = textsOf(grid, row)[0] ?? '';
  return [seq, name, first].find((text) => TOTAL.test(text) || SECTION.test(text) || SUBTOTAL.test(text)) ?? first;
}

/** A caption that stands alone over the whole width: `工业项目(11个)`. */
const standsAlone = (grid: Grid, row: number, texts: readonly string[]): boolean => {
  if (texts.length !== 1) return false;
  const column = (grid.sheet.rows[row] ?? []).findIndex((_, each) => compact(grid.text(row, each)) !== '');
  const merge = grid.mergeAt(row, column);
  return merge !== undefined && merge.right - merge.left >= 2;
};

function kindOf(grid: Grid, row: number, caption: string, texts: readonly string[], shape: TableShape): RowKind {
  if (isRepeatedHeader(grid, row, texts, shape)) return 'repeatedHeader';
  if (TOTAL.test(caption)) return 'total';
  if (SECTION.test(caption)) return 'section';
  if (NOTE.test(texts[0] ?? '')) return 'note';
  if (SUBTOTAL.test(caption)) return 'subtotal';
  if (standsAlone(grid, row, texts)) {
    return COUNTED.test(caption) || sectorOf(caption) || levelOf(caption) ? 'section' : 'note';
  }
  const isNamed = shape.nameColumns.some((column) => compact(grid.blockText(row, column)) !== '');
  return isNamed || texts.length >= 3 ? 'data' : 'note';
}

/** What a row below the headings is. Captions are recognised in the number, the name or the first cell. */
export function classifyRow(grid: Grid, row: number, shape: TableShape): ClassifiedRow {
  const texts = textsOf(grid, row);
  if (texts.length === 0) return { row, kind: 'blank' };
  const caption = captionOf(grid, row, shape);
  const kind = kindOf(grid, row, caption, texts, shape);
  if (kind === 'data') return { row, kind };
  return { row, kind, caption, ...(kind === 'section' ? { level: caption.startsWith('(') ? 2 : 1 } : {}) };
}
