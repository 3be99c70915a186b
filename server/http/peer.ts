import type { Context } from 'hono';
import type { Config } from '../config.ts';
import { lastOf, originOf } from '../proxy-headers.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

type ProxyTrust = Pick<Config, 'tls' | 'trustProxy'>;

const forwarded = (c: Context<AppEnv>, config: ProxyTrust, name: string): string | undefined =>
  config.trustProxy ? lastOf(c.req.header(name)) : undefined;

/** Whether the browser speaks TLS to us, or to the proxy that we trust. */
export const isSecure = (c: Context<AppEnv>, config: ProxyTrust): boolean =>
  config.tls !== null || forwarded(c, config, 'x-forwarded-proto') === 'https';

/** This server's origin as the browser sees it; null when the request does not name a usable host. */
export function ownOrigin(c: Context<AppEnv>, config: ProxyTrust): string | null {
  const host = forwarded(c, config, 'x-forwarded-host') ?? c.req.header('host') ?? new URL(c.req.url).host;
  return originOf(`${isSecure(c, config) ? 'https' : 'http'}://${host}`);
}

/** The client's address: the socket's peer, or the one that the trusted proxy names. Empty without a socket. */
export const clientAddress = (c: Context<AppEnv>, config: ProxyTrust): string =>
  forwarded(c, config, 'x-forwarded-for') ?? c.env?.incoming?.socket?.remoteAddress ?? '';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Whether the client sits on this machine. A request that some proxy passed on does not count unless the proxy
 * is trusted and names a local client: the peer of such a request is the proxy.
 */
export function isLocal(c: Context<AppEnv>, config: ProxyTrust): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return (config.trustProxy || !passedOn) && LOOPBACK.test(clientAddress(c, config));
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes the browser send. Clients that are no browser send neither header; their
 * requests carry no cookie that a stranger could have borrowed (SameSite=Strict).
 */
export function checkOrigin(c: Context<AppEnv>, config: ProxyTrust): void {
  if (SAFE_METHODS.has(c.req.method)) return;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const foreign = origin !== undefined && origin !== ownOrigin(c, config);
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) throw problem('wrong-origin');
}
