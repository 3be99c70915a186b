import type { Field } from '../../core/register/field.ts';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';

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
