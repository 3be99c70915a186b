import type { Context, MiddlewareHandler } from 'hono';
import { Counter, Histogram } from 'prom-client';
import { randomUUID } from 'node:crypto';
import type { Parts } from '../parts.ts';
import type { AppEnv } from './env.ts';
import { clientAddress } from './peer.ts';

const LABELS = ['method', 'route', 'status'] as const;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS']);

/** Seconds; a write is about 5 ms, a password check about 60. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

const report = ({ log, config }: Parts, c: Context<AppEnv>, seconds: number): void => {
  const { method, path } = c.req;
  const { status } = c.res;
  const actor = c.get('actor');
  // What strangers send (screens that wait for their code, say) changes nothing of the ledger.
  const write = method !== 'GET' && method !== 'HEAD' && actor !== undefined;
  const entry = {
    id: c.get('requestId'),
    method,
    path,
    status,
    ms: Math.round(seconds * 10_000) / 10,
    actor,
    address: clientAddress(c, config),
  };
  log[write && status < 400 ? 'info' : 'debug'](entry, 'request');
};

/** Gives every request an id, counts and times it by its route's pattern, and logs it: writes at info, reads at debug. */
export function observe(parts: Parts): MiddlewareHandler<AppEnv> {
  const registers = [parts.metrics];
  const requests = new Counter({
    name: 'paceboard_http_requests_total',
    help: 'Requests answered',
    labelNames: LABELS,
    registers,
  });
  const duration = new Histogram({
    name: 'paceboard_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route'],
    buckets: BUCKETS,
    registers,
  });
  return async (c, next) => {
    const start = performance.now();
    c.set('requestId', randomUUID());
    await next();
    const seconds = (performance.now() - start) / 1000;
    c.header('x-request-id', c.get('requestId'));
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    const route = c.get('route') ?? 'none';
    requests.inc({ method, route, status: c.res.status });
    duration.observe({ method, route }, seconds);
    report(parts, c, seconds);
  };
}
