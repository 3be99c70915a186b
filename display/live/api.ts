/** The few requests that a screen makes besides its socket. */
import { screenProfile } from '../../core/protocol/parse.ts';
import type { ScreenProfile } from '../../core/protocol/messages.ts';
import { isObject } from '../../core/result.ts';

/** How the server answered: who this screen is, that it is nobody, or not at all. */
export type Identity =
  | { readonly kind: 'known'; readonly screen: ScreenProfile }
  | { readonly kind: 'unpaired' }
  | { readonly kind: 'unreachable' };

const UNREACHABLE: Identity = { kind: 'unreachable' };

/** A server that was cut off may never answer, and a browser may wait for minutes. */
const PATIENCE_MS = 15_000;
/** A screen that only wants to know who it is goes on with what it has kept. */
const IDENTITY_PATIENCE_MS = 5_000;

const ask = (path: string, options: RequestInit, patience = PATIENCE_MS): Promise<Response> => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), patience);
  return fetch(path, { credentials: 'same-origin', signal: abort.signal, ...options });
};

const post = (path: string, body?: unknown): Promise<Response> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });

export async function askIdentity(): Promise<Identity> {
  try {
    const response = await ask('/api/screen', { cache: 'no-store' }, IDENTITY_PATIENCE_MS);
    if (response.status === 401) return { kind: 'unpaired' };
    if (!response.ok) return UNREACHABLE;
    const body: unknown = await response.json();
    const screen = screenProfile(isObject(body) ? body['screen'] : undefined);
    return screen ? { kind: 'known', screen } : UNREACHABLE;
  } catch {
    // The network is away; the caller goes on with what the screen has kept.
    return UNREACHABLE;
  }
}

/** Spends a link's token; false when it is not valid (any more). */
export async function spendLink(token: string): Promise<boolean> {
  const response = await post('/api/pairings/link', { token });
  return response.ok;
}

export interface PairingCode {
  readonly code: string;
  readonly secret: string;
}

export async function askCode(): Promise<PairingCode> {
  const response = await post('/api/pairings');
  const body: unknown = await response.json();
  if (!response.ok || !isObject(body)) throw new Error(`no pairing code: ${response.status}`);
  const { code, secret } = body;
  if (typeof code !== 'string' || typeof secret !== 'string') throw new Error('no pairing code in the answer');
  return { code, secret };
}

export type Outcome = 'waiting' | 'paired' | 'gone';

export async function askOutcome({ code, secret }: PairingCode): Promise<Outcome> {
  const response = await post(`/api/pairings/${encodeURIComponent(code)}/outcome`, { secret });
  if (response.status === 404 || response.status === 410) return 'gone';
  const body: unknown = await response.json();
  const state = isObject(body) ? body['state'] : undefined;
  return state === 'paired' || state === 'gone' ? state : 'waiting';
}
