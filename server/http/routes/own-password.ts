import { z } from 'zod';
import type { Parts } from '../../parts.ts';
import { EVERYBODY } from '../../../core/register/role.ts';
import { people } from '../access.ts';
import { clientAddress } from '../peer.ts';
import { invalid } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { checkPassword } from '../user-writes.ts';
import { welcome } from './session.ts';

const body = z.strictObject({ current: z.string().min(1).max(1000), password: z.string() });

/** Changing one's own password: what every role may write of its own account, and nothing else of it. */
export const ownPasswordRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/session/password',
    access: people(...EVERYBODY),
    summary: 'Change one’s own password; every session of the account ends, this browser gets a new one',
    body,
    answer: { status: 200, description: 'Signed in with the new password' },
    handler: async ({ c, caller, body: { current, password } }) => {
      const address = clientAddress(c, parts.config);
      const wanted = checkPassword(password, 'password');
      const outcome = await parts.accounts.changePassword(caller, current, wanted, address);
      if (outcome.kind === 'wrong') throw invalid('current', 'wrong-password', 'is not the current password');
      return c.json(welcome(parts, c, outcome));
    },
  }),
];
