import { parseDate, parseMonth, type IsoDate, type IsoMonth } from '../time.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Label } from './label.ts';
import { privateNumberIn } from './private-number.ts';
import type { Role } from './role.ts';

/** Stable codes of what can be wrong with one value; the admin page and the API docs explain each. */
export type FieldProblemCode =
  | 'required'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'bad-format'
  | 'not-a-choice'
  | 'unknown-reference'
  | 'unknown-field'
  | 'duplicate'
  | 'inconsistent'
  /** Text that could not be read on its background. */
  | 'too-faint'
  /** A telephone or identity number where everybody can read it. */
  | 'private-number'
  /** The state does not follow on the one before. */
  | 'not-next'
  /** May not be changed any more, or not by this way. */
  | 'frozen';

export interface FieldProblem {
  readonly code: FieldProblemCode;
  /** English sentence for developers; people see the admin page's words for the code. */
  readonly message: string;
}

export type FieldKind =
  | 'text'
  | 'integer'
  | 'yuan'
  | 'date'
  | 'month'
  | 'boolean'
  | 'choice'
  | 'reference'
  | 'references'
  | 'texts'
  | 'document';

declare const valueType: unique symbol;

/** One field of a record: what it is called, what it may hold, who may see it. */
export interface Field<T = unknown> {
  readonly kind: FieldKind;
  readonly label: Label;
  /** Absent values are allowed; a record without the value does not have the member. */
  readonly optional: boolean;
  /** May be shown on a screen or on the public page. Private unless declared. */
  readonly public: boolean;
  /** Lives in the table's row only; the log notes that it changed, never the value; no list or record returns it. */
  readonly secret: boolean;
  /** Who may ask for the value of a secret field; each asking is noted. Nobody unless declared. */
  readonly readers: readonly Role[];
  /** Who may write the field, of those who may write the register; all of them when absent. */
  readonly writers?: readonly Role[];
  /** Headings under which spreadsheets carry the field. */
  readonly aliases: readonly string[];
  readonly choices?: Readonly<Record<string, Label>>;
  /** Which choices may follow on each; a state machine when present. */
  readonly flow?: Flow;
  /** The register that a reference, or each of several, points into. */
  readonly target?: string;
  readonly min?: number;
  readonly max?: number;
  readonly check: (value: unknown) => Result<T, FieldProblem>;
  readonly [valueType]?: T;
}

export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** The states of a record: who may start one in a state, and who may lead it on: `moves[from][to]`. */
export interface Flow {
  readonly starts: Readonly<Record<string, readonly Role[]>>;
  readonly moves: Readonly<Record<string, Readonly<Record<string, readonly Role[]>>>>;
}

export interface FieldOptions {
  readonly label: Label;
  readonly public?: boolean;
  readonly secret?: boolean;
  readonly readers?: readonly Role[];
  readonly writers?: readonly Role[];
  readonly aliases?: readonly string[];
}

const problem = (code: FieldProblemCode, message: string): Result<never, FieldProblem> => fail({ code, message });

const field = <T>(
  kind: FieldKind,
  options: FieldOptions,
  check: Field<T>['check'],
  more: Partial<Pick<Field<T>, 'choices' | 'flow' | 'target' | 'min' | 'max'>> = {},
): Field<T> => ({
  kind,
  label: options.label,
  optional: false,
  public: options.public ?? false,
  secret: options.secret ?? false,
  readers: options.readers ?? [],
  ...(options.writers && { writers: options.writers }),
  aliases: options.aliases ?? [],
  check,
  ...more,
});

/** The same field, allowed to be absent. */
export const optional = <T>(inner: Field<T>): Field<T | undefined> => ({ ...inner, optional: true });

/** Control characters other than line breaks have no place in a name or a note. */
const CONTROL = /(?!\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const checkText = (value: unknown, min: number, max: number): Result<string, FieldProblem> => {
  if (typeof value !== 'string') return problem('wrong-type', 'must be text');
  const text = value.trim();
  if (text.length < min) return problem(text ? 'too-short' : 'required', `needs at least ${min} characters`);
  if (text.length > max) return problem('too-long', `may have at most ${max} characters`);
  if (CONTROL.test(text) || LONE_SURROGATE.test(text)) {
    return problem('bad-format', 'must not contain control characters or broken Unicode');
  }
  return ok(text);
};

/** What only the office may read may hold a number that nobody else should see; every other text must not. */
const withoutPrivateNumber = (checked: Result<string, FieldProblem>, secret: boolean): Result<string, FieldProblem> =>
  checked.ok && !secret && privateNumberIn(checked.value) !== null
    ? problem('private-number', 'must not hold a telephone or identity number: those have fields of their own')
    : checked;

/**
 * Text of `min` (default 1) to `max` (default 200) characters, trimmed. Unless the field is secret, telephone and
 * identity numbers in it are refused: texts are logged, exported and shown.
 */
export const text = (options: FieldOptions & { min?: number; max?: number }): Field<string> => {
  const { min = 1, max = 200 } = options;
  const secret = options.secret ?? false;
  return field('text', options, (value) => withoutPrivateNumber(checkText(value, min, max), secret), { min, max });
};

/**
 * The SHA-256 of a content, in hexadecimal. Apart from `text`, because one in some hundreds holds digits that look like
 * a telephone number.
 */
export const sha256 = (options: FieldOptions): Field<string> =>
  field(
    'text',
    options,
    (value) =>
      typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
        ? ok(value)
        : problem('bad-format', 'must be a SHA-256 in hexadecimal'),
    { min: 64, max: 64 },
  );

/** A list of texts, such as a unit's other names. */
export const texts = (options: FieldOptions & { max?: number }): Field<readonly string[]> => {
  const { max = 50 } = options;
  return field(
    'texts',
    options,
    (value) => {
      if (!Array.isArray(value)) return problem('wrong-type', 'must be a list of texts');
      if (value.length > max) return problem('too-long', `may have at most ${max} entries`);
      const list: string[] = [];
      for (const each of value) {
        const checked = withoutPrivateNumber(checkText(each, 1, 200), false);
        if (!checked.ok) return checked;
        list.push(checked.value);
      }
      return ok(list);
    },
    { max },
  );
};

/**
 * A list of names that the program made of ids, such as pages. No texts, because one in some hundreds holds digits that
 * look like a telephone number.
 */
export const keys = (options: FieldOptions & { max: number }): Field<readonly string[]> =>
  field(
    'texts',
    options,
    (value) => {
      if (!Array.isArray(value)) return problem('wrong-type', 'must be a list of names');
      if (value.length > options.max) return problem('too-long', `may have at most ${options.max} entries`);
      return value.every((each) => typeof each === 'string' && /^[A-Za-z0-9_/-]{1,200}$/.test(each))
        ? ok(value)
        : problem('bad-format', 'must be names of letters, digits, - _ and /');
    },
    { max: options.max },
  );

const checkInteger = (value: unknown, min: number, max: number): Result<number, FieldProblem> => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return problem('wrong-type', 'must be a whole number');
  }
  if (value < min) return problem('too-small', `must be at least ${min}`);
  if (value > max) return problem('too-large', `must be at most ${max}`);
  return ok(Object.is(value, -0) ? 0 : value);
};

export const integer = (options: FieldOptions & { min?: number; max?: number }): Field<number> => {
  const { min = 0, max = 1_000_000 } = options;
  return field('integer', options, (value) => checkInteger(value, min, max), { min, max });
};

/** Largest single amount: 10 trillion 元. Sums over 900 such amounts stay safe integers. */
const MAX_YUAN = 10_000_000_000_000;

/** An amount of money in whole 元. */
export const yuan = (options: FieldOptions & { min?: number }): Field<number> => {
  const { min = 0 } = options;
  return field('yuan', options, (value) => checkInteger(value, min, MAX_YUAN), { min, max: MAX_YUAN });
};

export const date = (options: FieldOptions): Field<IsoDate> =>
  field('date', options, (value) => {
    const parsed = typeof value === 'string' ? parseDate(value) : null;
    return parsed ? ok(parsed) : problem('bad-format', 'must be a date like 2017-12-31');
  });

export const month = (options: FieldOptions): Field<IsoMonth> =>
  field('month', options, (value) => {
    const parsed = typeof value === 'string' ? parseMonth(value) : null;
    return parsed ? ok(parsed) : problem('bad-format', 'must be a month like 2017-12');
  });

export const flag = (options: FieldOptions): Field<boolean> =>
  field('boolean', options, (value) =>
    typeof value === 'boolean' ? ok(value) : problem('wrong-type', 'must be true or false'),
  );

/** A flow among the keys of a choice. */
export interface FlowOf<K extends string> {
  readonly starts: Readonly<Partial<Record<K, readonly Role[]>>>;
  readonly moves: Readonly<Partial<Record<K, Readonly<Partial<Record<K, readonly Role[]>>>>>>;
}

/** One of a fixed set; the keys are stored, the labels are shown. With a flow it is the state of a record. */
export const choice = <K extends string>(
  options: FieldOptions & { choices: Readonly<Record<K, Label>>; flow?: FlowOf<K> },
): Field<K> =>
  field<K>(
    'choice',
    options,
    (value) =>
      typeof value === 'string' && Object.hasOwn(options.choices, value)
        ? ok(value as K)
        : problem('not-a-choice', `must be one of ${Object.keys(options.choices).join(', ')}`),
    { choices: options.choices, ...(options.flow && { flow: options.flow as Flow }) },
  );

/** The id of a record in another register; that it exists is checked against the ledger. */
export const reference = (options: FieldOptions & { target: string }): Field<string> =>
  field('reference', options, (value) => checkText(value, 1, 64), { target: options.target });

/** The ids of several records in another register, each once, in the given order. */
export const references = (options: FieldOptions & { target: string; max?: number }): Field<readonly string[]> => {
  const { max = 300 } = options;
  return field(
    'references',
    options,
    (value) => {
      if (!Array.isArray(value)) return problem('wrong-type', 'must be a list of ids');
      if (value.length > max) return problem('too-long', `may have at most ${max} entries`);
      const ids = new Set<string>();
      for (const each of value) {
        const checked = checkText(each, 1, 64);
        if (!checked.ok) return checked;
        ids.add(checked.value);
      }
      return ok([...ids]);
    },
    { target: options.target, max },
  );
};

/** A structured value with its own checker, stored as JSON; for what no grid cell can hold. */
export const document = <T>(options: FieldOptions & { check: (value: unknown) => Result<T, string> }): Field<T> =>
  field('document', options, (value) => {
    const checked = options.check(value);
    return checked.ok ? checked : problem('bad-format', checked.problem);
  });
