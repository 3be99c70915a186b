/** Letters and digits that nobody takes for one another when a password is read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';
/** About 93 bits. */
const LENGTH = 16;

/** A new password in groups of four, by the browser's generator. */
export function randomPassword(): string {
  // Bytes at or above the largest multiple would favour the first letters.
  const fair = 256 - (256 % LETTERS.length);
  const letters: string[] = [];
  while (letters.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH)))
      if (byte < fair && letters.length < LENGTH) letters.push(LETTERS[byte % LETTERS.length] ?? '');
  }
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-');
}
