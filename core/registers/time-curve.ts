import { fail, ok, type Result } from '../result.ts';

/** Hundredths of a percent that a whole year comes to. */
export const WHOLE_YEAR = 10_000;

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= WHOLE_YEAR;

/** What should be done by the end of each month, in hundredths of a percent of the year: twelve, never falling, to 10,000. */
export function checkTimeCurve(value: unknown): Result<readonly number[], string> {
  if (!Array.isArray(value) || value.length !== 12) return fail('must have twelve values');
  const shares: number[] = [];
  for (const each of value as readonly unknown[]) {
    if (!isShare(each)) return fail('each must be a whole number of hundredths of a percent, 0 to 10000');
    if (each < (shares.at(-1) ?? 0)) return fail('must not fall');
    shares.push(each);
  }
  return shares.at(-1) === WHOLE_YEAR ? ok(shares) : fail('must end with 10000');
}
