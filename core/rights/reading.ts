import { valuesOf, type Ledger } from '../ledger/ledger.ts';
import type { Values } from '../register/check-record.ts';
import type { RecordHead, Register } from '../register/declare.ts';
import { isRegisterName, registerNamed } from '../registers/index.ts';
import { isInScope, type Holder } from './holder.ts';

/** How much of a record somebody sees: all but its secrets, only its public fields, or not even that it is there. */
export type Sight = 'whole' | 'public' | 'nothing';

/**
 * The unit that a record belongs to, by the register's `unitBy`: a report belongs to the unit that leads its project.
 * Null when it belongs to none: the register has no `unitBy`, the reference is not set or names no record.
 */
export function unitOf(register: Register, values: Values, ledger: Ledger): string | null {
  const value = register.unitBy === undefined ? undefined : values[register.unitBy];
  const target = register.unitBy === undefined ? undefined : register.fields[register.unitBy]?.target;
  if (typeof value !== 'string' || target === undefined || !isRegisterName(target)) return null;
  const named: object | undefined = ledger.tables[target].get(value);
  if (!named) return null;
  return target === 'units' ? value : unitOf(registerNamed(target), valuesOf(registerNamed(target), named), ledger);
}

/** Whether somebody reads a register at all: by role and, for an API token, by scope. */
export const mayReadRegister = (who: Holder, register: Register): boolean =>
  register.read.includes(who.role) && isInScope(who, register.name);

const isShownToUnits = ({ reporterStates }: Register, values: Values): boolean =>
  !reporterStates || reporterStates.includes(String(values['state']));

/** What a reporter sees of a record in a register that reporters read. */
function sightOfReporter(who: Holder, register: Register, id: string, values: Values, ledger: Ledger): Sight {
  // Every unit's name is known to all; who coordinates there is the unit's own.
  if (register.name === 'units') return id === who.unit ? 'whole' : 'public';
  if (!isShownToUnits(register, values)) return 'nothing';
  if (register.unitBy === undefined) return 'whole';
  return who.unit !== undefined && unitOf(register, values, ledger) === who.unit ? 'whole' : 'nothing';
}

/**
 * How much somebody sees of a record. The office sees every unit's records; a reporter those of the own unit, of
 * other units their public fields, and whole the registers that belong to no unit; drafts of the office not at all.
 * @param values the record's, as it is in `ledger`; a past ledger tells whose it was then.
 */
export function sightOf(who: Holder, register: Register, id: string, values: Values, ledger: Ledger): Sight {
  if (!mayReadRegister(who, register)) return 'nothing';
  return who.role === 'reporter' ? sightOfReporter(who, register, id, values, ledger) : 'whole';
}

/** Whether somebody may read a whole record of a ledger: its fields, its history. */
export const mayRead = (who: Holder, register: Register, record: Pick<RecordHead, 'id'>, ledger: Ledger): boolean =>
  sightOf(who, register, record.id, valuesOf(register, record), ledger) === 'whole';

/**
 * Whether somebody may read what became of a record: its history, its changes in the log. A reporter reads those of
 * the records that are the own unit's now; not of registers whose drafts are the office's.
 * @param ledger the present one.
 */
export function mayReadChanges(who: Holder, register: Register, id: string, ledger: Ledger): boolean {
  if (!mayReadRegister(who, register)) return false;
  if (who.role !== 'reporter') return true;
  const record: RecordHead | undefined = isRegisterName(register.name)
    ? ledger.tables[register.name].get(id)
    : undefined;
  return !register.reporterStates && record !== undefined && mayRead(who, register, record, ledger);
}

/** The names of a register's secret fields whose values somebody may ask for. */
export const privateFields = (who: Holder, register: Register): readonly string[] =>
  mayReadRegister(who, register)
    ? Object.keys(register.fields).filter((name) => register.fields[name]?.readers.includes(who.role))
    : [];
