import { z } from 'zod';
import { EVENT_KINDS } from '../../events/events.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { route, type Route } from '../route.ts';
import { historyQuery } from './record-query.ts';

const query = historyQuery.extend({
  kind: z.enum(EVENT_KINDS).exactOptional(),
  actor: z.string().min(1).max(64).exactOptional(),
  subject: z.string().min(1).max(200).exactOptional(),
});

/** Who came in and who took out what: for those who look after the system, and those who look after them. */
export const eventRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/events',
    access: roles('admin', 'auditor'),
    summary: 'Logins, exports, private reads and the like, newest first',
    query,
    answer: { status: 200, description: 'The events; go on with `before` and the last seq' },
    handler: ({ c, query: { before, ...wanted } }) =>
      c.json({ events: parts.events.list({ ...wanted, ...(before && { before }) }) }),
  }),
];
