/** What a ledger says when it is searched from end to end: the plain answers that the server's indexes must give. */
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Surroundings, Values } from '../../core/register/check-record.ts';
import { isRegisterName, registerNamed, REGISTERS, type RegisterName } from '../../core/registers/index.ts';

/** What record checks ask of a ledger; `self` is the record being checked, which is not its own twin. */
export function surroundingsIn(ledger: Ledger, self?: string): Surroundings {
  return {
    exists: (register, id) => isRegisterName(register) && ledger.tables[register].has(id),
    twin: (register, values) => {
      if (!register.unique || !isRegisterName(register.name)) return undefined;
      for (const record of ledger.tables[register.name].values()) {
        const other = record as unknown as Values;
        if (other.id !== self && register.unique.every((name) => other[name] === values[name])) {
          return String(other.id);
        }
      }
      return undefined;
    },
  };
}

/** Records that refer to one record: it cannot be deleted while there are any. */
export function referrersOf(ledger: Ledger, target: RegisterName, id: string): readonly string[] {
  const found: string[] = [];
  for (const name of Object.keys(REGISTERS) as RegisterName[]) {
    const fields = Object.entries(registerNamed(name).fields).filter(([, field]) => field.target === target);
    if (fields.length === 0) continue;
    for (const record of ledger.tables[name].values()) {
      const values = record as unknown as Values;
      if (fields.some(([field]) => values[field] === id)) found.push(`${name}/${String(values.id)}`);
    }
  }
  return found;
}
