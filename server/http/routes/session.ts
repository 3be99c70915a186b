import type { Context } from 'hono';
import { z } from 'zod';
import type { Identity, LoginOutcome } from '../../accounts/accounts.ts';
import type { Parts } from '../../parts.ts';
import { PUBLIC, SIGNED_IN } from '../access.ts';
import { clearSession, sessionToken, setSession } from '../cookies.ts';
import type { AppEnv } from '../env.ts';
import { clientAddress } from '../peer.ts';
import { problem, throttled } from '../problem.ts';
import { route, type Route } from '../route.ts';

const USER_SCHEMA = {
  type: 'object',
  properties: {
    user: {
      type: 'object',
      properties: Object.fromEntries(
        ['id', 'username', 'displayName', 'role', 'unit'].map((name) => [name, { type: 'string' }]),
      ),
    },
  },
};

/** The account, or the API token, as its owner sees it. */
const userShown = ({ id, username, name, role, unit, scope }: Identity) => ({
  id,
  username,
  displayName: name,
  role,
  ...(unit === undefined ? {} : { unit }),
  ...(scope && { scope }),
});

/**
 * Lets the browser in, or says why not.
 * @throws Problem wrong-password or throttled.
 */
export function welcome(parts: Parts, c: Context<AppEnv>, outcome: LoginOutcome) {
  if (outcome.kind === 'wrong') throw problem('wrong-password');
  if (outcome.kind === 'throttled') throw throttled(outcome.retryAfterSeconds);
  const previous = sessionToken(c);
  if (previous !== undefined) parts.accounts.logout(previous, clientAddress(c, parts.config));
  c.set('actor', outcome.identity.id);
  setSession(c, parts.config, outcome.token);
  return { user: userShown(outcome.identity) };
}

const login = z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) });

/** Signing in and out. */
export const sessionRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/session',
    access: PUBLIC,
    summary: 'Sign in; sets the session cookie',
    body: login,
    answer: { status: 200, description: 'Signed in', schema: USER_SCHEMA },
    handler: async ({ c, body }) => {
      const outcome = await parts.accounts.login(body.username, body.password, clientAddress(c, parts.config));
      return c.json(welcome(parts, c, outcome));
    },
  }),
  route({
    method: 'GET',
    path: '/api/session',
    access: SIGNED_IN,
    summary: 'Who is signed in',
    answer: { status: 200, description: 'The account', schema: USER_SCHEMA },
    handler: ({ c, caller }) => c.json({ user: userShown(caller) }),
  }),
  route({
    method: 'DELETE',
    path: '/api/session',
    access: PUBLIC,
    summary: 'Sign out; also when the session has ended by itself',
    answer: { status: 204, description: 'Signed out' },
    handler: ({ c }) => {
      const token = sessionToken(c);
      if (token !== undefined) parts.accounts.logout(token, clientAddress(c, parts.config));
      clearSession(c, parts.config);
      return c.body(null, 204);
    },
  }),
];
