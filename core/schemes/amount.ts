import { parseExact, type Fraction } from '../exact.ts';
import type { Amount } from './scheme.ts';

/**
 * The exact value of an amount of a scheme.
 * @throws Error when it is none: the scheme was not checked.
 */
export function amountOf(amount: Amount): Fraction {
  const value = parseExact(amount);
  if (!value) throw new Error(`${JSON.stringify(amount)} is no amount: check the scheme first`);
  return value;
}

/** A number kept in hundredths, such as the points of an entry. */
export const fromHundredths = (hundredths: number): Fraction => ({
  numerator: BigInt(hundredths),
  denominator: 100n,
});
