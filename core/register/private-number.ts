/** Mobile numbers (1 and ten digits, perhaps grouped), also after 86. */
const MOBILE = /(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/;
/** Identity numbers of 18 places with a plausible date of birth. */
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/;

/** The kind of private number that a text holds, whatever its width; null when there is none. */
export function privateNumberIn(text: string): 'phone' | 'identity' | null {
  const plain = text.normalize('NFKC');
  if (IDENTITY.test(plain)) return 'identity';
  return MOBILE.test(plain) ? 'phone' : null;
}
