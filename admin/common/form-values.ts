/** Between what stands in a form's controls (text) and what a record holds. */
import { wanText, yuanFromWan } from '../../core/money.ts';
import type { Field } from '../../core/register/field.ts';
import { plainText } from './plain-text.ts';

export type FormFields = Readonly<Record<string, Field>>;
export type FormValues = Readonly<Record<string, unknown>>;

/** The text of a value in its control. */
export function textOfValue(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'yuan' && typeof value === 'number') return wanText(value);
  if (field.kind === 'texts' && Array.isArray(value)) return value.join('\n');
  return plainText(value);
}

/** Digits in any width, as a number; other text stays text, so that its check can name the problem. */
const numberOrText = (text: string): unknown => {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return /^-?\d+$/.test(plain) ? Number(plain) : text;
};

/** The value that a control's text stands for; undefined for an empty one. */
export function valueOfText(field: Field, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  switch (field.kind) {
    case 'integer':
      return numberOrText(trimmed);
    case 'yuan':
      return yuanFromWan(trimmed) ?? trimmed;
    case 'texts':
      return trimmed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    default:
      return text;
  }
}

/** A form for a new record: switches off, the first of each list chosen where one must be. */
export function emptyValues(fields: FormFields): FormValues {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'boolean') values[name] = false;
    else if (field.kind === 'choice' && !field.optional) values[name] = Object.keys(field.choices ?? {})[0];
  }
  return values;
}

/** What is wrong with a form's values, by field: the code of its problem. References are the server's to check. */
export function problemCodes(fields: FormFields, values: FormValues, isNew = true): Readonly<Record<string, string>> {
  const codes: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined || value === null) {
      // A secret that is there already stays where it is, unseen.
      if (!field.optional && (isNew || !field.secret)) codes[name] = 'required';
      continue;
    }
    const checked = field.check(value);
    if (!checked.ok) codes[name] = checked.problem.code;
  }
  return codes;
}

/** What an update must say: members that differ, null for those that are gone. */
export function changedValues(fields: FormFields, before: FormValues, after: FormValues): FormValues {
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(fields)) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) changed[name] = after[name] ?? null;
  }
  return changed;
}

/** The values of a form that are there. */
export const presentValues = (fields: FormFields, values: FormValues): FormValues =>
  Object.fromEntries(Object.keys(fields).flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
