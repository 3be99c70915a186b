import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import type { Register } from '../../../core/register/declare.ts';
import { privateFields } from '../../../core/rights/reading.ts';
import type { Parts } from '../../parts.ts';
import { roles } from '../access.ts';
import { clientAddress } from '../peer.ts';
import { route, type Route } from '../route.ts';
import { recordSeen } from '../sight.ts';

/** The roles that may ask for some secret value of a register. */
const readersOf = (register: Register) =>
  register.read.filter((role) => Object.values(register.fields).some(({ readers }) => readers.includes(role)));

const privateRoute = (parts: Parts, name: RegisterName, register: Register): Route =>
  route({
    method: 'GET',
    path: `/api/registers/${name}/:id/private`,
    access: roles(...readersOf(register)),
    summary: `${register.label.en}: private values of a record, such as telephone numbers; each asking is noted`,
    answer: { status: 200, description: 'The values that the role may read; members without one are absent' },
    handler: ({ c, caller, param }) => {
      const { id, revision } = recordSeen(caller, parts.changes.ledger(), name, param('id'));
      const fields = privateFields(caller, register);
      // Written first: what cannot be noted is not told.
      parts.events.record({
        actor: { id: caller.id, name: caller.name },
        kind: 'private-read',
        subject: `${name}/${id}`,
        detail: { fields },
        address: clientAddress(c, parts.config),
      });
      const values = fields.flatMap((field) => {
        const value = parts.changes.secret(name, id, field);
        return value === null ? [] : [[field, value] as const];
      });
      return c.json({ id, revision, values: Object.fromEntries(values) });
    },
  });

/** Private values, of the registers that have some which somebody may ask for. */
export const privateRoutes = (parts: Parts): readonly Route[] =>
  (Object.keys(REGISTERS) as RegisterName[])
    .filter((name) => readersOf(registerNamed(name)).length > 0)
    .map((name) => privateRoute(parts, name, registerNamed(name)));
