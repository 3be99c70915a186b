/** A measure's number as it is printed, beside the exact one. */
import { fractionText, showPoints, showRate, toNumber, type Fraction } from '../exact.ts';
import { yiText } from '../money.ts';
import type { Measure } from './measure.ts';

export interface ShownMeasure {
  /** Rates in percent without the sign, points with their own, money in 亿元, counts as they are. */
  readonly text: string;
  /** The exact number as `numerator/denominator`; a rate of 1 is 100 %. */
  readonly exact: string;
  /** For drawing: in percent, percentage points, 元 or a count. */
  readonly value: number;
  /** The exact rate is below 100 %, and the text was kept from saying 100. */
  readonly clampedBelowTarget?: true;
}

const textIn = ({ unit }: Pick<Measure, 'unit'>, value: Fraction, decimals: number): string => {
  if (unit === 'yuan') return yiText(Number(value.numerator / value.denominator));
  const text = fractionText(value, decimals);
  return unit === 'places' && value.numerator > 0n ? `+${text}` : text;
};

/** @param decimals other than the measure's own, where rows would else look alike. */
export function showMeasure(
  measure: Pick<Measure, 'unit' | 'decimals'>,
  value: Fraction,
  decimals = measure.decimals,
): ShownMeasure {
  const exact = `${value.numerator}/${value.denominator}`;
  if (measure.unit === 'rate') return showRate(value, decimals);
  if (measure.unit === 'points') return { ...showPoints(value, decimals), exact };
  return { text: textIn(measure, value, decimals), exact, value: toNumber(value) };
}
