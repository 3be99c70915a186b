import { tokens as register } from '../../../core/registers/tokens.ts';
import type { Parts } from '../../parts.ts';
import { people } from '../access.ts';
import { tagOf } from '../if-match.ts';
import { schemaRef } from '../json-schema.ts';
import { clientAddress } from '../peer.ts';
import { invalid } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { recordSeen } from '../sight.ts';
import { writeOne } from '../writes.ts';
import { recordBody } from './registers.ts';

/** Making API tokens; the rest of them is a register like any other. */
export const tokenRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/tokens',
    access: people(...register.write),
    summary: 'API tokens: create; the token itself is in this answer and nowhere else',
    body: recordBody,
    bodySchema: schemaRef('TokensCreate'),
    answer: {
      status: 201,
      description: 'The record, and the token for `Authorization: Bearer`',
      schema: { allOf: [schemaRef('Tokens'), { type: 'object', properties: { token: { type: 'string' } } }] },
    },
    handler: async ({ c, caller, body }) => {
      if ('tokenHash' in body) throw invalid('tokenHash', 'unknown-field', 'is not a field of this register');
      const { token, tokenHash } = parts.accounts.newApiToken();
      const values = { disabled: false, ...body, tokenHash };
      const byServer = ['tokenHash'];
      const id = await writeOne(parts, caller, { kind: 'create', register: 'tokens', values }, { byServer });
      const record = recordSeen(caller, parts.changes.ledger(), 'tokens', id);
      const { name, role, rights, registers } = record;
      parts.events.note({
        actor: { id: caller.id, name: caller.name },
        kind: 'token-created',
        subject: id,
        detail: { name, role, rights, registers },
        address: clientAddress(c, parts.config),
      });
      c.header('etag', tagOf(record.revision));
      c.header('location', `/api/tokens/${encodeURIComponent(id)}`);
      return c.json({ ...record, token }, 201);
    },
  }),
];
