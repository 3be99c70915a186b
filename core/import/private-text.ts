/** Telephone and identity numbers in texts: counted and taken out, so that no log, list or screen holds them. */

const MOBILE = /(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g;
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g;
const MASK = '***';

export interface WithoutNumbers {
  readonly text: string;
  /** Mobile numbers, digits only, in the order in which they stood. */
  readonly phones: readonly string[];
  /** How many numbers were taken out, identity numbers included. */
  readonly count: number;
}

/** A text without its private numbers; each leaves `***`. A text with none comes back as it is. */
export function takeNumbers(text: string): WithoutNumbers {
  if (!/[\d\uff10-\uff19]{3}/.test(text)) return { text, phones: [], count: 0 };
  const half = text.replace(/[\uff0b\uff0d\uff10-\uff19\u3000\u00a0]/g, (each) => each.normalize('NFKC'));
  const identities = half.match(IDENTITY)?.length ?? 0;
  const rest = half.replace(IDENTITY, MASK);
  const phones = (rest.match(MOBILE) ?? []).map((each) => each.replace(/\D/g, '').slice(-11));
  if (identities + phones.length === 0) return { text, phones: [], count: 0 };
  return { text: rest.replace(MOBILE, MASK), phones, count: identities + phones.length };
}

/** The text as it may be shown. */
export const masked = (text: string): string => takeNumbers(text).text;

/** The numbers of a cell that is meant for them, such as `13800000000、0393-0000000`; null when it holds none. */
export function phonesIn(text: string): string | null {
  const plain = text.normalize('NFKC');
  const found = plain.match(/\+?\d[\d\- ]{5,18}\d/g) ?? [];
  const numbers = found
    .map((each) => each.replace(/(?<=\d) (?=\d)/g, ''))
    .filter((each) => /\d{7}/.test(each.replace(/-/g, '')));
  return numbers.length > 0 ? numbers.join('、').slice(0, 30) : null;
}
