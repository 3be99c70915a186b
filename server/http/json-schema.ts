/** JSON Schemas of registers, from their declarations. */
import type { Field } from '../../core/register/field.ts';
import type { Register } from '../../core/register/declare.ts';
import { LEAST_PASSWORD } from '../accounts/accounts.ts';
import type { JsonSchema } from './route.ts';

const typeOf = (field: Field): JsonSchema => {
  const { min, max } = field;
  switch (field.kind) {
    case 'text':
      return { type: 'string', minLength: min, maxLength: max };
    case 'integer':
    case 'yuan':
      return { type: 'integer', minimum: min, maximum: max };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'month':
      return { type: 'string', pattern: String.raw`^\d{4}-\d{2}$` };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: Object.keys(field.choices ?? {}) };
    case 'reference':
      return { type: 'string', description: `The id of a record in ${field.target}` };
    case 'texts':
      return { type: 'array', items: { type: 'string' }, maxItems: max };
    default:
      return {};
  }
};

const described = (field: Field): JsonSchema => ({ title: `${field.label.zh} · ${field.label.en}`, ...typeOf(field) });

const PASSWORD: JsonSchema = { type: 'string', minLength: LEAST_PASSWORD, writeOnly: true };

/** Name and schema of each field as the API takes it: an account's hash is written as its password, a token's never. */
const properties = (register: Register): [name: string, schema: JsonSchema, optional: boolean, secret: boolean][] =>
  Object.entries(register.fields)
    .filter(([name]) => name !== 'tokenHash')
    .map(([name, field]) =>
      name === 'passwordHash'
        ? ['password', PASSWORD, false, true]
        : [name, described(field), field.optional, field.secret],
    );

const HEAD = {
  id: { type: 'string' },
  revision: { type: 'integer' },
  changedAt: { type: 'integer', description: 'Milliseconds since 1970, UTC' },
};

/** A record as it is read. */
export function recordSchema(register: Register): JsonSchema {
  const visible = properties(register).filter(([, , , secret]) => !secret);
  return {
    type: 'object',
    properties: { ...HEAD, ...Object.fromEntries(visible.map(([name, schema]) => [name, schema])) },
    required: ['id', 'revision', 'changedAt', ...visible.filter(([, , optional]) => !optional).map(([name]) => name)],
  };
}

/** A new record. */
export const newRecordSchema = (register: Register): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(properties(register).map(([name, schema]) => [name, schema])),
  required: properties(register).flatMap(([name, , optional]) => (optional ? [] : [name])),
  additionalProperties: false,
});

/** An update: only what changes; null clears what is optional. */
export const updateSchema = (register: Register): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    properties(register).map(([name, schema, optional]) => [
      name,
      optional ? { anyOf: [schema, { type: 'null' }] } : schema,
    ]),
  ),
  additionalProperties: false,
});

/** The names of a register's schemas in the API's description. */
export const schemaNames = (register: Register) => {
  const name = register.name[0]?.toUpperCase() + register.name.slice(1);
  return { record: name, create: `${name}Create`, update: `${name}Update` };
};

export const schemaRef = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
