import type { Field, Flow } from '../../core/register/field.ts';
import type { Register } from '../../core/register/declare.ts';
import type { Holder } from '../../core/rights/holder.ts';
import { privateFields } from '../../core/rights/reading.ts';
import { mayWriteField } from '../../core/rights/writing.ts';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';

/** The steps of a flow that a role may make: states to start in, and where each leads on. */
const describeFlow = ({ starts, moves }: Flow, { role }: Holder) => ({
  starts: Object.keys(starts).filter((state) => starts[state]?.includes(role)),
  moves: Object.fromEntries(
    Object.entries(moves).map(([from, next]) => [from, Object.keys(next).filter((to) => next[to]?.includes(role))]),
  ),
});

/** A field as clients build forms and grids from it. */
export function describeField(name: string, field: Field) {
  const { kind, label, optional, public: shown, secret, choices, target, min, max } = field;
  const common = { kind, label, optional, public: shown, secret };
  if (name === 'passwordHash') return { ...common, name: 'password', min: LEAST_PASSWORD };
  return {
    name,
    ...common,
    ...(choices && { choices }),
    ...(target !== undefined && { target }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** A register's field with what a caller may do with it: write it, ask for its secret value, lead it on. */
export const describeOwnField = (who: Holder, register: Register, name: string, field: Field) => ({
  ...describeField(name, field),
  mayWrite: mayWriteField(who, register, name),
  ...(field.secret && { mayAsk: privateFields(who, register).includes(name) }),
  ...(field.flow && { flow: describeFlow(field.flow, who) }),
});
