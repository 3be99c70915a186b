/** How alike two pictures are: the signs of 64 differences of brightness (dHash), in hexadecimal. */

/** The grey picture that a likeness is made of; a row of n + 1 values has n differences. */
export const LIKENESS_WIDTH = 9;
export const LIKENESS_HEIGHT = 8;

/** @param grey brightness of 9 × 8 points, row by row. */
export function likenessOf(grey: Uint8Array): string {
  let bits = '';
  for (let row = 0; row < LIKENESS_HEIGHT; row += 1) {
    for (let column = 0; column + 1 < LIKENESS_WIDTH; column += 1) {
      const at = row * LIKENESS_WIDTH + column;
      bits += (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? '1' : '0';
    }
  }
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}

/** In how many of 64 places two likenesses differ. */
export function likenessDistance(a: string, b: string): number {
  const differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  return differing.toString(2).replaceAll('0', '').length;
}
