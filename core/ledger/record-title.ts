import { isRegisterName, registerNamed, type RegisterName } from '../registers/index.ts';
import type { Label } from '../register/label.ts';
import { recordIn, type Ledger } from './ledger.ts';

type Known = Readonly<Record<string, unknown>>;

const wordsOf = (choices: Readonly<Record<string, Label>> | undefined, value: unknown): string => {
  if (typeof value === 'string') return choices?.[value]?.zh ?? value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
};

/**
 * What a record is called in a line of text: the value of its title field, a reference by the name of what it points
 * to; its id when neither is known. Data are in the office's language, so choices are named in Chinese.
 * @param values the record's own values when the ledger no longer has it.
 */
export function recordTitle(ledger: Ledger, register: RegisterName, id: string, values?: Known): string {
  const declared = registerNamed(register);
  const record = (recordIn(ledger, register, id) ?? values) as Known | undefined;
  const field = declared.fields[declared.title];
  const value = record?.[declared.title];
  if (value === undefined || !field) return id;
  const { target } = field;
  // Titles that point to titles end after one step: the chain of registers is short and never a circle.
  if (target !== undefined && isRegisterName(target) && typeof value === 'string') {
    return recordTitle(ledger, target, value);
  }
  return wordsOf(field.choices, value);
}
