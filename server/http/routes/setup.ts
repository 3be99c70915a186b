import { z } from 'zod';
import { LEAST_PASSWORD } from '../../accounts/accounts.ts';
import type { Parts } from '../../parts.ts';
import { PUBLIC } from '../access.ts';
import { clientAddress } from '../peer.ts';
import { invalid, problem, type Problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { welcome } from './session.ts';

const setup = z.strictObject({
  token: z.string().min(1).max(200),
  username: z.string().trim().min(1).max(40),
  displayName: z.string().trim().min(1).max(40),
  password: z.string().min(LEAST_PASSWORD).max(200),
});

const refusals: Readonly<Record<'token' | 'done' | 'weak-password' | 'invalid', () => Problem>> = {
  token: () => problem('wrong-token'),
  done: () => problem('already-set-up'),
  'weak-password': () => invalid('password', 'too-short', `needs at least ${LEAST_PASSWORD} characters`),
  invalid: () => invalid('username', 'bad-format', 'is not usable as an account'),
};

/** Making the first account, with the link that the server prints once. */
export const setupRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'GET',
    path: '/api/setup',
    access: PUBLIC,
    summary: 'Whether the first account is still to be made',
    answer: {
      status: 200,
      description: 'Whether it is',
      schema: { type: 'object', properties: { needed: { type: 'boolean' } } },
    },
    handler: ({ c }) => c.json({ needed: parts.accounts.needsSetup() }),
  }),
  route({
    method: 'POST',
    path: '/api/setup',
    access: PUBLIC,
    summary: 'Make the first administrator; sets the session cookie',
    body: setup,
    answer: { status: 201, description: 'The account, signed in' },
    handler: async ({ c, body: { token, ...account } }) => {
      const outcome = await parts.accounts.setUp(token, account, clientAddress(c, parts.config));
      if (outcome.kind === 'refused') throw refusals[outcome.why]();
      return c.json(welcome(parts, c, outcome), 201);
    },
  }),
];
