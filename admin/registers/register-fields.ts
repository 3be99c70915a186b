/** Which fields of a register a form shows, and which columns a list. */
import { text, type Field } from '../../core/register/field.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import type { FormFields } from '../common/form-values.ts';
import { LEAST_PASSWORD } from '../common/password.ts';

const password = text({ label: { zh: '密码', en: 'Password' }, min: LEAST_PASSWORD, max: 200, secret: true });

/** The password is set, never read: an edit leaves it empty to keep it. */
const passwordField = (isNew: boolean): Field =>
  isNew
    ? password
    : { ...password, optional: true, label: { zh: '新密码（不改则留空）', en: 'New password (empty keeps it)' } };

export function formFields(register: RegisterName, isNew: boolean): FormFields {
  const fields: FormFields = registerNamed(register).fields;
  if (register !== 'users') return fields;
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'passwordHash'));
  return { ...others, password: passwordField(isNew) };
}

/** Columns that a list of records has room for; the form shows all. */
const MOST_COLUMNS = 8;

const RANKS: Readonly<Record<string, number>> = {
  text: 0,
  choice: 0,
  reference: 0,
  yuan: 0,
  integer: 1,
  date: 1,
  month: 1,
  boolean: 2,
};

/** The columns of a register's list: its title first, then what tells records apart; long texts are left to the form. */
export function listColumns(register: RegisterName): readonly (readonly [string, Field])[] {
  const declared = registerNamed(register);
  const usable = Object.entries(declared.fields).filter(
    ([name, { kind, secret, max }]) =>
      name !== declared.title && !secret && kind in RANKS && !(kind === 'text' && (max ?? 0) > 100),
  );
  const title = declared.fields[declared.title];
  const chosen = new Set(
    [...usable]
      .sort(([, a], [, b]) => Number(a.optional) - Number(b.optional) || (RANKS[a.kind] ?? 0) - (RANKS[b.kind] ?? 0))
      .slice(0, MOST_COLUMNS - 1)
      .map(([name]) => name),
  );
  return [...(title ? [[declared.title, title] as const] : []), ...usable.filter(([name]) => chosen.has(name))];
}
