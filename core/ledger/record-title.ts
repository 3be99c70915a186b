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

/** What a record is about where its own title does not say it. */
const ABOUT = ['project', 'leader', 'unit'] as const;

/** A record's title after the name of what it is about, where it has no name of its own: `第2项目 2017-05-31`. */
export function subjectAndTitle(ledger: Ledger, register: RegisterName, id: string): string {
  const own = recordTitle(ledger, register, id);
  const { fields, title } = registerNamed(register);
  const values = recordIn(ledger, register, id) as Known | undefined;
  const isName = fields[title]?.kind === 'text' && !('project' in fields && title === 'name');
  const about = isName ? undefined : ABOUT.find((name) => name !== title && values?.[name] !== undefined);
  const target = about === undefined ? undefined : fields[about]?.target;
  const subject = about === undefined ? undefined : values?.[about];
  if (target === undefined || !isRegisterName(target) || typeof subject !== 'string') return own;
  return `${recordTitle(ledger, target, subject)} ${own}`;
}
