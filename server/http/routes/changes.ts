import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Change } from '../../../core/ledger/change.ts';
import { isObject } from '../../../core/result.ts';
import { EVERYBODY } from '../../../core/register/role.ts';
import { mayReadRegister } from '../../../core/rights/reading.ts';
import type { Holder } from '../../../core/rights/holder.ts';
import type { RecordHead } from '../../../core/register/declare.ts';
import { REGISTERS, registerNamed, type RegisterName } from '../../../core/registers/index.ts';
import type { HistoryQuery } from '../../changes/changes.ts';
import type { Parts } from '../../parts.ts';
import { roles, SIGNED_IN } from '../access.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { changeSeen } from '../sight.ts';
import { write } from '../writes.ts';
import { historyQuery } from './record-query.ts';

const register = z.enum(Object.keys(REGISTERS) as [RegisterName, ...RegisterName[]]);
const record = z.string().min(1).max(64);
const values = z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' }).meta({ type: 'object' });
const ifRevision = z.number().int().min(0).exactOptional();

const MOST_CHANGES = 2000;

const changeSet = z.strictObject({
  changes: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('create'), register, record: record.exactOptional(), values }),
        z.strictObject({ kind: z.literal('update'), register, record, values, ifRevision }),
        z.strictObject({ kind: z.literal('delete'), register, record, ifRevision }),
      ]),
    )
    .min(1)
    .max(MOST_CHANGES),
  reason: z.string().trim().min(1).max(500).optional(),
  /** Codes of warnings that the person has seen and overrules; the reason says why. */
  confirm: z.array(z.string().max(50)).max(50).optional(),
});

const query = historyQuery.extend({
  register: register.exactOptional(),
  record: record.exactOptional(),
  set: z.coerce.number().int().min(1).exactOptional(),
});

/** Where a set's body holds each of its changes. */
const pathOf = (index: number): string => `changes/${index}/`;

/** Every role that writes some register. */
const WRITERS = roles(
  ...EVERYBODY.filter((role) =>
    Object.values(REGISTERS).some(({ write: who }) => (who as readonly string[]).includes(role)),
  ),
);

/** Read at once when the first changes were not for the caller: most of the log may be other units'. */
const FURTHER = 1000;

/**
 * At most `limit` changes of what the caller may read; the log is read on until they are found or it ends, in pieces,
 * because screens don't wait for it.
 */
const readableHistory = async (parts: Parts, who: Holder, wanted: HistoryQuery): Promise<readonly Change[]> => {
  const found: Change[] = [];
  const ledger = parts.changes.ledger();
  let { before, limit } = wanted;
  for (;;) {
    const batch = parts.changes.history({ ...wanted, limit, ...(before && { before }) });
    found.push(...batch.flatMap((change) => changeSeen(who, change, ledger) ?? []));
    before = batch.at(-1)?.seq;
    if (batch.length < limit || found.length >= wanted.limit) return found.slice(0, wanted.limit);
    limit = FURTHER;
    await setImmediate();
  }
};

/** Sets of changes, all or nothing, and the log of them all. */
export const changeRoutes = (parts: Parts): readonly Route[] => [
  route({
    method: 'POST',
    path: '/api/changes',
    access: WRITERS,
    summary: 'Write several records, all or nothing',
    body: changeSet,
    answer: { status: 200, description: 'The ledger’s revision and each record’s' },
    handler: async ({ c, caller, body: { changes, reason, confirm } }) => {
      const committed = await write(parts, caller, changes, { reason, confirm, pathOf });
      const { ledger } = committed;
      const records = committed.records.map((id, index) => {
        const name = changes[index]?.register ?? 'settings';
        const head: RecordHead | undefined = ledger.tables[name].get(id);
        return { register: name, id, revision: head?.revision ?? ledger.revision };
      });
      return c.json({ revision: ledger.revision, records });
    },
  }),
  route({
    method: 'GET',
    path: '/api/changes',
    access: SIGNED_IN,
    summary: 'The log of what the account may read, newest first',
    query,
    answer: { status: 200, description: 'The changes' },
    handler: async ({ c, caller, query: { limit, before, ...of } }) => {
      if (of.register && !mayReadRegister(caller, registerNamed(of.register))) throw problem('forbidden');
      return c.json({ changes: await readableHistory(parts, caller, { limit, ...(before && { before }), ...of }) });
    },
  }),
];
