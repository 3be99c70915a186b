/** Steps of the office's work that write several records at once: shown first, then made as one set of changes. */
import { z } from 'zod';
import { ACTIONS } from '../../../core/actions/index.ts';
import type { Action } from '../../../core/actions/action.ts';
import type { ChangeRequest } from '../../../core/ledger/change-request.ts';
import { recordTitle } from '../../../core/ledger/record-title.ts';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { officeDate } from '../../../core/office-time.ts';
import { checkRecord, type Values } from '../../../core/register/check-record.ts';
import { declareRegister, type Register } from '../../../core/register/declare.ts';
import { isRegisterName } from '../../../core/registers/index.ts';
import { isObject } from '../../../core/result.ts';
import type { Parts } from '../../parts.ts';
import { IN_OFFICE, roles } from '../access.ts';
import { describeField } from '../describe-field.ts';
import { problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { write } from '../writes.ts';

const body = z.strictObject({
  values: z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' }),
  preview: z.boolean().exactOptional(),
  reason: z.string().trim().min(1).max(500).exactOptional(),
});

/** An action's fields are checked as a record's are. */
const formOf = ({ name, label, fields }: Action): Register =>
  declareRegister({ name, label, title: Object.keys(fields)[0] ?? '', fields });

const checkedValues = (ledger: Ledger, action: Action, values: unknown): Values => {
  const exists = (register: string, id: string): boolean => isRegisterName(register) && ledger.tables[register].has(id);
  const checked = checkRecord(formOf(action), values, { exists, twin: () => undefined });
  if (checked.ok) return checked.value;
  throw problem('invalid', {
    errors: checked.problem.map(({ path, ...rest }) => ({ ...rest, path: `values/${path}` })),
  });
};

const requestsOf = (parts: Parts, action: Action, input: unknown): readonly ChangeRequest[] => {
  const ledger = parts.changes.ledger();
  const outcome = action.run(ledger, checkedValues(ledger, action, input), officeDate(parts.now()));
  if (outcome.ok) return outcome.value;
  throw problem('invalid', {
    errors: outcome.problem.map(({ path, ...rest }) => ({ ...rest, path: `values/${path}` })),
  });
};

const shown = (ledger: Ledger, request: ChangeRequest) => {
  const { kind, register, record = '' } = request;
  const values = request.kind !== 'delete' && isObject(request.values) ? request.values : {};
  return { kind, register, record, title: recordTitle(ledger, register, record, values), values };
};

const actionRoute = (parts: Parts, action: Action): Route =>
  route({
    method: 'POST',
    path: `/api/actions/${action.name}`,
    access: roles(...action.roles),
    summary: `${action.label.en}: ${action.help.en}`,
    body,
    answer: { status: 200, description: 'With `preview` what would be written; otherwise what was' },
    handler: async ({ c, caller, body: { values, preview = false, reason } }) => {
      const requests = requestsOf(parts, action, values);
      const ledger = parts.changes.ledger();
      const writes = requests.map((request) => shown(ledger, request));
      if (preview || requests.length === 0) return c.json({ revision: ledger.revision, writes });
      const committed = await write(parts, caller, requests, { reason: reason ?? action.label.zh });
      return c.json({ revision: committed.ledger.revision, set: committed.changes[0]?.set ?? null, writes });
    },
  });

const list = (): Route =>
  route({
    method: 'GET',
    path: '/api/actions',
    access: IN_OFFICE,
    summary: 'The actions that the account may take, with the fields that each asks for',
    answer: { status: 200, description: 'The actions' },
    handler: ({ c, caller }) =>
      c.json({
        actions: ACTIONS.filter((action) => action.roles.includes(caller.role)).map(
          ({ name, label, help, register, fields }) => ({
            name,
            label,
            help,
            register,
            fields: Object.entries(fields).map(([field, declared]) => describeField(field, declared)),
          }),
        ),
      }),
  });

/** The actions. */
export const actionRoutes = (parts: Parts): readonly Route[] => [
  list(),
  ...ACTIONS.map((action) => actionRoute(parts, action)),
];
