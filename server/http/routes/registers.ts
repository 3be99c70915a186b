/** Every register under /api/registers, and the product's own (playlists, groups …) also right under /api. */
import type { Context } from 'hono';
import { z } from 'zod';
import { isObject } from '../../../core/result.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import type { Register } from '../../../core/register/declare.ts';
import type { Parts } from '../../parts.ts';
import { roles, SIGNED_IN } from '../access.ts';
import { describeField } from '../describe-field.ts';
import type { AppEnv } from '../env.ts';
import { revisionWanted, tagOf } from '../if-match.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { problem } from '../problem.ts';
import { listRecords, recordShown } from '../records.ts';
import { route, type Route } from '../route.ts';
import { writeOne } from '../writes.ts';

const DEFAULT_LIMIT = 500;
const MOST_RECORDS = 5000;

/** The members of a record; the register's own declaration checks them. */
export const recordBody = z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' });

const listQuery = z
  .object({
    limit: z.coerce.number().int().min(1).max(MOST_RECORDS).default(DEFAULT_LIMIT),
    cursor: z.string().max(500).optional(),
    q: z.string().max(100).optional(),
  })
  .catchall(z.string());

export const historyQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  before: z.coerce.number().int().min(1).optional(),
});

type Base = { readonly name: RegisterName; readonly register: Register; readonly path: string };

/** A record with its tag, as every answer that holds one record gives it. */
export function answerRecord(
  parts: Parts,
  c: Context<AppEnv>,
  name: RegisterName,
  id: string,
  status: 200 | 201 = 200,
): Response {
  const record = recordShown(parts.changes.ledger(), name, id);
  c.header('etag', tagOf(record.revision));
  if (status === 201) c.header('location', `/api/registers/${name}/${encodeURIComponent(id)}`);
  return c.json(record, status);
}

const listRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'GET',
    path,
    access: roles(...register.read),
    summary: `${register.label.en}: list`,
    query: listQuery,
    answer: {
      status: 200,
      description: 'One page; `next` is the cursor of the next one',
      schema: {
        type: 'object',
        properties: {
          revision: { type: 'integer' },
          records: { type: 'array', items: schemaRef(schemaNames(register).record) },
          next: { type: 'string' },
        },
      },
    },
    handler: ({ c, query: { limit, cursor, q, ...fields } }) =>
      c.json(listRecords(parts.changes.ledger(), name, { limit, cursor, q, fields })),
  });

const createRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'POST',
    path,
    access: roles(...register.write),
    summary: `${register.label.en}: create`,
    body: recordBody,
    bodySchema: schemaRef(schemaNames(register).create),
    answer: { status: 201, description: 'The new record', schema: schemaRef(schemaNames(register).record) },
    handler: async ({ c, caller, body }) => {
      const id = await writeOne(parts, caller, { kind: 'create', register: name, values: body });
      return answerRecord(parts, c, name, id, 201);
    },
  });

const readRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'GET',
    path: `${path}/:id`,
    access: roles(...register.read),
    summary: `${register.label.en}: one record`,
    answer: { status: 200, description: 'The record', schema: schemaRef(schemaNames(register).record) },
    handler: ({ c, param }) => answerRecord(parts, c, name, param('id')),
  });

const updateRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'PATCH',
    path: `${path}/:id`,
    access: roles(...register.write),
    summary: `${register.label.en}: change members; null clears. If-Match guards against overwriting`,
    body: recordBody,
    bodySchema: schemaRef(schemaNames(register).update),
    answer: { status: 200, description: 'The changed record', schema: schemaRef(schemaNames(register).record) },
    handler: async ({ c, caller, body, param }) => {
      const ifRevision = revisionWanted(c);
      await writeOne(parts, caller, {
        kind: 'update',
        register: name,
        record: param('id'),
        values: body,
        ...(ifRevision === undefined ? {} : { ifRevision }),
      });
      return answerRecord(parts, c, name, param('id'));
    },
  });

const deleteRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    access: roles(...register.write),
    summary: `${register.label.en}: delete; refused while other records refer to it`,
    answer: { status: 204, description: 'Deleted' },
    handler: async ({ c, caller, param }) => {
      const ifRevision = revisionWanted(c);
      await writeOne(parts, caller, {
        kind: 'delete',
        register: name,
        record: param('id'),
        ...(ifRevision === undefined ? {} : { ifRevision }),
      });
      return c.body(null, 204);
    },
  });

const historyRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'GET',
    path: `${path}/:id/history`,
    access: roles(...register.read),
    summary: `${register.label.en}: who changed what when, newest first`,
    query: historyQuery,
    answer: { status: 200, description: 'The changes, also of a deleted record' },
    handler: ({ c, param, query: { limit, before } }) => {
      const record = param('id');
      const changes = parts.changes.history({ register: name, record, limit, ...(before && { before }) });
      const known = changes.length > 0 || parts.changes.ledger().tables[name].has(record);
      if (!known) throw problem('not-found', { detail: `there is no record ${record} in ${name}` });
      return c.json({ changes });
    },
  });

/** What `/api/screens` itself answers is more than a register's list: see routes/screens.ts. */
const OWN_LIST = '/api/screens';

/** The one record of a single register is neither made nor deleted through its list. */
const recordRoutes = (parts: Parts, base: Base): readonly Route[] => [
  ...(base.path === OWN_LIST ? [] : [listRoute(parts, base)]),
  ...(base.path === OWN_LIST || base.register.single ? [] : [createRoute(parts, base)]),
  readRoute(parts, base),
  updateRoute(parts, base),
  ...(base.register.single ? [] : [deleteRoute(parts, base)]),
  historyRoute(parts, base),
];

const NAMES = Object.keys(REGISTERS) as readonly RegisterName[];

const declarations = (parts: Parts): Route =>
  route({
    method: 'GET',
    path: '/api/registers',
    access: SIGNED_IN,
    summary: 'The registers that the account may read, as declared',
    answer: { status: 200, description: 'The declarations' },
    handler: ({ c, caller }) =>
      c.json({
        revision: parts.changes.ledger().revision,
        registers: NAMES.map(registerNamed)
          .filter(({ read }) => read.includes(caller.role))
          .map(({ name, label, title, unique = [], single, system, write, fields }) => ({
            name,
            label,
            title,
            unique,
            single,
            system,
            mayWrite: write.includes(caller.role),
            fields: Object.entries(fields).map(([field, declared]) => describeField(field, declared)),
          })),
      }),
  });

/** Generic reading and writing of every register. */
export function registerRoutes(parts: Parts): readonly Route[] {
  const bases = NAMES.flatMap((name): readonly Base[] => {
    const register = registerNamed(name);
    const general = { name, register, path: `/api/registers/${name}` };
    return register.system ? [general, { ...general, path: `/api/${name}` }] : [general];
  });
  return [declarations(parts), ...bases.flatMap((base) => recordRoutes(parts, base))];
}
