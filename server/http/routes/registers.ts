/** Every register under /api/registers, and the product's own (playlists, groups …) also right under /api. */
import type { Context } from 'hono';
import { z } from 'zod';
import { isObject } from '../../../core/result.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import { isMadeByHand, type RecordHead, type Register } from '../../../core/register/declare.ts';
import type { Parts } from '../../parts.ts';
import { mayReadChanges, mayReadRegister } from '../../../core/rights/reading.ts';
import { isForPeople, mayWriteRegister } from '../../../core/rights/writing.ts';
import type { Identity } from '../../accounts/accounts.ts';
import { people, roles, SIGNED_IN } from '../access.ts';
import { describeOwnField } from '../describe-field.ts';
import type { AppEnv } from '../env.ts';
import { revisionWanted, tagOf } from '../if-match.ts';
import { schemaNames, schemaRef } from '../json-schema.ts';
import { knownLedger } from '../known-ledger.ts';
import { problem } from '../problem.ts';
import { listRecords } from '../records.ts';
import { route, type Route } from '../route.ts';
import { changeSeen, recordSeen, seenBy } from '../sight.ts';
import { writeOne } from '../writes.ts';
import { asOfQuery, historyQuery, writeOptions, writeQuery } from './record-query.ts';

const DEFAULT_LIMIT = 500;
const MOST_RECORDS = 5000;

/** The members of a record; the register's own declaration checks them. */
export const recordBody = z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' });

const listQuery = z
  .object({
    limit: z.coerce.number().int().min(1).max(MOST_RECORDS).default(DEFAULT_LIMIT),
    cursor: z.string().max(500).optional(),
    q: z.string().max(100).optional(),
    asOf: asOfQuery.shape.asOf,
  })
  .catchall(z.string());

type Base = { readonly name: RegisterName; readonly register: Register; readonly path: string };

/** A record with its tag, as every answer that holds one record gives it. */
export function answerRecord(
  parts: Parts,
  c: Context<AppEnv>,
  who: Identity,
  name: RegisterName,
  id: string,
  status: 200 | 201 = 200,
): Response {
  const record = recordSeen(who, parts.changes.ledger(), name, id);
  c.header('etag', tagOf(record.revision));
  if (status === 201) c.header('location', `/api/registers/${name}/${encodeURIComponent(id)}`);
  return c.json(record, status);
}

const writersOf = (register: Register) => (isForPeople(register) ? people : roles)(...register.write);

/** Reporters delete nothing. */
const deletersOf = (register: Register) =>
  (isForPeople(register) ? people : roles)(...register.write.filter((role) => role !== 'reporter'));

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
          asOf: { type: 'integer', description: 'Up to when changes are in it' },
          records: { type: 'array', items: schemaRef(schemaNames(register).record) },
          next: { type: 'string' },
        },
      },
    },
    handler: ({ c, caller, query: { limit, cursor, q, asOf: when, ...fields } }) => {
      const { ledger, asOf } = knownLedger(parts, when);
      const see = (record: RecordHead) => seenBy(caller, register, record, ledger);
      return c.json({ ...listRecords(ledger, name, { limit, cursor, q, fields }, see), asOf });
    },
  });

const createRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'POST',
    path,
    access: writersOf(register),
    summary: `${register.label.en}: create`,
    query: writeQuery,
    body: recordBody,
    bodySchema: schemaRef(schemaNames(register).create),
    answer: { status: 201, description: 'The new record', schema: schemaRef(schemaNames(register).record) },
    handler: async ({ c, caller, query, body }) => {
      const request = { kind: 'create', register: name, values: body } as const;
      const id = await writeOne(parts, caller, request, writeOptions(query));
      return answerRecord(parts, c, caller, name, id, 201);
    },
  });

const readRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'GET',
    path: `${path}/:id`,
    access: roles(...register.read),
    summary: `${register.label.en}: one record`,
    query: asOfQuery,
    answer: { status: 200, description: 'The record', schema: schemaRef(schemaNames(register).record) },
    handler: ({ c, caller, param, query: { asOf: when } }) => {
      if (when === undefined) return answerRecord(parts, c, caller, name, param('id'));
      const { ledger, asOf } = knownLedger(parts, when);
      const record = recordSeen(caller, ledger, name, param('id'));
      c.header('etag', tagOf(record.revision));
      return c.json({ ...record, known: { revision: ledger.revision, asOf } });
    },
  });

const updateRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'PATCH',
    path: `${path}/:id`,
    access: writersOf(register),
    summary: `${register.label.en}: change members; null clears. If-Match guards against overwriting`,
    query: writeQuery,
    body: recordBody,
    bodySchema: schemaRef(schemaNames(register).update),
    answer: { status: 200, description: 'The changed record', schema: schemaRef(schemaNames(register).record) },
    handler: async ({ c, caller, query, body, param }) => {
      const ifRevision = revisionWanted(c);
      const guard = ifRevision === undefined ? {} : { ifRevision };
      const request = { kind: 'update', register: name, record: param('id'), values: body, ...guard } as const;
      await writeOne(parts, caller, request, writeOptions(query));
      return answerRecord(parts, c, caller, name, param('id'));
    },
  });

const deleteRoute = (parts: Parts, { name, register, path }: Base): Route =>
  route({
    method: 'DELETE',
    path: `${path}/:id`,
    access: deletersOf(register),
    summary: `${register.label.en}: delete; refused while other records refer to it`,
    query: writeQuery,
    answer: { status: 204, description: 'Deleted' },
    handler: async ({ c, caller, query, param }) => {
      const ifRevision = revisionWanted(c);
      const guard = ifRevision === undefined ? {} : { ifRevision };
      const request = { kind: 'delete', register: name, record: param('id'), ...guard } as const;
      await writeOne(parts, caller, request, writeOptions(query));
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
    handler: ({ c, caller, param, query: { limit, before } }) => {
      const record = param('id');
      const ledger = parts.changes.ledger();
      const changes = parts.changes.history({ register: name, record, limit, ...(before && { before }) });
      const known = changes.length > 0 || ledger.tables[name].has(record);
      if (!known || !mayReadChanges(caller, register, record, ledger)) {
        throw problem('not-found', { detail: `there is no record ${record} in ${name}` });
      }
      return c.json({ changes: changes.flatMap((change) => changeSeen(caller, change, ledger) ?? []) });
    },
  });

/** What `/api/screens` itself answers is more than a register's list: see routes/screens.ts. */
const OWN_LIST = '/api/screens';

/** Whether somebody writes the register at all; imports, say, only the server does. */
const isWritten = ({ write }: Register): boolean => write.length > 0;

/** Whether records are made through the list. A token's secret is made with it: see routes/tokens.ts. */
const isMadeHere = ({ name, path, register }: Base): boolean =>
  path !== OWN_LIST && name !== 'tokens' && isMadeByHand(register);

/** The one record of a single register is neither made nor deleted through its list. */
const recordRoutes = (parts: Parts, base: Base): readonly Route[] => [
  ...(base.path === OWN_LIST ? [] : [listRoute(parts, base)]),
  ...(isMadeHere(base) ? [createRoute(parts, base)] : []),
  readRoute(parts, base),
  ...(isWritten(base.register) ? [updateRoute(parts, base)] : []),
  ...(isWritten(base.register) && !base.register.single ? [deleteRoute(parts, base)] : []),
  historyRoute(parts, base),
];

const NAMES = Object.keys(REGISTERS) as readonly RegisterName[];

/** A register as clients build its grid and forms, with what the caller may do. */
const declarationFor = (who: Identity, register: Register) => {
  const { name, label, title, unique = [], single, system, area, fields } = register;
  return {
    name,
    label,
    title,
    unique,
    single,
    system,
    area,
    mayWrite: mayWriteRegister(who, register),
    fields: Object.entries(fields).map(([field, declared]) => describeOwnField(who, register, field, declared)),
  };
};

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
          .filter((register) => mayReadRegister(caller, register))
          .map((register) => declarationFor(caller, register)),
      }),
  });

/** What `/api/NAME` answers is more than a register's records: see the routes of that name. */
const OWN_ROUTES: readonly RegisterName[] = ['imports', 'editions'];

/** Generic reading and writing of every register. */
export function registerRoutes(parts: Parts): readonly Route[] {
  const bases = NAMES.flatMap((name): readonly Base[] => {
    const register = registerNamed(name);
    const general = { name, register, path: `/api/registers/${name}` };
    return register.system && !OWN_ROUTES.includes(name) ? [general, { ...general, path: `/api/${name}` }] : [general];
  });
  return [declarations(parts), ...bases.flatMap((base) => recordRoutes(parts, base))];
}
