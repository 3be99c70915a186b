/** Everything that RFC 5987 does not let stand in `filename*` as it is. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The header `Content-Disposition` that makes a browser save a file under a name in any script (RFC 6266).
 * @param plain the name for clients that only know ASCII.
 */
export const attachment = (name: string, plain: string): string =>
  `attachment; filename="${plain.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded(name)}`;
