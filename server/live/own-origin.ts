import type { IncomingMessage } from 'node:http';
import { lastOf, originOf } from '../proxy-headers.ts';

/** The origin under which a request reached us, or null when it does not say. */
export function ownOrigin(request: IncomingMessage, trustProxy: boolean): string | null {
  const { headers, socket } = request;
  const forwarded = trustProxy
    ? { proto: lastOf(headers['x-forwarded-proto']), host: lastOf(headers['x-forwarded-host']) }
    : {};
  const host = forwarded.host ?? headers.host;
  const proto = forwarded.proto ?? ('encrypted' in socket && socket.encrypted ? 'https' : 'http');
  return host === undefined ? null : originOf(`${proto}://${host}`);
}

/** Whether the page that asks is one of ours. Programs, which send no Origin, have no user to betray. */
export function isOwnPage(request: IncomingMessage, trustProxy: boolean): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  const claimed = originOf(origin);
  return claimed !== null && claimed !== 'null' && claimed === ownOrigin(request, trustProxy);
}
