/** Characters that must never appear in a path segment once it is decoded. */
const FORBIDDEN = /[/\\;%\p{Cc}\u2028\u2029]/u;

/** Letters, digits and marks that mean the same encoded or not; encoding them is only ever done to deceive. */
const UNRESERVED = /[A-Za-z0-9._~-]/;

const isPlainSegment = (segment: string): boolean => {
  for (const [, code] of segment.matchAll(/%([0-9a-fA-F]{2})/g)) {
    if (UNRESERVED.test(String.fromCharCode(Number.parseInt(code ?? '', 16)))) return false;
  }
  try {
    const text = decodeURIComponent(segment);
    return text !== '.' && text !== '..' && !FORBIDDEN.test(text);
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
};

/** The path of a request target as it came over the wire, without the query. */
export const pathOfTarget = (target: string): string => target.split(/[?#]/, 1)[0] ?? '';

/**
 * Whether a raw path has exactly one reading: no encoded slash, dot or letter, no dot segment, no empty segment,
 * no backslash, no control character, no broken encoding. Everything after this check may trust the router.
 */
export function isCanonicalPath(path: string): boolean {
  if (!path.startsWith('/') || /[^!-~]/.test(path)) return false;
  const segments = path.slice(1).split('/');
  return segments.every((segment, index) => (segment === '' ? index === segments.length - 1 : isPlainSegment(segment)));
}
