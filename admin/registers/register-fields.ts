/** Which fields of a register a form shows. */
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
