import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  greatest,
  least,
  multiply,
  negate,
  parseExact,
  reduced,
  subtract,
  sumOf,
  whole,
  type Fraction,
} from '../../core/exact.ts';

const fractions: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([numerator, denominator]) => ({ numerator, denominator }));

const same = (a: Fraction, b: Fraction): void => expect(compare(a, b)).toBe(0);

describe('exact arithmetic', () => {
  it('follows the laws of fractions, in lowest terms', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        same(add(a, b), add(b, a));
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        same(subtract(add(a, b), b), a);
        same(add(a, negate(a)), whole(0));
        same(sumOf([a, b, c]), add(add(a, b), c));
        expect(reduced(add(a, b))).toEqual(add(a, b));
        expect(compare(least(a, b), greatest(a, b))).toBeLessThanOrEqual(0);
        const quotient = divide(a, b);
        expect(quotient === null).toBe(b.numerator === 0n);
        same(multiply(quotient ?? whole(0), b), quotient ? a : whole(0));
        expect(quotient === null || quotient.denominator > 0n).toBe(true);
      }),
    );
  });

  it('reads numbers of six decimals and fractions, and nothing else', () => {
    expect(parseExact(0.1)).toEqual({ numerator: 1n, denominator: 10n });
    expect(parseExact(-12.345678)).toEqual({ numerator: -6_172_839n, denominator: 500_000n });
    expect(parseExact(-0)).toEqual(whole(0));
    expect(parseExact('-2/4')).toEqual({ numerator: -1n, denominator: 2n });
    const not = [0.1234567, 1e-7, 2 ** 53, Number.NaN, Infinity, '0.5', '1/-2', '1/0', '', null, undefined, [1]];
    expect(not.map(parseExact)).toEqual(not.map(() => null));
  });
});
