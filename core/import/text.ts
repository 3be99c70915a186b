/** Text as cells hold it: spaces of every width, full-width digits, characters that nobody sees. */
import { listIn } from '../workbook/list-text.ts';

/** What no text of the ledger may hold: control characters other than a line break, marks of direction. */
const REFUSED = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** What nobody sees and no comparison should stumble over: zero-width characters as well. */
const UNSEEN = /(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The text as it is kept: line breaks as one character, nothing that the ledger refuses, no spaces at its ends. */
export const trimmed = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(REFUSED, '').trim();

/** The text as it is compared and parsed: half-width, without any space. */
export const compact = (text: string): string => text.replace(UNSEEN, '').normalize('NFKC').replace(/\s+/g, '');

const EMPTY_MARK = /^(?:[—–―─\-_/\\*·.…]+|[无空]|没有|暂无|待定|未定|暂定|未下达|不详|n\/?a|null)$/i;

/** Whether a compact text is one of the ways of writing "nothing": `—`, `/`, `无`, `待定`. */
export const isEmptyMark = (plain: string): boolean => EMPTY_MARK.test(plain);

/** Whether a compact text means "the same as above". */
export const isDitto = (plain: string): boolean => /^(?:同上|〃|"|''|′′|″|”|“|〞)$/.test(plain);

/** What exports put before a text that a spreadsheet would take for a formula, taken off again. */
export const withoutGuard = (text: string): string => (/^'+[=+\-@＝＋－＠\t\r]/.test(text) ? text.slice(1) : text);

/** Texts of one cell that stand under each other or are joined by 、 , ; in either width. */
export const listed = (text: string): readonly string[] =>
  listIn(text)
    .map(trimmed)
    .filter((part) => part !== '');

/** A value of a record as a word: texts and numbers as they are, everything else is none. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A short number of a text, for ids: the same text gives the same number (FNV-1a, 52 bits). */
export function textNumber(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return (hash & 0xfffffffffffffn).toString(36);
}
