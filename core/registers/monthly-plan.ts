import { fail, ok, type Result } from '../result.ts';

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 10_000_000_000_000;

/** A project's plan by the end of each month, cumulative, in 元: twelve amounts that never fall. */
export function checkMonthlyPlan(value: unknown): Result<readonly number[], string> {
  if (!Array.isArray(value) || value.length !== 12) return fail('must have twelve amounts');
  const amounts: number[] = [];
  for (const each of value as readonly unknown[]) {
    if (!isAmount(each)) return fail('each must be a whole amount in 元');
    if (each < (amounts.at(-1) ?? 0)) return fail('must not fall');
    amounts.push(each);
  }
  return ok(amounts);
}
