/** Several texts in one cell: joined by 、 and, where one of them holds a separator itself, in quotation marks. */

const SEPARATOR = /[\n、,，;；]/;
const QUOTED = /^\s*"((?:[^"]|"")*)"\s*(?:[\n、,，;；]+|$)/;
const PLAIN = /^([^\n、,，;；]*)(?:[\n、,，;；]+|$)/;

const quoted = (text: string): string =>
  SEPARATOR.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;

/** One text that `listIn` takes apart into the same texts, as long as these have no spaces at their ends. */
export const listText = (texts: readonly string[]): string => texts.map(quoted).join('、');

/** The texts of a cell, parted by line breaks, 、 , or ; in either width; what stands in quotation marks is one text. */
export function listIn(text: string): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    const match = QUOTED.exec(rest);
    const each = match ? (match[1] ?? '').replaceAll('""', '"') : (PLAIN.exec(rest)?.[1] ?? rest);
    found.push(each.trim());
    rest = rest.slice((match ?? PLAIN.exec(rest) ?? [rest])[0].length);
  }
  return found.filter((each) => each !== '');
}
