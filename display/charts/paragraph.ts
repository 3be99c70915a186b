/** Running text set in a box at the largest size that fits, by the rules for Chinese lines. */
import type { Measure } from '../text/fit.ts';

export interface Paragraph {
  readonly size: number;
  readonly lines: readonly string[];
  /** A long text begins two characters in and stands flush left; a short one is centred, its lines of about one length. */
  readonly long: boolean;
}

export interface ParagraphBox {
  readonly width: number;
  readonly height: number;
  /** The largest and the smallest size of type, in pixels. */
  readonly most: number;
  readonly least: number;
  /** The height of a line as a share of its size. */
  readonly leading: number;
}

/** Signs that may not begin a line, and those that may not end one. */
const NEVER_FIRST = '，。、；：！？）》】〉」』”’…—～·,.;:!?)]}%％';
const NEVER_LAST = '（《【〈「『“‘([{';
const SHORT_LINES = 3;
const INDENT = 2;
const LEAST_LAST_LINE = 3;

const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) > 0x2e7f;
const isLatin = (character: string): boolean => !isWide(character) && character !== ' ';

interface Piece {
  readonly text: string;
  /** At a size of one pixel. */
  readonly width: number;
}

/** What stays on one line: every hanzi with the signs that belong to it, Latin words and numbers whole. */
export function piecesOf(text: string, measure: Measure): readonly Piece[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces[pieces.length - 1] ?? '';
    const end = last.slice(-1);
    const joins = last !== '' && isLatin(character) && isLatin(end);
    const belongs = last !== '' && (NEVER_FIRST.includes(character) || (NEVER_LAST.includes(end) && end !== ''));
    if (joins || belongs) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces.map((each) => ({ text: each, width: measure(each, 100) / 100 }));
}

/** Lines of at most a width in characters, the first shorter by an indent. */
function broken(pieces: readonly Piece[], width: number, indent: number): readonly Piece[][] {
  const lines: Piece[][] = [[]];
  let used = indent;
  for (const piece of pieces) {
    const line = lines[lines.length - 1] ?? [];
    if (line.length > 0 && used + piece.width > width) {
      if (piece.text !== ' ') lines.push([piece]);
      used = piece.text === ' ' ? width : piece.width;
    } else {
      line.push(piece);
      used += piece.width;
    }
  }
  return lines;
}

const widthOf = (line: readonly Piece[]): number => line.reduce((sum, { width }) => sum + width, 0);
const isTooWide = (lines: readonly (readonly Piece[])[], width: number, indent: number): boolean =>
  lines.some((line, index) => widthOf(line) + (index === 0 ? indent : 0) > width + 0.01);

/** As narrow as the number of lines allows, for a text of few lines; a long one only until its last line is no single word. */
function balanced(pieces: readonly Piece[], width: number, indent: number): readonly Piece[][] {
  let best = broken(pieces, width, indent);
  if (best.length < 2) return best;
  const isShort = indent === 0;
  for (let narrow = width - 0.5; narrow > width * (isShort ? 0.5 : 0.88); narrow -= 0.5) {
    if (!isShort && widthOf(best[best.length - 1] ?? []) >= LEAST_LAST_LINE) break;
    const tried = broken(pieces, narrow, indent);
    if (tried.length > best.length || isTooWide(tried, width, indent)) break;
    best = tried;
  }
  return best;
}

function setAt(pieces: readonly Piece[], size: number, { width, height, leading }: ParagraphBox): Paragraph | null {
  const room = width / size;
  const plain = broken(pieces, room, 0);
  const long = plain.length > SHORT_LINES;
  const indent = long ? INDENT : 0;
  const lines = long ? broken(pieces, room, indent) : plain;
  if (lines.length * size * leading > height || isTooWide(lines, room, indent)) return null;
  const texts = balanced(pieces, room, indent).map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trim(),
  );
  return { size, lines: texts, long };
}

/** A text on one line may be so much smaller than on several. */
const ONE_LINE_SHARE = 0.6;

/** The text at the largest size at which all of it fits; null where even the smallest is too large. */
export function setParagraph(text: string, box: ParagraphBox, measure: Measure): Paragraph | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  const pieces = piecesOf(plain, measure);
  for (let size = Math.floor(box.most); size >= box.least; size -= 1) {
    const paragraph = setAt(pieces, size, box);
    if (!paragraph) continue;
    const onOne = Math.floor(box.width / widthOf(pieces));
    return onOne < size && onOne >= Math.max(box.least, size * ONE_LINE_SHARE)
      ? { size: onOne, lines: [plain], long: false }
      : paragraph;
  }
  return null;
}
