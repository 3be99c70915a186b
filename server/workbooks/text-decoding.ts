import type { Workbook } from '../../core/workbook/workbook.ts';

export type TextEncoding = NonNullable<Workbook['encoding']>;

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const MARKS: readonly (readonly [encoding: TextEncoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function decodeAs(bytes: Uint8Array, encoding: TextEncoding, fatal: boolean): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What a page says of itself; GBK and GB2312 are parts of GB18030. */
function namedEncoding(bytes: Uint8Array): TextEncoding | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const name = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (name.startsWith('gb')) return 'gb18030';
  return /^utf-?8$/.test(name) ? 'utf-8' : null;
}

/** Text does not hold control characters; what does is a binary file of a kind that we do not know. */
// oxlint-disable-next-line no-control-regex
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * Text of a file whose encoding is told by its byte order mark, by the page itself, or by trying: strict UTF-8
 * and then GB18030. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const named = marked ?? namedEncoding(bytes);
  // A page may lie about itself as long as the bytes fit; with a mark, single wrong bytes do no harm.
  const decoded =
    (named && decodeAs(bytes, named, marked === undefined)) ??
    decodeAs(bytes, 'utf-8', true) ??
    decodeAs(bytes, 'gb18030', true);
  return decoded && !BINARY.test(decoded.text) ? decoded : null;
}
