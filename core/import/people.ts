/** Persons' names as they stand in cells. */
import type { CellNote } from './reading.ts';
import { listed, trimmed } from './text.ts';

export interface People {
  /** In the order of the cell, without the spaces that pad short names. */
  readonly names: readonly string[];
  readonly notes: readonly CellNote[];
}

/** Two-character names are padded to the width of three: a space between single Chinese characters is no separator. */
const unpadded = (name: string): string =>
  name
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han}(?:$|[^\p{Script=Han}]))/gu, '')
    .replace(/^(\p{Script=Han}) +(?=\p{Script=Han})/u, '$1');

/** Padding that stands between whole names parts them: `王例安 李例平`. */
const apart = (text: string): readonly string[] => {
  const parts = text.split(/[ \u3000\u00a0]+/);
  return parts.length > 1 && parts.every((part) => /^\p{Script=Han}{2,4}$/u.test(part)) ? parts : [text];
};

/** The persons of a cell; several are parted by line breaks, 、 or commas. */
export function peopleIn(text: string): People {
  const names = listed(text).flatMap(apart).map(unpadded).map(trimmed);
  const notes: CellNote[] = [];
  if (names.join('、') !== listed(text).flatMap(apart).map(trimmed).join('、'))
    notes.push({ code: 'NAME_PADDED', from: text, to: names.join('、') });
  if (names.length > 1) notes.push({ code: 'MULTI_PERSON', from: text, to: names[0] ?? '' });
  return { names, notes };
}
