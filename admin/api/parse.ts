/** Readers of answers: unknown in, a type out, or an ApiProblem that names what did not fit. */
import type { Label } from '../../core/register/label.ts';
import { isObject } from '../../core/result.ts';
import { instant } from '../../core/time.ts';
import { registerNamed, type RecordTypes, type RegisterName } from '../../core/registers/index.ts';
import { ApiProblem } from './problem.ts';

export const unfit = (what: string): ApiProblem => new ApiProblem(0, 'unexpected-answer', what);

export function objectOf(value: unknown, what: string): Record<string, unknown> {
  if (!isObject(value)) throw unfit(what);
  return value;
}

export function listOf<T>(value: unknown, what: string, each: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw unfit(what);
  return value.map((item) => each(item));
}

export function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string') throw unfit(what);
  return value;
}

export function numberOf(value: unknown, what: string): number {
  if (typeof value !== 'number') throw unfit(what);
  return value;
}

/** Words in both languages. */
export const labelIn = (value: unknown, what: string): Label => {
  const { zh, en } = objectOf(value, what);
  return { zh: textOf(zh, `${what}.zh`), en: textOf(en, `${what}.en`) };
};

export const oneOf = <T extends string>(choices: readonly T[], value: unknown, what: string): T => {
  const found = choices.find((each) => each === value);
  if (found === undefined) throw unfit(what);
  return found;
};

export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** A record of a register: every value passes the check of its field, as declared in the core. */
export function recordOf<R extends RegisterName>(register: R, value: unknown): RecordTypes[R] {
  const source = objectOf(value, register);
  const record: Record<string, unknown> = {
    id: textOf(source['id'], `${register}.id`),
    revision: numberOf(source['revision'], `${register}.revision`),
    changedAt: instant(numberOf(source['changedAt'], `${register}.changedAt`)),
  };
  for (const [name, field] of Object.entries(registerNamed(register).fields)) {
    const given = source[name];
    if (given === undefined || given === null) {
      if (!field.optional && !field.secret) throw unfit(`${register}.${name}`);
      continue;
    }
    const checked = field.check(given);
    if (!checked.ok) throw unfit(`${register}.${name}`);
    record[name] = checked.value;
  }
  // The loop above is the check; the compiler cannot follow it through the declarations.
  return record as unknown as RecordTypes[R];
}
