import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LIVE_PATH, SUBPROTOCOL } from '../../core/protocol/messages.ts';
import type { Changes } from '../changes/changes.ts';
import type { Pairing } from '../screens/pairing.ts';
import { isOwnPage } from './own-origin.ts';

export interface DoorParts {
  readonly changes: Changes;
  readonly pairing: Pairing;
  readonly trustProxy: boolean;
}

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  503: 'Service Unavailable',
} as const;

export type RefusalStatus = keyof typeof REASONS;

/** Who is at the door, or why they stay outside. */
export type Admission =
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'refused'; readonly status: RefusalStatus; readonly why: string };

const SCREEN_COOKIE = 'paceboard_screen';

const cookieOf = (request: IncomingMessage, name: string): string | null => {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const split = pair.indexOf('=');
    if (split > 0 && pair.slice(0, split).trim() === name) return pair.slice(split + 1).trim();
  }
  return null;
};

const refused = (status: RefusalStatus, why: string): Admission => ({ kind: 'refused', status, why });

const offers = (request: IncomingMessage): readonly string[] =>
  (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());

/** Decides on an upgrade request before anything of WebSocket happens. */
export function admit(request: IncomingMessage, { changes, pairing, trustProxy }: DoorParts): Admission {
  if (request.url !== LIVE_PATH) return refused(404, 'no such path');
  if (request.method !== 'GET') return refused(405, 'not a GET');
  if (!offers(request).includes(SUBPROTOCOL)) return refused(400, 'no known subprotocol');
  if (!isOwnPage(request, trustProxy)) return refused(403, 'foreign origin');
  const token = cookieOf(request, SCREEN_COOKIE);
  const id = token && pairing.screenOf(token);
  const screen = id ? changes.ledger().tables.screens.get(id) : undefined;
  if (!screen || screen.revoked) return refused(401, 'not paired');
  return { kind: 'screen', screen: screen.id };
}

/** Answers a refused upgrade in plain HTTP and hangs up. */
export function refuse(socket: Duplex, status: RefusalStatus): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${REASONS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
