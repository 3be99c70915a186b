/** What the first bytes of a file say about it, whatever its name says. */

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const IMAGES: readonly (readonly [type: string, signature: readonly number[], at: number])[] = [
  ['png', [0x89, ...ascii('PNG')], 0],
  ['jpeg', [0xff, 0xd8, 0xff], 0],
  ['gif', ascii('GIF8'), 0],
  ['webp', ascii('WEBP'), 8],
  ['bmp', ascii('BM'), 0],
  // What phones write, also under a name that ends in .jpeg.
  ['heic', ascii('ftypheic'), 4],
  ['heic', ascii('ftypheix'), 4],
  ['heic', ascii('ftypmif1'), 4],
];

/** The kind of a picture, null when it is none. */
export const imageType = (bytes: Uint8Array): string | null =>
  IMAGES.find(([, signature, at]) => startsWith(bytes, signature, at))?.[0] ?? null;

export type Container = 'zip' | 'compound' | 'other-binary' | 'text';

/** Documents and archives whose beginning could pass for text. */
const OTHERS: readonly (readonly number[])[] = [
  ascii('%PDF'),
  ascii('{\\rtf'),
  ascii('Rar!'),
  ascii('7z'),
  [0x1f, 0x8b],
];

export function containerOf(bytes: Uint8Array): Container {
  if (startsWith(bytes, ascii('PK'))) {
    const isZip = startsWith(bytes, [3, 4], 2) || startsWith(bytes, [5, 6], 2) || startsWith(bytes, [7, 8], 2);
    if (isZip) return 'zip';
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'compound';
  const isOther = OTHERS.some((signature) => startsWith(bytes, signature)) || imageType(bytes) !== null;
  return isOther ? 'other-binary' : 'text';
}
