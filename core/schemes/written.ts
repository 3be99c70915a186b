/**
 * Calculations as text with their numbers in it, in mathematical notation and free of any language:
 * `25 − 0.5 × (100 − 78) = 14`.
 */
import { compare, fraction, roundScaled, scaledText, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import type { Amount } from './scheme.ts';

/** Decimals of the numbers in a calculation; what has more is rounded and the result stands after `≈`. */
const MOST_DECIMALS = 4;

export interface Written {
  readonly text: string;
  /** Whether every number in it is printed in full. */
  readonly exact: boolean;
}

/** A number as calculations print it: without trailing zeros, with a true minus sign. */
export function writtenNumber(value: Fraction, decimals = MOST_DECIMALS): Written {
  const scaled = roundScaled(value, decimals);
  const printed = fraction(scaled, 10n ** BigInt(decimals));
  const text = scaledText(scaled, decimals).replace(/\.?0+$/, '');
  return {
    text: (text === '-0' ? '0' : text).replace('-', '−'),
    exact: printed !== null && compare(printed, value) === 0,
  };
}

/** An amount of a scheme: a fraction stays as it was written. */
export const writtenAmount = (amount: Amount): Written =>
  typeof amount === 'string' ? { text: amount.replace('-', '−'), exact: true } : writtenNumber(amountOf(amount));

type Part = string | Fraction | Written;

const writtenPart = (part: Part): Written => {
  if (typeof part === 'string') return { text: part, exact: true };
  return 'text' in part ? part : writtenNumber(part);
};

/** A calculation from its words and its numbers. */
export function written(words: TemplateStringsArray, ...parts: readonly Part[]): Written {
  const all = parts.map(writtenPart);
  return {
    text: words.reduce((text, word, index) => text + (all[index - 1]?.text ?? '') + word),
    exact: all.every(({ exact }) => exact),
  };
}

/** Decimals up to which two numbers that differ are printed until one sees it. */
const MOST_TO_TELL_APART = 12;

/** A number beside a bound: with more decimals where it would print like the bound without being equal to it. */
export function writtenBeside(value: Fraction, bound: Fraction): Written {
  const alike = (decimals: number): boolean =>
    writtenNumber(value, decimals).text === writtenNumber(bound, decimals).text;
  let decimals = MOST_DECIMALS;
  if (compare(value, bound) === 0) return writtenNumber(value);
  while (decimals < MOST_TO_TELL_APART && alike(decimals)) decimals += 1;
  return writtenNumber(value, decimals);
}

/** A number behind a sign: in brackets where it has one of its own. */
export const operand = (value: Fraction): Written =>
  value.numerator < 0n ? written`(${value})` : writtenNumber(value);

/** Several calculations behind each other. */
export const joined = (parts: readonly Written[], between: string): Written => ({
  text: parts.map(({ text }) => text).join(between),
  exact: parts.every(({ exact }) => exact),
});

/** A sum of numbers with their signs: `12 + 30.5 − 5`; `0` of none. */
export function writtenSum(values: readonly Fraction[]): Written {
  if (values.length === 0) return writtenPart('0');
  const [first, ...others] = values.map((value) => writtenNumber(value));
  const rest = others.map(({ text, exact }) => ({
    text: text.startsWith('−') ? ` − ${text.slice(1)}` : ` + ${text}`,
    exact,
  }));
  return joined([first ?? writtenPart('0'), ...rest], '');
}

/** A sum that stands within a larger calculation: in brackets where it has several members. */
export const bracketed = (values: readonly Fraction[]): Written =>
  values.length > 1 ? written`(${writtenSum(values)})` : writtenSum(values);

/** What a calculation comes to: `… = 14`, or `… ≈ 14.3957`; the number alone where nothing is calculated. */
export function comesTo(calculation: Written, result: Fraction): string {
  const number = writtenNumber(result);
  if (calculation.text === number.text) return number.text;
  return `${calculation.text} ${calculation.exact && number.exact ? '=' : '≈'} ${number.text}`;
}
