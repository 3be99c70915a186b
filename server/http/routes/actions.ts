/** Steps of the office's work that write several records at once: shown first, then made as one set of changes. */
import { z } from 'zod';
import { ACTIONS } from '../../../core/actions/index.ts';
import type { Action } from '../../../core/actions/action.ts';
import type { ChangeRequest } from '../../../core/ledger/change-request.ts';
import { recordTitle } from '../../../core/ledger/record-title.ts';
import { draftsOf, type Ledger } from '../../../core/ledger/ledger.ts';
import { officeDate } from '../../../core/office-time.ts';
import { checkRecord, type Values } from '../../../core/register/check-record.ts';
import { declareRegister, type Register } from '../../../core/register/declare.ts';
import { isRegisterName } from '../../../core/registers/index.ts';
import { isObject } from '../../../core/result.ts';
import { warningsOfSet } from '../../../core/warnings/set-warnings.ts';
import type { Parts } from '../../parts.ts';
import { IN_OFFICE, roles } from '../access.ts';
import { describeField } from '../describe-field.ts';
import { invalid, problem } from '../problem.ts';
import { route, type Route } from '../route.ts';
import { write } from '../writes.ts';

const body = z.strictObject({
  values: z.custom<Record<string, unknown>>(isObject, { error: 'must be an object' }),
  preview: z.boolean().exactOptional(),
  reason: z.string().trim().min(1).max(500).exactOptional(),
  /** Codes of warnings that the person has seen and overrules; the reason says why. */
  confirm: z.array(z.string().max(50)).max(50).exactOptional(),
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

/** What an action comes to: its writes, and what the log says of them. */
interface Planned {
  readonly requests: readonly ChangeRequest[];
  readonly reason: string;
}

const planned = (parts: Parts, action: Action, input: unknown): Planned => {
  const ledger = parts.changes.ledger();
  const values = checkedValues(ledger, action, input);
  const frozen = (seq: number) => parts.changes.ledgerAt({ seq });
  const outcome = action.run(ledger, values, officeDate(parts.now()), frozen);
  if (outcome.ok) return { requests: outcome.value, reason: action.reason?.(ledger, values) ?? action.label.zh };
  throw problem('invalid', {
    errors: outcome.problem.map(({ path, ...rest }) => ({ ...rest, path: `values/${path}` })),
  });
};

/** Where an answer lists each write. */
const pathOf = (index: number): string => `writes/${index}/`;

/** What is doubtful about the writes, so that it is known before they are confirmed. */
const doubts = (ledger: Ledger, requests: readonly ChangeRequest[]) =>
  warningsOfSet(ledger, requests).map(({ index, path, ...rest }) => ({ path: `${pathOf(index)}${path}`, ...rest }));

/** The ledger with the records that a set makes, so that what it writes of them is named by their names. */
function withMade(ledger: Ledger, requests: readonly ChangeRequest[]): Ledger {
  const drafts = draftsOf(ledger);
  for (const request of requests) {
    const { kind, register, record } = request;
    if (kind !== 'create' || record === undefined || !isObject(request.values)) continue;
    drafts.of(register).set(record, { ...request.values, id: record });
  }
  return { ...ledger, tables: drafts.finish() };
}

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
    handler: async ({ c, caller, body: { values, preview = false, reason: why, confirm } }) => {
      const { requests, reason } = planned(parts, action, values);
      const ledger = parts.changes.ledger();
      const named = withMade(ledger, requests);
      const writes = requests.map((request) => shown(named, request));
      if (preview || requests.length === 0) {
        return c.json({ revision: ledger.revision, writes, warnings: doubts(ledger, requests) });
      }
      // A doubt is confirmed by the person's own words, never by those that the action says by itself.
      const said = why === undefined ? reason : action.reason ? `${reason}；${why}` : why;
      if (confirm && why === undefined) throw invalid('reason', 'required', 'say why the unlikely values are right');
      const committed = await write(parts, caller, requests, { reason: said, confirm, pathOf });
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
