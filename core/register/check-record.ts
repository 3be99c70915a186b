import { canonicalJson } from '../canonical.ts';
import { fail, isObject, ok, type Result } from '../result.ts';
import type { Field } from './field.ts';
import type { Fields, RecordProblem, Register } from './declare.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What a check needs to know of the rest of the ledger. */
export interface Surroundings {
  readonly exists: (register: string, id: string) => boolean;
  /** The id of another record with the same unique values, if any. */
  readonly twin: (register: Register, values: Values) => string | undefined;
}

/** The ids that a checked value names in the register that its field points into. */
export const namedBy = ({ kind }: Field, value: unknown): readonly string[] => {
  if (kind === 'references' && Array.isArray(value)) return value.map(String);
  return kind === 'reference' && typeof value === 'string' ? [value] : [];
};

const checkFields = (
  fields: Fields,
  input: Values,
  surroundings: Surroundings,
): Result<Record<string, unknown>, RecordProblem[]> => {
  const values: Record<string, unknown> = {};
  const problems: RecordProblem[] = [];
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(fields, name)) {
      problems.push({ path: name, code: 'unknown-field', message: 'is not a field of this register' });
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    const given = input[name];
    if (given === undefined || given === null) {
      if (!field.optional) problems.push({ path: name, code: 'required', message: 'is required' });
      continue;
    }
    const checked = field.check(given);
    if (!checked.ok) {
      problems.push({ path: name, ...checked.problem });
    } else if (namedBy(field, checked.value).some((id) => !surroundings.exists(field.target ?? '', id))) {
      const message = `names no record of ${field.target}`;
      problems.push({ path: name, code: 'unknown-reference', message });
    } else {
      values[name] = checked.value;
    }
  }
  return problems.length > 0 ? fail(problems) : ok(values);
};

/**
 * The values of a whole record, cleaned, or everything that is wrong with them.
 * @param input a JSON object; null and absent mean the same.
 */
export function checkRecord(
  register: Register,
  input: unknown,
  surroundings: Surroundings,
): Result<Values, readonly RecordProblem[]> {
  if (!isObject(input)) return fail([{ path: '', code: 'wrong-type', message: 'must be an object' }]);
  const checked = checkFields(register.fields, input, surroundings);
  if (!checked.ok) return checked;
  const problems = [...(register.consistent?.(checked.value) ?? [])];
  if (register.unique && surroundings.twin(register, checked.value) !== undefined) {
    const path = register.unique.join(',');
    problems.push({ path, code: 'duplicate', message: 'another record has the same values' });
  }
  return problems.length > 0 ? fail(problems) : ok(checked.value);
}

/** What forbids a record to become what an update makes of it: its states in their order, and its own rules. */
export function checkStep(register: Register, before: Values, after: Values): readonly RecordProblem[] {
  const problems = [...(register.follows?.(before, after) ?? [])];
  for (const [name, { flow }] of Object.entries(register.fields)) {
    const from = before[name];
    const to = after[name];
    if (!flow || from === to || typeof from !== 'string' || typeof to !== 'string') continue;
    if (!flow.moves[from]?.[to]) problems.push({ path: name, code: 'not-next', message: `cannot follow on ${from}` });
  }
  return problems;
}

/** What forbids an update that brings back what was: dates and states may go back, what was approved or signed may not. */
export const checkRestored = (register: Register, before: Values, after: Values): readonly RecordProblem[] =>
  register.lasting?.(before) ? (register.follows?.(before, after) ?? []).filter(({ code }) => code === 'frozen') : [];

/** The fields among some that an update changes. */
export const changedAmong = <T extends object>(names: readonly (keyof T)[], before: T, after: T) =>
  names.filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null));

/** A record's values with an update laid over them: null clears, absent keeps. */
export const overlay = (values: Values, update: Values): Values => ({ ...values, ...update });
