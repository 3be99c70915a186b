/** A straight line through measurements, with how sure its slope is. */

export interface Slope {
  /** Of y for one of x. */
  readonly slope: number;
  /** Half the width of the 95 % confidence interval. */
  readonly margin: number;
}

const Z = 1.959964;

/** The 97.5 % quantile of Student's t; Abramowitz and Stegun 26.7.5, good to 0.01 from 4 degrees of freedom. */
function studentT(freedom: number): number {
  const first = (Z ** 3 + Z) / 4;
  const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
  const third = (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384;
  return Z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Least squares through at least four points; the margin takes the points' errors as independent. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  const [middleX, middleY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0) / spread;
  const rest = points.reduce((sum, [x, y]) => sum + (y - middleY - slope * (x - middleX)) ** 2, 0);
  const freedom = points.length - 2;
  return { slope, margin: studentT(freedom) * Math.sqrt(rest / freedom / spread) };
}
