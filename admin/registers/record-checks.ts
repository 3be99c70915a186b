/** What a form can say of a record before the server is asked. */
import { checkStep } from '../../core/register/check-record.ts';
import { registerNamed, type RegisterName } from '../../core/registers/index.ts';
import { presentValues, problemCodes, type FormFields, type FormValues } from '../common/form-values.ts';

type Codes = Readonly<Record<string, string>>;

/**
 * The codes of what is wrong, by field: single values first; when those are fine, how they fit each other and what
 * the record was before.
 * @param before null for a new record.
 */
export function recordProblems(
  register: RegisterName,
  fields: FormFields,
  before: FormValues | null,
  values: FormValues,
): Codes {
  const codes = problemCodes(fields, values, before === null);
  if (Object.keys(codes).length > 0) return codes;
  const declared = registerNamed(register);
  const present = presentValues(fields, values);
  const found = [
    ...(declared.consistent?.(present) ?? []),
    ...(before ? checkStep(declared, presentValues(fields, before), present) : []),
  ];
  return Object.fromEntries(found.map(({ path, code }) => [path, code]));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export interface Merged {
  readonly values: FormValues;
  /** Fields that both changed, differently: they hold mine. */
  readonly conflicts: readonly string[];
}

/** My edits laid over what somebody else saved meanwhile. */
export function mergeEdits(fields: FormFields, before: FormValues, mine: FormValues, theirs: FormValues): Merged {
  const values: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const name of Object.keys(fields)) {
    const edited = !same(before[name], mine[name]);
    values[name] = edited ? mine[name] : theirs[name];
    if (edited && !same(before[name], theirs[name]) && !same(mine[name], theirs[name])) conflicts.push(name);
  }
  return { values, conflicts };
}
