/** Who may make which write of a set, and what the server fills in on the way. */
import { draftsOf, recordIn, valuesOf, type Ledger } from '../../core/ledger/ledger.ts';
import { officeDate } from '../../core/office-time.ts';
import { overlay, type Values } from '../../core/register/check-record.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { breaksFourEyes, wantsFourEyes } from '../../core/rights/four-eyes.ts';
import { sightOf } from '../../core/rights/reading.ts';
import { mayWrite, mayWriteRegister, type Denial } from '../../core/rights/writing.ts';
import type { Identity } from '../accounts/accounts.ts';
import type { Changes, ChangeRequest } from '../changes/changes.ts';
import type { Parts } from '../parts.ts';
import { problem, type Problem } from './problem.ts';

/** Where in the caller's body a request of the set stands; goes before the names of wrong members. */
export type PathOf = (index: number) => string;

export interface RightsOptions {
  readonly pathOf: PathOf;
  /** Fields that the server fills in, and the caller need not be allowed to. */
  readonly byServer?: readonly string[] | undefined;
  /** The set brings back what was. */
  readonly restores?: boolean | undefined;
}

const forbidden = ({ message, fields }: Denial, at: string): Problem => {
  const errors = fields.map((field) => ({ path: `${at}${field.path}`, code: 'forbidden', message: field.message }));
  if (errors.length > 0) return problem('forbidden', { errors });
  return at
    ? problem('forbidden', { errors: [{ path: at.slice(0, -1), code: 'forbidden', message }] })
    : problem('forbidden', { detail: message });
};

/**
 * Refuses a set that touches registers which the caller does not write; before anything is made of it.
 * @throws Problem forbidden.
 */
export function checkRegisters(who: Identity, requests: readonly ChangeRequest[], pathOf: PathOf): void {
  for (const [index, { register }] of requests.entries()) {
    if (!mayWriteRegister(who, registerNamed(register)))
      throw forbidden({ message: `you may not write ${register}`, fields: [] }, pathOf(index));
  }
}

/** A ledger whose tables follow the requests of a set, so that each is judged on what the earlier ones leave. */
interface Working {
  readonly ledger: Ledger;
  readonly put: (register: RegisterName, id: string, values: Values | null) => void;
}

function workingOn(ledger: Ledger, requests: readonly ChangeRequest[]): Working {
  const drafts = draftsOf(ledger);
  const names = new Set(requests.map(({ register }) => register));
  const live = Object.fromEntries([...names].map((name) => [name, drafts.of(name).live]));
  return {
    ledger: { ...ledger, tables: { ...ledger.tables, ...live } },
    put: (register, id, values) => {
      if (values) drafts.of(register).set(id, { ...values, id });
      else drafts.of(register).delete(id);
    },
  };
}

const MOST_CHANGES = 100_000;

/** The id of who last set a report's figure, which an earlier write of the same set may have done; null when nobody did. */
function lastReporter(changes: Changes, who: Identity, record: string, before: Values | null): string | null {
  const written = changes.ledger().tables.reports.get(record)?.reportedYtdYuan;
  if (before && before['reportedYtdYuan'] !== written) return who.id;
  const history = changes.history({ register: 'reports', record, limit: MOST_CHANGES });
  return history.find(({ fields }) => 'reportedYtdYuan' in fields)?.actor.id ?? null;
}

const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

/**
 * The day on which a unit's report came in is the office's to say: the day it first came, also when it comes again after
 * a return, for the unit was in time.
 */
function stamped(request: ChangeRequest, before: Values | null, after: Values, today: string): ChangeRequest {
  if (request.register !== 'reports' || request.kind === 'delete' || !isObject(request.values)) return request;
  if (after['state'] !== 'submitted' || before?.['state'] === 'submitted') return request;
  if (typeof before?.['submittedOn'] === 'string') return request;
  return { ...request, values: { ...request.values, submittedOn: today } };
}

const idOf = (request: ChangeRequest, index: number): string => {
  if (request.kind !== 'create') return request.record;
  return registerNamed(request.register).single ? request.register : (request.record ?? `new ${index}`);
};

/** One write in its surroundings. */
interface Judged {
  readonly request: ChangeRequest;
  readonly at: string;
  readonly id: string;
  readonly before: Values | null;
  /** Null members and secrets included; null when it is deleted. */
  readonly after: Values | null;
  readonly restores: boolean;
}

/** The write as it would come out; null for what the write path itself refuses: no such record, values that are none. */
function judgedIn(ledger: Ledger, request: ChangeRequest, index: number, options: RightsOptions): Judged | null {
  const id = idOf(request, index);
  const record = request.kind === 'create' ? undefined : recordIn(ledger, request.register, id);
  const before = record ? valuesOf(registerNamed(request.register), record) : null;
  if (request.kind !== 'create' && !before) return null;
  const restores = options.restores === true || (request.kind === 'update' && request.restores === true);
  const common = { request, at: options.pathOf(index), id, before, restores };
  if (request.kind === 'delete') return { ...common, after: null };
  return isObject(request.values) ? { ...common, after: overlay(before ?? {}, present(request.values)) } : null;
}

const notThere = (at: string): Problem =>
  problem('not-found', at ? { errors: [{ path: at.slice(0, -1), code: 'not-found', message: 'is not there' }] } : {});

function checkFourEyes(changes: Changes, who: Identity, { request, id, before, after, at }: Judged): void {
  if (request.register !== 'reports' || !after || after['state'] !== 'verified') return;
  const broken = breaksFourEyes(who.id, before, withoutNulls(after), lastReporter(changes, who, id, before));
  if (broken) throw forbidden({ message: broken.message, fields: [broken] }, at);
}

/**
 * The requests of a set as the caller may make them, with what the server fills in.
 * @throws Problem forbidden, naming the fields when it is about fields; not-found for what the caller must not see.
 */
export function authorised(
  { changes, now }: Pick<Parts, 'changes' | 'now'>,
  who: Identity,
  requests: readonly ChangeRequest[],
  options: RightsOptions,
): readonly ChangeRequest[] {
  checkRegisters(who, requests, options.pathOf);
  const { ledger, put } = workingOn(changes.ledger(), requests);
  const today = officeDate(now());
  const fourEyes = wantsFourEyes(ledger);
  return requests.map((request, index) => {
    const judged = judgedIn(ledger, request, index, options);
    if (!judged) return request;
    const { id, before, after, at, restores } = judged;
    const register = registerNamed(request.register);
    if (before && sightOf(who, register, id, before, ledger) !== 'whole') throw notThere(at);
    const outcome = mayWrite(who, register, { before, after, byServer: options.byServer ?? [], restores }, ledger);
    if (!outcome.ok) throw forbidden(outcome.problem, at);
    if (fourEyes) checkFourEyes(changes, who, judged);
    put(request.register, id, after && withoutNulls(after));
    return after && !restores ? stamped(request, before, after, today) : request;
  });
}
