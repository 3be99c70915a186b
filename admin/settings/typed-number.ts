/** Numbers of at most two decimals, as they are typed. */

/** The number in a text, in any width; the text itself where it is none, so that its check can say so. */
export function typedNumber(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '');
  return /^-?\d{1,4}(\.\d{1,2})?$/.test(plain) ? Number(plain) : text;
}

/** Hundredths of a typed percentage; the text itself where it is none. */
export function typedHundredths(text: string): number | string {
  const number = typedNumber(text);
  return typeof number === 'number' ? Math.round(number * 100) : number;
}

/** A percentage as it is typed, of hundredths; what is no number stays as it was typed. */
export const hundredthsText = (value: unknown): string =>
  typeof value === 'number' ? String(value / 100) : typeof value === 'string' ? value : '';
