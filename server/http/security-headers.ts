/** Which of the product's pages a path belongs to; their policies differ. */
type Area = 'display' | 'admin' | 'other';

const areaOf = (path: string): Area =>
  path.startsWith('/display/') ? 'display' : path.startsWith('/admin/') ? 'admin' : 'other';

/** The admin page shows screens in a frame; nothing else is ever framed. */
const policyOf = (area: Area): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    `frame-src ${area === 'admin' ? "'self'" : "'none'"}`,
    `frame-ancestors ${area === 'display' ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    `form-action ${area === 'admin' ? "'self'" : "'none'"}`,
  ].join('; ');

/** A year. Only over TLS: a plain address on a local network must stay reachable. */
const HSTS = 'max-age=31536000';

/** The headers that every answer carries. */
export const securityHeaders = (path: string, secure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': policyOf(areaOf(path)),
  'x-content-type-options': 'nosniff',
  'x-frame-options': areaOf(path) === 'display' ? 'SAMEORIGIN' : 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(secure ? { 'strict-transport-security': HSTS } : {}),
});
