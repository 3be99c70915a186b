import { add, compare, greatest, least, multiply, negate, subtract, type Fraction } from '../exact.ts';
import { amountOf } from './amount.ts';
import type { Slope } from './scheme.ts';
import { joined, operand, written, writtenNumber, type Written } from './written.ts';

interface Stretch {
  readonly from: Fraction;
  readonly to: Fraction;
  readonly perUnit: Fraction;
}

const stretchesBetween = (slopes: readonly Slope[], low: Fraction, high: Fraction): readonly Stretch[] =>
  slopes
    .map(({ from, to, perUnit }) => ({
      from: from === undefined ? low : greatest(low, amountOf(from)),
      to: to === undefined ? high : least(high, amountOf(to)),
      perUnit: amountOf(perUnit),
    }))
    .filter(({ from, to }) => compare(from, to) < 0);

/** ` − 0.5 × (100 − 78)`: one stretch as it is added. */
function writtenStretch({ from, to, perUnit }: Stretch, upwards: boolean): Written {
  const isAdded = perUnit.numerator >= 0n === upwards;
  const rate = perUnit.numerator < 0n ? negate(perUnit) : perUnit;
  return written`${isAdded ? ' + ' : ' − '}${rate} × (${to} − ${operand(from)})`;
}

/**
 * What slopes add to `base` between the pivot and `value`: each stretch at its own rate, nothing where there is no slope;
 * with the calculation. Flat: there is no slope between the two.
 */
export function alongSlopes(base: Fraction, pivot: Fraction, slopes: readonly Slope[], value: Fraction) {
  const upwards = compare(value, pivot) >= 0;
  const [low, high] = upwards ? [pivot, value] : [value, pivot];
  const sorted = [...stretchesBetween(slopes, low, high)].sort((a, b) => compare(a.from, b.from));
  const outwards = upwards ? sorted : sorted.reverse();
  const points = outwards.reduce((sum, { from, to, perUnit }) => {
    const gain = multiply(perUnit, subtract(to, from));
    return add(sum, upwards ? gain : negate(gain));
  }, base);
  const calculation = joined([writtenNumber(base), ...outwards.map((each) => writtenStretch(each, upwards))], '');
  return { points, calculation, isFlat: outwards.length === 0 };
}
