import type { Parts } from '../../parts.ts';
import { localOr, PUBLIC } from '../access.ts';
import { route, type Route } from '../route.ts';

/** For those who run the server. */
export function systemRoutes({ changes, metrics, build, now }: Parts): readonly Route[] {
  const started = now();
  return [
    route({
      method: 'GET',
      path: '/healthz',
      access: PUBLIC,
      summary: 'Whether the server works, and since when',
      answer: { status: 200, description: 'It works' },
      handler: ({ c }) =>
        c.json({
          status: 'ok',
          revision: changes.ledger().revision,
          epoch: changes.epoch,
          build,
          uptimeSeconds: Math.floor((now() - started) / 1000),
        }),
    }),
    route({
      method: 'GET',
      path: '/metrics',
      access: localOr('admin', 'auditor'),
      summary: 'Measurements for Prometheus',
      answer: { status: 200, description: 'The measurements', type: 'text/plain' },
      handler: async ({ c }) => c.body(await metrics.metrics(), 200, { 'content-type': metrics.contentType }),
    }),
  ];
}
