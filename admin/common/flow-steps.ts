import type { Field } from '../../core/register/field.ts';
import type { Role } from '../../core/register/role.ts';

/** The states that a role may give a new record, in their order; the first of all states where none is said. */
export const startsFor = ({ flow, choices = {} }: Field, role: Role): readonly string[] =>
  Object.keys(choices).filter((state) => flow?.starts[state]?.includes(role));

/** The states that a role may lead a record on to. */
export const stepsFor = ({ flow, choices = {} }: Field, from: unknown, role: Role): readonly string[] =>
  Object.keys(choices).filter((state) => flow?.moves[String(from)]?.[state]?.includes(role));
