/** Text that always fits its box: smaller, then on more lines, then with its end left out, in this order. */

/** Width in pixels of a text at a size. */
export type Measure = (text: string, size: number) => number;

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Box {
  readonly width: number;
  /** The size to use when there is room, and the smallest. */
  readonly size: number;
  readonly least: number;
  readonly maxLines: number;
}

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2e7f;

/** Pieces that stay whole: every hanzi alone, Latin words and numbers together. */
const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces[pieces.length - 1];
    const joins = last !== undefined && !isWide(character) && character !== ' ' && !isWide(last) && !last.endsWith(' ');
    const closes = last !== undefined && '，。、；：）》】'.includes(character);
    if (joins || closes) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
};

const breakInto = (text: string, width: number, size: number, measure: Measure): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && measure(line + piece, size) > width) {
      lines.push(line.trim());
      line = piece.trim();
    } else line += piece;
  }
  lines.push(line.trim());
  return lines;
};

/** Lines of about equal length: the width is narrowed as long as no line is added. */
const balanced = (text: string, width: number, size: number, measure: Measure): readonly string[] => {
  const lines = breakInto(text, width, size, measure);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrow = width - size / 2; narrow > 0; narrow -= size / 2) {
    const tried = breakInto(text, narrow, size, measure);
    if (tried.length > lines.length || tried.some((line) => measure(line, size) > width)) return best;
    best = tried;
  }
  return best;
};

const fits = (lines: readonly string[], { width, maxLines }: Box, size: number, measure: Measure): boolean =>
  lines.length <= maxLines && lines.every((line) => measure(line, size) <= width);

/** Two lines on one: words keep the space that the line break stood for, hanzi need none. */
const joined = (line: string, next: string): string => {
  const between = line !== '' && !isWide(line.slice(-1)) && !isWide(next.slice(0, 1));
  return between ? `${line} ${next}` : line + next;
};

const shortened = (text: string, width: number, size: number, measure: Measure): string => {
  const characters = Array.from(text);
  while (characters.length > 1 && measure(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('')}…`;
};

/**
 * A text in a box. One line in the full size when it fits; else one line not below three quarters of it; else
 * as few lines as possible, then the smallest size; what still does not fit loses its end, marked by `…`.
 */
export function fitText(text: string, box: Box, measure: Measure): Fitted {
  const { width, size, maxLines } = box;
  const least = Math.min(box.least, size);
  const gentle = maxLines > 1 ? Math.max(least, Math.ceil(size * 0.78)) : least;
  for (let each = size; each >= gentle; each -= 1)
    if (measure(text, each) <= width) return { size: each, lines: [text] };
  for (let count = 2; count <= maxLines; count += 1) {
    // More lines have to share the height: the text shrinks with their number.
    const largest = Math.floor(size * (count === 2 ? 0.8 : 0.62));
    for (let each = Math.max(least, largest); each >= least; each -= 1) {
      const lines = balanced(text, width, each, measure);
      if (fits(lines, { ...box, maxLines: count }, each, measure)) return { size: each, lines };
    }
  }
  const lines = breakInto(text, width, least, measure);
  // A single word too long for its line makes fewer lines than there may be.
  const count = Math.min(maxLines, lines.length);
  const kept = lines.slice(0, count);
  const rest = lines.slice(count - 1).reduce(joined);
  return { size: least, lines: [...kept.slice(0, -1), shortened(rest, width, least, measure)] };
}
