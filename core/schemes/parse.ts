/** Small parsers that build a checked value and note everything that is wrong with its place. */
import { compare, parseExact, whole } from '../exact.ts';
import { isMeasureId, type MeasureId } from '../measures/ids.ts';
import type { RecordProblem } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import { isObject } from '../result.ts';
import type { Amount } from './scheme.ts';

/** Where a value stands, and what was found so far. */
export interface Where {
  readonly path: string;
  readonly problems: RecordProblem[];
}

/** The checked value; undefined when it is none, which was then noted. */
export type Parser<T> = (value: unknown, where: Where) => T | undefined;

export const at = ({ path, problems }: Where, name: string | number): Where => ({
  path: path === '' ? String(name) : `${path}/${name}`,
  problems,
});

/** Notes a problem. */
export const note = ({ path, problems }: Where, code: RecordProblem['code'], message: string): undefined => {
  problems.push({ path, code, message });
  return undefined;
};

interface Member<T> {
  readonly parse: Parser<T>;
  readonly optional: boolean;
}

export const required = <T>(parse: Parser<T>): Member<T> & { readonly optional: false } => ({ parse, optional: false });
export const optional = <T>(parse: Parser<T>): Member<T> & { readonly optional: true } => ({ parse, optional: true });

type Members = Readonly<Record<string, Member<unknown>>>;
type TypeOf<M> = M extends Member<infer T> ? T : never;
type Parsed<M extends Members> = {
  readonly [K in keyof M as M[K]['optional'] extends true ? never : K]: TypeOf<M[K]>;
} & { readonly [K in keyof M as M[K]['optional'] extends true ? K : never]?: TypeOf<M[K]> };

/** An object with these members and no others; its members are all looked at, whatever is wrong with one. */
export const object =
  <const M extends Members>(members: M): Parser<Parsed<M>> =>
  (value, where) => {
    if (!isObject(value)) return note(where, 'wrong-type', 'must be an object');
    const before = where.problems.length;
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name)) note(at(where, name), 'unknown-field', 'is not known here');
    }
    const parsed: [string, unknown][] = [];
    for (const [name, member] of Object.entries(members)) {
      const given = Object.hasOwn(value, name) ? value[name] : undefined;
      if (given !== undefined) parsed.push([name, member.parse(given, at(where, name))]);
      else if (!member.optional) note(at(where, name), 'required', 'is required');
    }
    return where.problems.length > before ? undefined : (Object.fromEntries(parsed) as Parsed<M>);
  };

/** Every entry of a list, undefined for those that are wrong; undefined for what is no list or has the wrong length. */
export function entriesOf<T>(value: unknown, where: Where, parse: Parser<T>, min: number, max: number) {
  if (!Array.isArray(value)) return note(where, 'wrong-type', 'must be a list');
  if (value.length < min) return note(where, 'too-short', `needs at least ${min}`);
  if (value.length > max) return note(where, 'too-long', `may have at most ${max}`);
  return value.map((each: unknown, index) => parse(each, at(where, index)));
}

export const list =
  <T>(parse: Parser<T>, { min = 0, max = 50 } = {}): Parser<readonly T[]> =>
  (value, where) => {
    const entries = entriesOf(value, where, parse, min, max);
    const parsed = entries?.flatMap((each) => each ?? []);
    return parsed?.length === entries?.length ? parsed : undefined;
  };

/** An object with keys of a kind, at least one. */
export const record =
  <T>(isKey: (key: string) => boolean, parse: Parser<T>, max = 40): Parser<Readonly<Record<string, T>>> =>
  (value, where) => {
    if (!isObject(value)) return note(where, 'wrong-type', 'must be an object');
    const keys = Object.keys(value);
    if (keys.length === 0) return note(where, 'too-short', 'needs at least one entry');
    if (keys.length > max) return note(where, 'too-long', `may have at most ${max} entries`);
    const before = where.problems.length;
    const parsed: [string, T][] = [];
    for (const key of keys) {
      if (!isKey(key)) note(at(where, key), 'not-a-choice', 'is not known here');
      const each = parse(value[key], at(where, key));
      if (each !== undefined) parsed.push([key, each]);
    }
    return where.problems.length > before ? undefined : Object.fromEntries(parsed);
  };

const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

export const text =
  (max: number): Parser<string> =>
  (value, where) => {
    if (typeof value !== 'string') return note(where, 'wrong-type', 'must be text');
    if (value.trim() === '') return note(where, 'required', 'must not be empty');
    if (value.length > max) return note(where, 'too-long', `may have at most ${max} characters`);
    return CONTROL.test(value) ? note(where, 'bad-format', 'must not contain control characters') : value;
  };

/** A short name for use in the scheme: letters and digits of any language. */
export const isName = (value: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}+._-]{0,19}$/u.test(value);

export const name: Parser<string> = (value, where) => {
  if (typeof value !== 'string') return note(where, 'wrong-type', 'must be text');
  return isName(value) ? value : note(where, 'bad-format', 'must be 1 to 20 letters and digits');
};

export const flag: Parser<boolean> = (value, where) =>
  typeof value === 'boolean' ? value : note(where, 'wrong-type', 'must be true or false');

export const integer =
  (min: number, max: number): Parser<number> =>
  (value, where) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
      return note(where, 'wrong-type', 'must be a whole number');
    }
    if (value < min) return note(where, 'too-small', `must be at least ${min}`);
    return value > max ? note(where, 'too-large', `must be at most ${max}`) : value;
  };

export const oneOf =
  <const T extends string>(choices: readonly T[]): Parser<T> =>
  (value, where) =>
    choices.find((each) => each === value) ?? note(where, 'not-a-choice', `must be one of ${choices.join(', ')}`);

export const measure: Parser<MeasureId> = (value, where) =>
  isMeasureId(value) ? value : note(where, 'unknown-reference', 'is no measure');

export const label: Parser<Label> = object({ zh: required(text(60)), en: required(text(120)) });

const isAmount = (value: unknown): value is Amount => parseExact(value) !== null;

/** An exact number; `min` is allowed, `above` is not. */
export const amount =
  ({ min, above, max }: { min?: number; above?: number; max?: number } = {}): Parser<Amount> =>
  (value, where) => {
    const exact = parseExact(value);
    if (!exact || !isAmount(value)) {
      return note(where, 'bad-format', 'must be a number of at most six decimals, or a fraction like 2/3');
    }
    if (min !== undefined && compare(exact, whole(min)) < 0) return note(where, 'too-small', `must be at least ${min}`);
    if (above !== undefined && compare(exact, whole(above)) <= 0) {
      return note(where, 'too-small', `must be more than ${above}`);
    }
    if (max !== undefined && compare(exact, whole(max)) > 0) return note(where, 'too-large', `must be at most ${max}`);
    return value;
  };
