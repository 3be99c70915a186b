import { canonicalJson } from '../canonical.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { namedBy, type Values } from '../register/check-record.ts';
import type { Register } from '../register/declare.ts';
import type { Field, Flow } from '../register/field.ts';
import type { Role } from '../register/role.ts';
import { isRegisterName, registerNamed } from '../registers/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { isInScope, type Holder } from './holder.ts';
import { mayRead, unitOf } from './reading.ts';

/** A field that somebody may not write, or not this way. */
export interface DeniedField {
  readonly path: string;
  /** English sentence for developers. */
  readonly message: string;
}

/** Why a write is refused for who asks; without fields it is refused as a whole. */
export interface Denial {
  readonly message: string;
  readonly fields: readonly DeniedField[];
}

export interface Writing {
  /** The record before; null for a new one. Secret values are not among them. */
  readonly before: Values | null;
  /** The record afterwards, null members and secrets included; null when it is deleted. */
  readonly after: Values | null;
  /** Fields that the server fills in by itself, such as the file of an uploaded photo. */
  readonly byServer?: readonly string[];
  /** Brings back what was: who may lead a record on may also take the step back. */
  readonly restores?: boolean;
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** Whether a field becomes another; a value that is not usable counts as one. */
function isChanged(field: Field, before: unknown, after: unknown): boolean {
  if (field.secret) return after !== undefined;
  if (before === after || after === undefined || after === null) return (before ?? null) !== (after ?? null);
  const checked = field.check(after);
  return !checked.ok || !same(before, checked.value);
}

/** The fields that a write changes; a secret that is sent counts as changed. */
const changedFields = (register: Register, before: Values, after: Values): readonly (readonly [string, Field])[] =>
  Object.entries(register.fields).filter(([name, field]) => isChanged(field, before[name], after[name]));

/** Whether only people write a register: an API token makes neither accounts nor tokens, or it could outlive itself. */
export const isForPeople = ({ name }: Register): boolean => name === 'users' || name === 'tokens';

const mayScopeWrite = (who: Holder, register: Register): boolean =>
  who.scope === undefined || (who.scope.rights === 'write' && isInScope(who, register.name) && !isForPeople(register));

/** Whether somebody writes a register at all: by role and, for an API token, by scope. */
export const mayWriteRegister = (who: Holder, register: Register): boolean =>
  register.write.includes(who.role) && mayScopeWrite(who, register);

/**
 * Whether somebody may write a field of records that they may write at all; for forms. What depends on the record
 * (its unit, its state) `mayWrite` says.
 */
export function mayWriteField(who: Holder, register: Register, name: string): boolean {
  const { writers } = register.fields[name] ?? {};
  const ofReporters = who.role !== 'reporter' || (register.reporterFields?.includes(name) ?? true);
  return mayWriteRegister(who, register) && (writers?.includes(who.role) ?? true) && ofReporters;
}

/** A field that the role does not write. What only the server writes comes back by undo, from the log. */
function isBarred({ role }: Holder, name: string, { writers }: Field, { byServer = [], restores }: Writing): boolean {
  if (!writers || writers.includes(role) || byServer.includes(name)) return false;
  return !(restores === true && writers.length === 0);
}

const rolesToStart = (flow: Flow, state: unknown): readonly Role[] => flow.starts[String(state)] ?? [];
const rolesToMove = (flow: Flow, from: unknown, to: unknown): readonly Role[] | undefined =>
  flow.moves[String(from)]?.[String(to)];

/** Every role that brings a record into a state, from wherever. */
const rolesInto = ({ starts, moves }: Flow, to: string): readonly Role[] => [
  ...(starts[to] ?? []),
  ...Object.values(moves).flatMap((next) => next[to] ?? []),
];

/** Who takes a step back; what was approved or signed comes back only by who approves or signs. */
function rolesBack(register: Register, flow: Flow, from: unknown, after: Values, to: string): readonly Role[] {
  const back = rolesToMove(flow, to, from) ?? [];
  return register.lasting?.(after) ? back.filter((role) => rolesInto(flow, to).includes(role)) : back;
}

function deniedState(
  who: Holder,
  register: Register,
  name: string,
  writing: Writing,
  after: Values,
): readonly DeniedField[] {
  const { flow, choices = {} } = register.fields[name] ?? {};
  const from = writing.before?.[name];
  const to = after[name];
  if (flow && from !== to && who.scope && register.lasting?.(after))
    return [{ path: name, message: 'a person approves and signs, no token' }];
  if (!flow || from === to || typeof to !== 'string' || !Object.hasOwn(choices, to)) return [];
  if (!writing.before) {
    const admitted = writing.restores === true || rolesToStart(flow, to).includes(who.role);
    return admitted ? [] : [{ path: name, message: `your role does not start a record as ${to}` }];
  }
  const onward = rolesToMove(flow, from, to);
  const back = writing.restores ? rolesBack(register, flow, from, after, to) : [];
  // A step that nobody may make is no matter of rights: the record's own check refuses it. It refuses none that restores.
  if (onward === undefined && back.length === 0 && !(writing.restores && typeof from === 'string')) return [];
  const admitted = [...(onward ?? []), ...back].includes(who.role);
  return admitted ? [] : [{ path: name, message: `your role does not lead it from ${String(from)} to ${to}` }];
}

/** The states that a role can bring a record into. */
const statesOf = ({ starts, moves }: Flow, role: Role): ReadonlySet<string> =>
  new Set([
    ...Object.entries(starts).flatMap(([state, admitted]) => (admitted.includes(role) ? [state] : [])),
    ...Object.values(moves).flatMap((next) =>
      Object.entries(next).flatMap(([state, admitted]) => (admitted.includes(role) ? [state] : [])),
    ),
  ]);

/**
 * The state that puts a record out of a reporter's reach: one that the office brought it into, unless this very write
 * leads it on. A flow in which reporters have no part at all, such as a criticism's, binds no field of theirs.
 */
function lockedBy(register: Register, before: Values, after: Values): readonly DeniedField[] {
  return Object.entries(register.fields).flatMap(([name, { flow }]) => {
    if (!flow || before[name] !== after[name]) return [];
    const states = statesOf(flow, 'reporter');
    const locked = states.size > 0 && !states.has(String(before[name]));
    return locked ? [{ path: name, message: `is ${String(before[name])}: the office has it now` }] : [];
  });
}

function isReadable(who: Holder, target: string | undefined, id: string, ledger: Ledger): boolean {
  if (target === undefined || !isRegisterName(target)) return false;
  const named = ledger.tables[target].get(id);
  if (!named) return false;
  // Every unit's name is known to all reporters, so that they may name each.
  return target === 'units' || mayRead(who, registerNamed(target), named, ledger);
}

function deniedOfReporter(
  who: Holder,
  register: Register,
  { before, byServer = [] }: Writing,
  after: Values,
  ledger: Ledger,
): readonly DeniedField[] {
  const changed = changedFields(register, before ?? {}, after).filter(([name]) => !byServer.includes(name));
  const foreign = changed.flatMap(([path, field]) =>
    namedBy(field, after[path]).every((id) => isReadable(who, field.target, id, ledger))
      ? []
      : [{ path, message: 'names what is not your unit’s' }],
  );
  const notTheirs = changed
    .filter(([name]) => register.reporterFields && !register.reporterFields.includes(name))
    .map(([path]) => ({ path, message: 'is not for reporters to write' }));
  return [...foreign, ...notTheirs, ...(before ? lockedBy(register, before, after) : [])];
}

const isOwn = (who: Holder, register: Register, values: Values, ledger: Ledger): boolean =>
  who.unit !== undefined && unitOf(register, values, ledger) === who.unit;

const denied = (message: string, fields: readonly DeniedField[] = []): Result<never, Denial> =>
  fail({ message, fields });

/** A record that the register's own check refuses, because it lacks what says whose it is. */
const lacksItsUnit = ({ unitBy = '', fields }: Register, after: Values): boolean =>
  (after[unitBy] ?? null) === null && fields[unitBy]?.optional === false;

function checkReporter(who: Holder, register: Register, writing: Writing, ledger: Ledger): Result<null, Denial> {
  const { before, after } = writing;
  if (!after) return denied('reporters delete nothing: the office does');
  if (before && !isOwn(who, register, before, ledger)) return denied('it is not your unit’s');
  const fields = deniedOfReporter(who, register, writing, after, ledger);
  if (fields.length > 0) return denied('your role does not write these fields', fields);
  if (isOwn(who, register, after, ledger) || lacksItsUnit(register, after)) return ok(null);
  return denied('it would not be your unit’s', [{ path: register.unitBy ?? '', message: 'is not your unit’s' }]);
}

/**
 * Whether somebody may make one write: by role, unit and field, by the state that the record is in and comes into.
 * Says nothing about whether the values are usable.
 * @param ledger with the record's surroundings before the write.
 */
export function mayWrite(who: Holder, register: Register, writing: Writing, ledger: Ledger): Result<null, Denial> {
  if (!mayWriteRegister(who, register)) return denied(`you may not write ${register.name}`);
  if (who.role === 'reporter') {
    const checked = checkReporter(who, register, writing, ledger);
    if (!checked.ok) return checked;
  }
  const { before, after } = writing;
  if (!after) return ok(null);
  const fields = changedFields(register, before ?? {}, after).flatMap(([name, field]) =>
    isBarred(who, name, field, writing)
      ? [{ path: name, message: 'is not for your role to write' }]
      : deniedState(who, register, name, writing, after),
  );
  return fields.length > 0 ? denied('your role does not write these fields', fields) : ok(null);
}
