import { z } from 'zod';
import type { Parts } from '../../parts.ts';
import { SIGNED_IN } from '../access.ts';
import { clientAddress } from '../peer.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { preparedUser } from '../user-writes.ts';
import { throttled, welcome } from './session.ts';

const body = z.strictObject({ current: z.string().min(1).max(1000), password: z.string() });

/** Changing one's own password: what every role may write of its own account, and nothing else of it. */
export const ownPasswordRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/session/password',
    access: SIGNED_IN,
    summary: 'Change one’s own password; every session of the account ends, this browser gets a new one',
    body,
    answer: { status: 200, description: 'Signed in with the new password' },
    handler: async ({ c, caller, body: { current, password } }) => {
      const { accounts, changes, config } = parts;
      const address = clientAddress(c, config);
      const known = await accounts.login(caller.username, current, address);
      if (known.kind === 'throttled') throw throttled(known.retryAfterSeconds);
      if (known.kind === 'wrong') throw invalid('current', 'wrong-password', 'is not the current password');
      // The session that proved the password must not outlive a refused new one.
      accounts.logout(known.token);
      const values = { password };
      const request = await preparedUser(parts, { kind: 'update', register: 'users', record: caller.id, values }, '');
      const outcome = changes.commit({ id: caller.id, name: caller.name }, [request]);
      // Only an account that was deleted meanwhile is refused.
      if (!outcome.ok) throw problem('not-signed-in');
      return c.json(welcome(parts, c, await accounts.login(caller.username, password, address)));
    },
  }),
];
